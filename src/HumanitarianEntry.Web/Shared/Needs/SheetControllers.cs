using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Needs;

/// <summary>One confidential sheet.</summary>
/// <param name="Url">URL of this page; the forms lie below it.</param>
/// <param name="Writes">The person writes on it; others read.</param>
public sealed record SheetPage(CaseView Case, Sheet Sheet, NeedSheet Facts, string CaseUrl, string Url, bool Writes);

/// <summary>How a sheet stands in an address and in words.</summary>
public static class SheetWords
{
    public static Sheet? Of(string? word) => word switch
    {
        "medical" => Sheet.Medical,
        "psychological" => Sheet.Psychological,
        _ => null,
    };

    public static string Title(Sheet sheet) => sheet switch
    {
        Sheet.Medical => S("Medical needs"),
        Sheet.Psychological => S("Psychological needs"),
    };
}

/// <summary>Shows one sheet to who may open it. Each look is in the read log, under the name of that sheet.</summary>
public abstract class SheetPageController(CaseDoor door, SheetDesk sheets) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string sheet)
    {
        if (SheetWords.Of(sheet) is not { } asked || await OpenAsync(reference, "confidential-sheet") is not { } view || await sheets.OpenAsync(view, Person.As(RolesOn(view)[0]), asked, HttpContext.RequestAborted) is not { } facts)
        {
            return NotFound();
        }

        var url = $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}";
        return View("/Shared/Needs/Show.cshtml", new SheetPage(view, asked, facts, url, $"{url}/sheets/{sheet}", RolesOn(view).Any(ActCatalogue.RuleOf(typeof(WriteNeed)).Roles.Contains)));
    }
}

/// <summary>A form that writes on a sheet.</summary>
public abstract class SheetFormController<TForm>(CaseDoor door, string view) : FormController<TForm>(door)
    where TForm : class, new()
{
    protected override string Purpose => "confidential-sheet";

    protected override string FormView => $"/Shared/Needs/{view}.cshtml";

    /// <summary>The sheet of the address; null when there is none of that name.</summary>
    protected Sheet? Asked => SheetWords.Of((string?)RouteData.Values["sheet"]);

    protected override string NextPath(CaseView view) => $"{CasePath}{view.File.Reference}/sheets/{RouteData.Values["sheet"]}";

    protected override bool MayFill(CaseView view) => Asked is { } sheet && RolesOn(view).Any(role => AccessTable.For(role, Sheets.CompartmentOf(sheet)) == Access.Write);

    [HttpGet("")]
    public virtual Task<IActionResult> New(string reference) => Asked is null ? Task.FromResult<IActionResult>(NotFound()) : ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] TForm form) =>
        Asked is { } sheet ? SendAsync(reference, form, _ => ToAct(form, sheet), S("Recorded. What stood there before is kept.")) : Task.FromResult<IActionResult>(NotFound());

    /// <summary>Only for a valid form.</summary>
    protected abstract Act ToAct(TForm form, Sheet sheet);
}

public abstract class NeedController(CaseDoor door, SheetDesk sheets) : SheetFormController<NeedForm>(door, "Need")
{
    private Need? known;

    /// <summary>To go on with a need is to look at its sheet.</summary>
    public override async Task<IActionResult> New(string reference)
    {
        if (Asked is { } sheet && Request.Query["continues"].ToString() is { Length: > 0 } label && await OpenAsync(reference, Purpose) is { } view)
        {
            var facts = await sheets.OpenAsync(view, Person.As(RolesOn(view)[0]), sheet, HttpContext.RequestAborted);
            known = facts?.Needs.Current().FirstOrDefault(n => n.Value.Label == label)?.Value;
        }

        return await base.New(reference);
    }

    protected override NeedForm FirstForm(CaseView view) => known is null ? new() : NeedForm.From(known);

    protected override Act ToAct(NeedForm form, Sheet sheet) => form.ToAct(sheet);
}

public abstract class ReferralController(CaseDoor door) : SheetFormController<ReferralForm>(door, "Referral")
{
    protected override ReferralForm FirstForm(CaseView view) => new() { Need = Request.Query["need"].ToString().Clean() };

    protected override Act ToAct(ReferralForm form, Sheet sheet) => form.ToAct(sheet);
}

public abstract class ReferralAnswerController(CaseDoor door) : SheetFormController<ReferralAnswerForm>(door, "Answer")
{
    protected override ReferralAnswerForm FirstForm(CaseView view) => new() { Referral = Request.Query["referral"].ToString().Clean() };

    protected override Act ToAct(ReferralAnswerForm form, Sheet sheet) => form.ToAct(sheet);
}
