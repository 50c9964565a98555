using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Family;

/// <summary>The family as a role may see it.</summary>
public sealed record FamilyPage(CaseView Case, string CaseUrl, IReadOnlyList<Role> Roles, DateOnly Today)
{
    public string Url => CaseUrl + "/family";

    /// <summary>The person may record such a fact here.</summary>
    public bool May<TAct>()
        where TAct : Act => Roles.Any(ActCatalogue.RuleOf(typeof(TAct)).Roles.Contains);
}

public abstract class FamilyPageController(CaseDoor door, TimeProvider time) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "family") is not { } view || !RolesOn(view).Any(role => AccessTable.For(role, Compartment.Family) >= Access.Read))
        {
            return NotFound();
        }

        return View("/Shared/Family/Show.cshtml", new FamilyPage(view, $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}", RolesOn(view), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
    }
}

/// <summary>A form about the family, the same for everybody who may record it.</summary>
public abstract class FamilyFormController<TForm>(CaseDoor door, string view) : ActController<TForm>(door)
    where TForm : class, new()
{
    protected override string Purpose => "family";

    protected override string FormView => $"/Shared/Family/{view}.cshtml";

    protected override string Done => S("Recorded. What stood there before is kept.");

    protected override string NextPath(CaseView view) => CasePath + view.File.Reference + "/family";

    protected override bool MayFill(CaseView view) => RolesOn(view).Any(role => AccessTable.For(role, Compartment.Family) == Access.Write);

    /// <summary>The member whom the address names; null when there is none.</summary>
    protected string? Asked(CaseFile file) => Request.Query["member"].ToString() is { Length: > 0 } label && file.Family.Members.Exists(m => m.Value.Label == label) ? label : null;
}

public abstract class MemberController(CaseDoor door) : FamilyFormController<MemberForm>(door, "Member")
{
    protected override MemberForm FirstForm(CaseView view) =>
        Asked(view.File) is { } label ? MemberForm.From(view.File.Family.Members.Last(m => m.Value.Label == label).Value) : new();

    protected override Act ToAct(MemberForm form) => form.ToAct();
}

public abstract class ChildController(CaseDoor door) : FamilyFormController<ChildForm>(door, "Child")
{
    protected override ChildForm FirstForm(CaseView view) => new() { Member = Asked(view.File) };

    protected override Act ToAct(ChildForm form) => form.ToAct();
}

public abstract class MemberConsentController(CaseDoor door) : FamilyFormController<MemberConsentForm>(door, "Consent")
{
    protected override MemberConsentForm FirstForm(CaseView view) => new() { Member = Asked(view.File) };

    protected override Act ToAct(MemberConsentForm form) => form.ToAct();
}

public abstract class OutcomeController(CaseDoor door) : FamilyFormController<OutcomeForm>(door, "Outcome")
{
    protected override OutcomeForm FirstForm(CaseView view) => new() { Member = Asked(view.File) };

    protected override Act ToAct(OutcomeForm form) => form.ToAct();
}
