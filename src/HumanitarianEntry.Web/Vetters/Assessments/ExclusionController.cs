using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Individual assessment under article 1F, a part a page. Each page is kept as it is typed; nothing is on file before the last one.</summary>
[Route("vetters/cases/{reference}/exclusion")]
public sealed class ExclusionController(CaseDoor door, ExclusionDrafts drafts, StaffDirectory staff) : CaseController(door)
{
    private const int MostFields = 500;

    /// <summary>What waits for an assessment, what is begun, and what is on file.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string reference) =>
        await OpenAsync(reference, "vetting") is { } view ? View("Exclusion", new ExclusionList(view, UrlOf(view), ExclusionSubjects.Of(view.Own))) : NotFound();

    [HttpGet("{section}")]
    public async Task<IActionResult> Edit(string reference, string section, string? subject)
    {
        if (await OpenAsync(reference, "vetting") is not { } view)
        {
            return NotFound();
        }

        return ExclusionPages.Of(section) is { } step && ExclusionSubjects.Find(view.Own, subject) is { } found ? await PageAsync(view, found, step, typed: null) : LocalRedirect(UrlOf(view) + "/exclusion");
    }

    [HttpPost("{section}"), ShowsFormAgain]
    [RequestFormLimits(ValueCountLimit = MostFields, ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Save(string reference, string section, string? subject, [Bind(Prefix = "Form")] ExclusionForm form, string? go, List<string>? shown)
    {
        if (ExclusionPages.Of(section) is not { } step || await OpenAsync(reference, "vetting") is not { } view || ExclusionSubjects.Find(view.Own, subject) is not { } found)
        {
            return NotFound();
        }

        var window = Request.ActKeyOf();
        await drafts.KeepAsync(view.File.Id, Person.Id, found.Key, step, window, form, HttpContext.RequestAborted);
        if (step == ExclusionStep.Conclusion && go != "stay")
        {
            return await ConcludeAsync(view, found, form);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(view, found, step, form);
        }

        await drafts.DropAsync(view.File.Id, Person.Id, shown ?? [], window, HttpContext.RequestAborted);
        TempData[DoneMessage] = S("Kept. Nothing is on file before you conclude.");
        return LocalRedirect(ExclusionPages.UrlOf(UrlOf(view), found.Key, go == "stay" ? step : ExclusionPages.After(step)));
    }

    /// <summary>Keeps what was typed on a page; asked for every few seconds. Nothing of the case is opened for it.</summary>
    [HttpPost("{section}/draft")]
    [RequestFormLimits(ValueCountLimit = MostFields, ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Draft(string reference, string section, string? subject, [Bind(Prefix = "Form")] ExclusionForm form)
    {
        if (ExclusionPages.Of(section) is not { } step || string.IsNullOrEmpty(subject) || subject.Length > ExclusionSubjects.LongestKey || !RolesHere.Contains(Role.Vetter)
            || await Desk.FindAsync(Person.As(Role.Vetter), reference, HttpContext.RequestAborted) is not { } caseId)
        {
            return NotFound();
        }

        await drafts.KeepAsync(caseId, Person.Id, subject, step, Request.ActKeyOf(), form, HttpContext.RequestAborted);
        return NoContent();
    }

    /// <summary>One assessment on file, whole: all answers, who, when. Also to print.</summary>
    [HttpGet("on-file/{number:int}")]
    public async Task<IActionResult> Read(string reference, int number)
    {
        if (await OpenAsync(reference, "vetting") is not { } view || number < 1 || view.File.Vetting.Exclusions.ElementAtOrDefault(number - 1) is not { } stored)
        {
            return NotFound();
        }

        var names = await staff.NamesAsync([stored.Provenance.By], HttpContext.RequestAborted);
        return View("ExclusionRead", new ExclusionReading(view, UrlOf(view), stored, names.GetValueOrDefault(stored.Provenance.By, S("a colleague"))));
    }

    private async Task<IActionResult> ConcludeAsync(CaseView view, ExclusionSubject subject, ExclusionForm form)
    {
        var whole = (await TypedAsync(view, subject)).Form.With(ExclusionStep.Conclusion, form);
        if (whole.Limb is null)
        {
            ModelState.AddModelError(string.Empty, S("Choose which part of article 1F is in question."));
        }

        if (form.Conclusion is null)
        {
            ModelState.AddModelError("Form.Conclusion", S("Choose the conclusion."));
        }

        var result = await PerformAsync(view, () => whole.ToAct(subject.Key), $"{UrlOf(view)}/exclusion", _ => S("The assessment is on file."), () => PageAsync(view, subject, ExclusionStep.Conclusion, form));
        if (result is LocalRedirectResult)
        {
            var over = await TypedAsync(view, subject);
            await drafts.DropAsync(view.File.Id, Person.Id, over.Shown.SelectMany(s => s), exceptWindow: null, HttpContext.RequestAborted);
        }

        return result;
    }

    private async Task<IActionResult> PageAsync(CaseView view, ExclusionSubject subject, ExclusionStep step, ExclusionForm? typed)
    {
        var kept = await TypedAsync(view, subject);
        var whole = typed is null ? kept.Form : kept.Form.With(step, typed);
        return View("ExclusionStep", new ExclusionPage(view, UrlOf(view), subject, step, whole, whole.Asking(whole.Asked(step)), kept, EarlierOf(view, subject) is not null));
    }

    private Task<TypedAssessment> TypedAsync(CaseView view, ExclusionSubject subject) =>
        drafts.OfAsync(view.File.Id, Person.Id, subject.Key, EarlierOf(view, subject) is { } earlier ? ExclusionForm.Of(earlier) : new ExclusionForm(), HttpContext.RequestAborted);

    private ExclusionAssessment? EarlierOf(CaseView view, ExclusionSubject subject) => Exclusions.Latest(view.File.Vetting.Exclusions, subject.Key, Person.Id)?.Value;

    private static string UrlOf(CaseView view) => VetterPaths.Case + view.File.Reference;
}
