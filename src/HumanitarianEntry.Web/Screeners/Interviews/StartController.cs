using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>Opens a session of the interview.</summary>
[Route("screeners/cases/{reference}/interview/start")]
public sealed class StartController(CaseDoor door) : InterviewController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> New(string reference, SessionKind kind) =>
        await OpenInterviewAsync(reference) is { } view ? View("Start", new FormPage<StartForm>(view, new StartForm { Kind = kind }, UrlOf(view))) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] StartForm form)
    {
        if (await OpenInterviewAsync(reference) is not { } view)
        {
            return NotFound();
        }

        return await PerformAsync(view, form.ToAct, UrlOf(view), _ => S("The session is open. Let the person tell it freely first; then close the gaps."),
            () => Task.FromResult<IActionResult>(View("Start", new FormPage<StartForm>(view, form, UrlOf(view)))));
    }
}

public sealed record StartForm
{
    public SessionKind Kind { get; init; }

    [Required(ErrorMessage = "Choose how you talk.")]
    public InterviewMode? Mode { get; init; }

    [Required(ErrorMessage = "Name the language.")]
    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? Language { get; init; } = "ru";

    public bool WithInterpreter { get; init; }

    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? InterpreterCode { get; init; }

    public StartInterview ToAct() => new(Mode!.Value, Language!.Trim()) { Kind = Kind, WithInterpreter = WithInterpreter || InterpreterCode.Clean() is not null, InterpreterCode = InterpreterCode.Clean() };
}
