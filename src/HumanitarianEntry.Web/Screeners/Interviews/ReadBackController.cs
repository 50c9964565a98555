using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The record is read to the person line by line; what he puts right is added, and the whole is sealed.</summary>
[Route("screeners/cases/{reference}/interview/read-back")]
public sealed class ReadBackController(CaseDoor door) : InterviewController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string reference) => await OpenInterviewAsync(reference) is { } view ? View("ReadBack", Page(view, ReadBackForm.Of(view.File.Interview))) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    [RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ReadBackForm form)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        return await PerformAsync(
            view, () => form.ToAct(view.File.Interview), UrlOf(view), act => S(act.Confirmed ? "The record is confirmed and sealed." : "The read-back is recorded and sealed. It is not confirmed yet."),
            () => Task.FromResult<IActionResult>(View("ReadBack", Page(view, form.With(view.File.Interview)))));
    }

    private static FormPage<ReadBackForm> Page(CaseView view, ReadBackForm form) => new(view, form, UrlOf(view));
}

/// <summary>One line of the record.</summary>
public sealed record LineForm(string Code)
{
    public bool Heard { get; init; }

    /// <summary>As it is right; empty when the line is right.</summary>
    public string? Right { get; init; }
    public string? RightVerbatim { get; init; }
}

public sealed record ReadBackForm
{
    public List<LineForm> Lines { get; init; } = [];

    [Required(ErrorMessage = "Choose whether the person confirmed the record.")]
    public bool? Confirmed { get; init; }

    [StringLength(20_000, ErrorMessage = "This is longer than 20,000 signs.")]
    public string? Corrections { get; init; }

    public static ReadBackForm Of(InterviewFacts facts) => new() { Lines = [.. LinesOf(facts)] };

    /// <summary>With a line for every answer there is now, also for those that came while it was read.</summary>
    public ReadBackForm With(InterviewFacts facts) => this with { Lines = [.. LinesOf(facts).Select(l => Lines.Find(typed => typed.Code == l.Code) ?? l)] };

    public RecordReadBack ToAct(InterviewFacts facts) => new(Confirmed!.Value)
    {
        Corrections = Corrections.Clean(),
        Heard = [.. Lines.Where(l => l.Heard).Select(l => l.Code)],
        Corrected = [.. Lines.Where(l => l.Right.Clean() is not null).Select(l => new GivenAnswer(l.Code, l.Right.Clean()!) { Verbatim = l.RightVerbatim.Clean(), Trigger = facts.AnswerTo(l.Code) is { Trigger: true } })],
    };

    private static IEnumerable<LineForm> LinesOf(InterviewFacts facts)
    {
        var answered = facts.CurrentAnswers.Select(a => a.Code).ToHashSet(StringComparer.Ordinal);
        return facts.Questions.Questions.Where(q => answered.Contains(q.Code)).Select(q => new LineForm(q.Code));
    }
}
