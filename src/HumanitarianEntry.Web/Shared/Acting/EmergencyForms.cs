using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>Opening an emergency (handbook P1), as several audiences may.</summary>
public sealed record OpenEmergencyForm
{
    public static IReadOnlyList<Choice> Kinds =>
    [
        new("detained", S("He is detained")),
        new(OpenEmergency.RemovalRisk, S("He may be removed from the country today or tomorrow")),
        new("abducted", S("He was taken away without any procedure")),
        new("missing", S("He is missing")),
        new("missed-check-in", S("He missed a check-in on the journey")),
        new("dead", S("He is said to be dead")),
    ];

    [Required(ErrorMessage = "Choose what happened."), AllowedValues("detained", OpenEmergency.RemovalRisk, "abducted", "missing", "missed-check-in", "dead", ErrorMessage = "Choose one of the answers.")]
    public string? What { get; init; }

    [Required(ErrorMessage = "Write what you know and from whom."), StringLength(10_000)]
    public string? Reason { get; init; }

    /// <summary>Only for a valid form.</summary>
    public OpenEmergency ToAct() => new(What!, Reason!.Trim());
}
