using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

public sealed record ParkForm
{
    [Required(ErrorMessage = "Say why the case waits.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public ParkCase ToAct() => new(Reason!.Trim());
}

public sealed record UnparkForm
{
    [Required(ErrorMessage = "Say what changed.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public UnparkCase ToAct() => new(Reason!.Trim());
}

public sealed record EmergencyForm
{
    [Required(ErrorMessage = "Choose what happened.")]
    public string? What { get; init; }

    [Required(ErrorMessage = "Say what is known and from whom.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public OpenEmergency ToAct() => new(What!, Reason!.Trim());
}

/// <summary>He need not give a reason.</summary>
public sealed record WithdrawalForm
{
    [Required(ErrorMessage = "Confirm that he said so himself.")]
    public string? Confirmed { get; init; }

    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public WithdrawCase ToAct() => new() { Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim() };
}

public sealed record EarlyClosureForm
{
    [Required(ErrorMessage = "Choose why the case ends.")]
    public string? Outcome { get; init; }

    [Required(ErrorMessage = "Write the reason in a sentence or two.")]
    [StringLength(5_000, ErrorMessage = "The reason is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public CloseEarly ToAct() => new(Outcome!, Reason!);
}

public sealed record SealForm
{
    [Required(ErrorMessage = "Say what happened.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public SealCase ToAct() => new(Reason!.Trim());
}

public sealed record UnsealForm
{
    [Required(ErrorMessage = "Say why it is safe now.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public UnsealCase ToAct() => new(Reason!.Trim());
}

public sealed record RetryForm
{
    [Required(ErrorMessage = "Choose the step.")]
    public string? Fault { get; init; }

    public RetryStep ToAct() => new(Fault!);
}

public sealed record RerouteForm
{
    [Required(ErrorMessage = "Choose the programme.")]
    public string? Programme { get; init; }

    [Required(ErrorMessage = "Say why another programme.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public RerouteCase ToAct() => new(Programme!, Reason!.Trim());
}

public sealed record ReopenForm
{
    [Required(ErrorMessage = "Choose why it begins again.")]
    public ReopeningCause? Cause { get; init; }

    [Required(ErrorMessage = "Say what is new.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public ReopenCase ToAct() => new(Cause!.Value, Reason!.Trim());
}
