using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Stopping;

/// <summary>Detained, taken, missing or about to be removed.</summary>
[Route("screeners/cases/{reference}/emergency")]
public sealed class EmergencyController(CaseDoor door) : ScreenerForm<EmergencyForm>(door)
{
    protected override string FormView => "Emergency";

    protected override string Done => S("The emergency is open. Protection officer and counsel have been told.");

    protected override Act ToAct(EmergencyForm form) => form.ToAct();
}

public sealed record EmergencyForm
{
    public static IReadOnlyList<Choice> Kinds =>
        [new("detained", S("Detained")), new("abducted", S("Taken by unknown people")), new("missing", S("Missing")), new("removal-risk", S("May be removed today")), new("dead", S("Reported dead"))];

    [Required(ErrorMessage = "Choose what happened.")]
    public string? What { get; init; }

    [Required(ErrorMessage = "Write what is known and from whom.")]
    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Reason { get; init; }

    public OpenEmergency ToAct() => new(What!, Reason!.Trim());
}
