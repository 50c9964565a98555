using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>Opens a session of the interview.</summary>
[Route("screeners/cases/{reference}/interview/start")]
public sealed class StartController(CaseDoor door) : ScreenerForm<StartForm>(door)
{
    protected override string FormView => "Start";

    protected override string Done => "The session is open. Ask the questions now.";

    protected override Act ToAct(StartForm form) => form.ToAct();
}

public sealed record StartForm
{
    [Required(ErrorMessage = "Choose how you talk.")]
    public InterviewMode? Mode { get; init; }

    [Required(ErrorMessage = "Name the language.")]
    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? Language { get; init; } = "ru";

    public bool WithInterpreter { get; init; }

    public StartInterview ToAct() => new(Mode!.Value, Language!.Trim()) { WithInterpreter = WithInterpreter };
}
