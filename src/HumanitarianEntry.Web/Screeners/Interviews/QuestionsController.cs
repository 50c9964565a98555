using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The guide, a section a page. What changed in a section is stored in one act; what did not change is not stored again.</summary>
[Route("screeners/cases/{reference}/interview/questions/{section}")]
public sealed class QuestionsController(CaseDoor door) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string reference, string section) =>
        Sections.Of(section) is { } known && await OpenInterviewAsync(reference) is { } view ? Page(view, known, SectionForm.Of(known, view.File.Interview)) : NotFound();

    [HttpPost("")]
    [ShowsFormAgain]
    [RequestFormLimits(ValueCountLimit = 2000, ValueLengthLimit = 1024 * 1024)]
    public async Task<IActionResult> Save(string reference, string section, [Bind(Prefix = "Form")] SectionForm form, string? go)
    {
        if (Sections.Of(section) is not { } known || await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        var facts = view.File.Interview;
        var changed = form.Answers.Where(a => a.IsChanged(facts)).ToList();
        Complain(form, changed, facts);
        var next = Next(view, known, go == "next");
        if (ModelState.IsValid && changed.Count == 0)
        {
            TempData[DoneMessage] = "Nothing had changed, so nothing was stored.";
            return LocalRedirect(next);
        }

        return await PerformAsync(view, new RecordAnswers([.. changed.Where(c => c.Value is not null).Select(c => c.ToAnswer())]), next,
            $"Section {known}: {changed.Count} {(changed.Count == 1 ? "answer" : "answers")} stored.", () => Task.FromResult<IActionResult>(Page(view, known, form)));
    }

    private async Task<CaseView?> OpenInterviewAsync(string reference) =>
        await OpenAsync(reference, "interview") is { } view && view.Shown.Contains(Domain.Cases.Compartment.Interview) ? view : null;

    private void Complain(SectionForm form, List<AnswerForm> changed, InterviewFacts facts)
    {
        foreach (var answer in changed)
        {
            if (answer.Complaint(facts) is { } complaint)
            {
                ModelState.AddModelError($"Form.Answers[{form.Answers.ToList().IndexOf(answer)}].Value", complaint);
            }
        }
    }

    private static string Next(CaseView view, string section, bool goOn)
    {
        var url = ScreenerPaths.Case + view.File.Reference + "/interview";
        var target = goOn ? Sections.After(section) : section;
        return target is null ? url : $"{url}/questions/{target.ToLowerInvariant()}";
    }

    private ViewResult Page(CaseView view, string section, SectionForm form) => View("Questions", new QuestionsPage(view, section, form, ScreenerPaths.Case + view.File.Reference));
}

public sealed record QuestionsPage(CaseView Case, string Section, SectionForm Form, string CaseUrl);
