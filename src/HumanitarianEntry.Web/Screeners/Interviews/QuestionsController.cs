using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The guide, a section a page. What changed in a section is stored in one act; what did not change is not stored again; what is typed is kept before it is stored.</summary>
[Route("screeners/cases/{reference}/interview/questions")]
public sealed class QuestionsController(CaseDoor door, InterviewDrafts drafts, StaffDirectory staff) : InterviewController(door)
{
    private const int MostFields = 2_000;

    /// <summary>Goes to a question by its code, as it stands on the printed guide.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Jump(string reference, string? code)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        var typed = (code ?? string.Empty).Trim();
        if (view.File.Interview.Questions.Questions.Find(q => string.Equals(q.Code, typed, StringComparison.OrdinalIgnoreCase)) is { } question)
        {
            return Redirect($"{UrlOf(view)}/questions/{question.Section.ToLowerInvariant()}#q-{question.Code}");
        }

        TempData[DoneMessage] = S($"The guide has no question with this code. Codes are a letter and a number, such as {Questionnaire.Current.Questions[^1].Code}.");
        return LocalRedirect($"{UrlOf(view)}/questions/{Sections.All[0].ToLowerInvariant()}");
    }

    [HttpGet("{section}")]
    public async Task<IActionResult> Edit(string reference, string section) =>
        Sections.Of(section) is { } known && await OpenInterviewAsync(reference) is { } view ? Page(view, known, await drafts.OfAsync(view, known, Person.Id, HttpContext.RequestAborted)) : NotFound();

    [HttpPost("{section}")]
    [ShowsFormAgain]
    [RequestFormLimits(ValueCountLimit = MostFields, ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Save(string reference, string section, [Bind(Prefix = "Form")] SectionForm form, string? go, List<string>? shown)
    {
        if (Sections.Of(section) is not { } known || await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        var facts = view.File.Interview;
        var here = $"{UrlOf(view)}/questions/{known.ToLowerInvariant()}";
        var changed = form.Answers.Where(a => a.IsChanged(facts)).ToList();
        if (SessionStep(go) is { } step)
        {
            // He needs a break now: what is typed is kept as it is, and nothing asks for more.
            await drafts.KeepAsync(view.File.Id, Person.Id, Request.ActKeyOf(), changed, HttpContext.RequestAborted);
            ModelState.Clear();
            return await PerformAsync(view, step.Act, step.Act is MarkBreak ? here : UrlOf(view), step.Message, async () => Page(view, known, await TypedAsync(view, known, form)));
        }

        Complain(form, changed, facts);
        var next = go == "next" ? Sections.After(known) is { } after ? $"{UrlOf(view)}/questions/{after.ToLowerInvariant()}" : UrlOf(view) : here;
        if (ModelState.IsValid && changed.Count == 0)
        {
            await OverAsync(view, known, shown);
            TempData[DoneMessage] = S("Nothing had changed, so nothing was stored.");
            return LocalRedirect(next);
        }

        var message = S($"Section {known}: {Counted(changed.Count, "{n} answer", "{n} answers")} stored.");
        var result = await PerformAsync(view, new RecordAnswers([.. changed.Where(c => c.Value is not null).Select(c => c.ToAnswer())]), next, message, async () => Page(view, known, await TypedAsync(view, known, form)));
        if (result is LocalRedirectResult)
        {
            await OverAsync(view, known, shown);
        }

        return result;
    }

    /// <summary>Keeps what was typed since the page was opened; asked for every few seconds. Nothing of the case is opened for it.</summary>
    [HttpPost("{section}/draft")]
    [RequestFormLimits(ValueCountLimit = MostFields, ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Draft(string reference, string section, [Bind(Prefix = "Form")] SectionForm form)
    {
        if (Sections.Of(section) is not { } known || await FindAsync(reference) is not { } caseId)
        {
            return NotFound();
        }

        var codes = Sections.QuestionsOf(known).Select(q => q.Code).ToHashSet(StringComparer.Ordinal);
        await drafts.KeepAsync(caseId, Person.Id, Request.ActKeyOf(), form.Answers.Where(a => codes.Contains(a.Code)), HttpContext.RequestAborted);
        return NoContent();
    }

    private Task OverAsync(CaseView view, string section, List<string>? shown) =>
        drafts.DropAsync(view.File.Id, Person.Id, Request.ActKeyOf(), Sections.QuestionsOf(section).Select(q => q.Code), shown ?? [], HttpContext.RequestAborted);

    private void Complain(SectionForm form, List<AnswerForm> changed, InterviewFacts facts)
    {
        foreach (var answer in changed)
        {
            if (answer.Complaint(facts) is { } complaint)
            {
                ModelState.AddModelError($"Form.Answers[{form.Answers.IndexOf(answer)}].Value", complaint);
            }
        }
    }

    /// <summary>The form as it was typed, with what stands against it beside; sent again, it has been seen.</summary>
    private async Task<TypedSection> TypedAsync(CaseView view, string section, SectionForm form)
    {
        var facts = view.File.Interview;
        var around = await drafts.OfAsync(view, section, Person.Id, HttpContext.RequestAborted);
        var met = form.Answers.Select(a => (a.Code, Stored: a.StoredMeanwhile(facts))).Where(m => m.Stored is not null).ToList();
        var names = await staff.NamesAsync([.. met.Select(m => m.Stored!.Provenance.By).Distinct()], HttpContext.RequestAborted);
        var beside = met.Select(m => (m.Code, Text: new BesideText(S($"Stored by {names.GetValueOrDefault(m.Stored!.Provenance.By, S("a colleague"))} at {m.Stored.Provenance.At}"), m.Stored.Value.Value, m.Stored.Value.Verbatim)))
            .Concat(around.Beside.SelectMany(g => g.Select(text => (Code: g.Key, Text: text))));
        var seen = new SectionForm { Answers = [.. form.Answers.Select(a => a with { Seen = AnswerForm.Of(a.Code, facts).Seen })] };
        return around with { Form = seen, Beside = beside.ToLookup(b => b.Code, b => b.Text, StringComparer.Ordinal) };
    }

    private ViewResult Page(CaseView view, string section, TypedSection typed) => View("Questions", new QuestionsPage(view, section, typed, UrlOf(view)));
}

public sealed record QuestionsPage(CaseView Case, string Section, TypedSection Typed, string Url)
{
    public SectionForm Form => Typed.Form;
}
