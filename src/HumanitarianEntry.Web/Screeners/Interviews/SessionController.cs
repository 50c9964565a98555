using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>Breaks and the end of a session.</summary>
[Route("screeners/cases/{reference}/interview")]
public sealed class SessionController(CaseDoor door) : InterviewController(door)
{
    [HttpGet("end")]
    public async Task<IActionResult> End(string reference) => await OpenInterviewAsync(reference) is { } view ? View("End", Page(view, new EndForm())) : NotFound();

    [HttpPost("end"), ShowsFormAgain]
    public async Task<IActionResult> End(string reference, [Bind(Prefix = "Form")] EndForm form)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        return await PerformAsync(view, form.ToAct, UrlOf(view), _ => S("The session has ended."), () => Task.FromResult<IActionResult>(View("End", Page(view, form))));
    }

    /// <summary>A button of the session's bar, where nothing is typed.</summary>
    [HttpPost("session")]
    public async Task<IActionResult> Step(string reference, string? go)
    {
        if (await OpenInterviewAsync(reference) is not { } view || SessionStep(go) is not { } step)
        {
            return NotFound();
        }

        return await PerformAsync(view, step.Act, UrlOf(view), step.Message, () => Task.FromResult<IActionResult>(View("End", Page(view, new EndForm()))));
    }

    private static FormPage<EndForm> Page(Casework.Queries.CaseView view, EndForm form) => new(view, form, UrlOf(view));
}

public sealed record EndForm
{
    [Required(ErrorMessage = "Choose how the session ended.")]
    public SessionEnding? Ending { get; init; }

    [StringLength(EndInterviewSession.MaxLength, ErrorMessage = "The note is longer than 2,000 signs.")]
    public string? Note { get; init; }

    public EndInterviewSession ToAct() => new(Ending!.Value) { Note = Note.Clean() };
}
