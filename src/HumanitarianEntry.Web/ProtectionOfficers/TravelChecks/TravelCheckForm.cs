using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Travel;

namespace HumanitarianEntry.Web.ProtectionOfficers.TravelChecks;

public sealed partial record TravelCheckForm : IValidatableObject
{
    [Required(ErrorMessage = "Say how far the search for him reaches. “Unknown” is an answer; it means hold.")]
    public WantedScope? Wanted { get; init; }

    [Required(ErrorMessage = "Say how you know: offline list, lawyer, relative."), StringLength(1_000)]
    public string? WantedSource { get; init; }

    [Required(ErrorMessage = "Answer for the exit ban; “unknown” means hold.")]
    public Finding? ExitBan { get; init; }

    [Required(ErrorMessage = "Answer for the open case; “unknown” means hold.")]
    public Finding? OpenHostCase { get; init; }

    [Required(ErrorMessage = "Answer for the fine; “unknown” means hold.")]
    public Finding? OverstayFine { get; init; }

    [Required(ErrorMessage = "Answer for the removal order; “unknown” means hold.")]
    public Finding? RemovalOrder { get; init; }

    [StringLength(200)]
    public string? Route { get; init; }

    [StringLength(500)]
    public string? Carrier { get; init; }

    [StringLength(2_000)]
    public string? CheckInTimes { get; init; }

    [StringLength(2_000)]
    public string? AbortCriteria { get; init; }

    public bool CounselOnCall { get; init; }

    public List<string> ConditionsMet { get; init; } = [];

    /// <summary>Country codes in order.</summary>
    public IReadOnlyList<string> Countries => [.. Separator().Split(Route ?? string.Empty).Where(c => c.Length > 0).Select(c => c.ToUpperInvariant())];

    /// <summary>Only for a valid form.</summary>
    public CheckTravel ToAct() => new(Wanted!.Value, WantedSource!.Trim(), ExitBan!.Value, OpenHostCase!.Value, OverstayFine!.Value, RemovalOrder!.Value)
    {
        Route = [.. Countries],
        Carrier = Carrier?.Trim() ?? string.Empty,
        CheckInTimes = CheckInTimes?.Trim() ?? string.Empty,
        AbortCriteria = AbortCriteria?.Trim() ?? string.Empty,
        CounselOnCall = CounselOnCall,
        ConditionsMet = [.. ConditionsMet],
    };

    /// <summary>The plan of the last check again, never its findings: those must be asked anew.</summary>
    public static TravelCheckForm After(TravelCheck? last) => last is null
        ? new TravelCheckForm()
        : new TravelCheckForm { Route = string.Join(' ', last.Route), Carrier = last.Carrier, CheckInTimes = last.CheckInTimes, AbortCriteria = last.AbortCriteria };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Countries.FirstOrDefault(c => c.Length != 2 || !c.All(char.IsAsciiLetterUpper)) is { } wrong)
        {
            yield return new(S($"“{wrong}” is no country code. Write two letters for each country, such as KZ TR FR."), [nameof(Route)]);
        }
    }

    [GeneratedRegex(@"[\s,;>–-]+", RegexOptions.None, 200)]
    private static partial Regex Separator();
}
