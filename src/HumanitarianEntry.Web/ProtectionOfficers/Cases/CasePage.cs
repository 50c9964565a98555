using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.ProtectionOfficers.Cases;

public sealed record CasePage(CaseView Case, Checklist Next, string Url)
{
    public CaseFile File => Case.File;

    public bool IsEmergency => File.Position.SidePath == SidePath.Emergency;
}

/// <summary>Where a protection officer mends what stands against a gate.</summary>
public static class ProtectionMends
{
    private static Mend TravelCheck => new("travel-check", S("Make a travel check"));
    private static Mend CheckIn => new("check-in", S("Record a check-in"));

    public static IReadOnlyDictionary<string, Mend> All => new Dictionary<string, Mend>(StringComparer.Ordinal)
    {
        ["travel-check-missing"] = TravelCheck,
        ["travel-check-stale"] = TravelCheck with { Label = S("Check again") },
        ["wanted-scope-unknown"] = TravelCheck,
        ["wanted-beyond-border"] = TravelCheck,
        ["wanted-flag-set"] = TravelCheck,
        ["exit-ban"] = TravelCheck,
        ["open-host-case"] = TravelCheck,
        ["overstay-fine"] = TravelCheck,
        ["removal-order"] = TravelCheck,
        ["route-through-search-base"] = TravelCheck,
        ["route-missing"] = TravelCheck,
        ["counsel-not-on-call"] = TravelCheck,
        ["condition-open"] = TravelCheck,
        ["not-admitted-yet"] = CheckIn,
        ["child-check-missing"] = new("family", S("Check what is best for the child")),
        ["child-check-open"] = new("family", S("Look at the family")),
        ["custody-open"] = new("family", S("Look at the family")),
        ["member-outcome-missing"] = new("family", S("Record what the state decided for each member")),
        ["member-not-going"] = new("family", S("Look at the family")),
        ["removal-order-on-file"] = new("law", S("Look at the legal situation")),
        ["exit-ban-on-file"] = new("law", S("Look at the legal situation")),
        ["wider-search-on-file"] = new("law", S("Look at the legal situation")),
        ["package-missing"] = new("hand-over", S("Prepare the hand-over package")),
    };
}
