using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Travel;

/// <summary>G12: a travel paper that is valid today is on file.</summary>
public static class TravelDocumentGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome == "issued" && !HasValidPaper(file, context))
        {
            yield return new Blocker("travel-paper-missing", "No travel paper that is valid now is on file.");
        }
        else if (outcome == "issued" && !file.Travel.Papers.Latest()!.CarrierAccepts)
        {
            yield return new Blocker("carrier-not-asked", "Ask the carrier whether it takes him with this paper, and record the paper again: boarding is refused for unknown papers.");
        }
    }

    internal static bool HasValidPaper(CaseFile file, ActContext context) =>
        file.Travel.Papers.Latest() is { } paper && paper.ValidFrom <= context.Today && paper.ValidUntil >= context.Today;
}

/// <summary>
/// G13: he may go only when nobody at the border will hold him. Unknown is never good enough, and states that share the persecutor's search base are no transit
/// (handbook G13; findings 5 and 6).
/// </summary>
public static class TravelSafetyGate
{
    private static readonly HashSet<string> SharedSearchBase = ["RU", "BY", "KG", "AM", "TJ", "UZ", "KZ", "AZ"];
    private const int MaxCheckAgeHours = 24;

    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome == "document-expired")
        {
            if (TravelDocumentGate.HasValidPaper(file, context))
            {
                yield return new Blocker("travel-paper-still-valid", "The travel paper on file is still valid.");
            }

            yield break;
        }

        if (outcome is not ("go" or "go-with-escort"))
        {
            yield break;
        }

        if (!TravelDocumentGate.HasValidPaper(file, context))
        {
            yield return new Blocker("travel-paper-missing", "The travel paper has expired or is not valid yet.");
        }

        foreach (var blocker in ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays))
        {
            yield return blocker;
        }

        if (OldestWantedList(file) is { } day && context.Today.DayNumber - day.DayNumber > context.Programme.MaxScreeningAgeDays)
        {
            yield return new Blocker("wanted-list-stale", $"A wanted list of the persecuting state that was searched is of {day}, older than {context.Programme.MaxScreeningAgeDays} days. Load a newer one and screen again.");
        }

        if (file.Travel.Checks.LastOrDefault() is not { } check)
        {
            yield return new Blocker("travel-check-missing", "No travel check is on file.");
            yield break;
        }

        if ((context.Now - check.Provenance.At).TotalHours > MaxCheckAgeHours)
        {
            yield return new Blocker("travel-check-stale", $"The travel check is older than {MaxCheckAgeHours} hours; wanted status changes overnight.");
        }

        foreach (var blocker in Dangers(check.Value, file).Concat(LegalDangers.Against(check.Value, file)).Concat(FamilyRules.Children(file, context.Today)).Concat(FamilyRules.Outcomes(file)))
        {
            yield return blocker;
        }
    }

    private static IEnumerable<Blocker> Dangers(TravelCheck check, CaseFile file)
    {
        if (check.Wanted is WantedScope.Unknown)
        {
            yield return new Blocker("wanted-scope-unknown", "It is not known how far the search for him reaches. Unknown means hold.");
        }
        else if (check.Wanted is WantedScope.Interstate or WantedScope.International)
        {
            yield return new Blocker("wanted-beyond-border", $"He is searched for beyond the federal list ({check.Wanted}); border guards will hold him.");
        }
        else if (check.Wanted is WantedScope.None && IsWanted(file))
        {
            yield return new Blocker("wanted-flag-set", "The screening shows that he is wanted; establish how far the search reaches.");
        }

        foreach (var (finding, known, unknown) in new[]
        {
            (check.ExitBan, new Blocker("exit-ban", "There is an exit ban."), new Blocker("exit-ban", "Whether there is an exit ban is not known. Unknown means hold.")),
            (check.OpenHostCase, new Blocker("open-host-case", "There is an open case in the country of stay."), new Blocker("open-host-case", "Whether there is an open case in the country of stay is not known. Unknown means hold.")),
            (check.OverstayFine, new Blocker("overstay-fine", "There is a fine for overstay."), new Blocker("overstay-fine", "Whether there is a fine for overstay is not known. Unknown means hold.")),
            (check.RemovalOrder, new Blocker("removal-order", "There is a removal order."), new Blocker("removal-order", "Whether there is a removal order is not known. Unknown means hold.")),
        })
        {
            if (finding != Finding.No)
            {
                yield return finding == Finding.Yes ? known : unknown;
            }
        }

        foreach (var country in check.Route.Skip(1).Where(SharedSearchBase.Contains))
        {
            yield return new Blocker("route-through-search-base", $"The route passes {country}, which shares the search base.");
        }

        if (file.Travel.Papers.Latest() is { RouteAllowed.Count: > 0 } paper)
        {
            foreach (var country in check.Route.Where(c => !paper.RouteAllowed.Contains(c)))
            {
                yield return new Blocker("route-not-allowed", $"The travel paper is not made out for {country}.");
            }
        }

        if (check.Route.Count < 2)
        {
            yield return new Blocker("route-missing", "Name the route from departure to destination.");
        }

        if (!check.CounselOnCall)
        {
            yield return new Blocker("counsel-not-on-call", "A lawyer must be on call during the journey.");
        }

        foreach (var condition in file.Dossier.StateDecisions.Latest()?.Conditions.Where(c => !check.ConditionsMet.Contains(c)) ?? [])
        {
            yield return new Blocker("condition-open", $"A condition of the state is open: {condition}.");
        }
    }

    /// <summary>A run of today over a list of last month says nothing about last week (handbook G13).</summary>
    private static DateOnly? OldestWantedList(CaseFile file) =>
        file.Vetting.LatestRun?.Value.Lists.Where(l => l.Kind == ListKind.PersecutorWanted).Select(l => (DateOnly?)l.VersionDate).Min();

    /// <summary>The travel flag: any hit on a list of the persecuting state that was not found to be another person (handbook section 5, statement 13).</summary>
    public static bool IsWanted(CaseFile file)
    {
        // A run that failed or did not search a wanted list says nothing; the last one that did stands.
        if (file.Vetting.Runs.LastOrDefault(r => r.Value.Failure is null && r.Value.Lists.Exists(l => l.Kind == ListKind.PersecutorWanted)) is not { } run)
        {
            return false;
        }

        var persecutor = run.Value.Lists.Where(l => l.Kind == ListKind.PersecutorWanted).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        return run.Value.Hits.Exists(h => persecutor.Contains(h.ListId) && file.Vetting.StandingOf(h) != HitStanding.NotSame);
    }
}

/// <summary>G14: arrived means admitted by the border of the destination, not landed.</summary>
public static class JourneyGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, string outcome)
    {
        var opened = file.Position.Open.Find(o => o.Gate == Gate.Journey)?.Since;
        if (outcome == "arrived" && !file.Travel.CheckIns.Exists(c => c.Value.Event == TravelEvent.Admitted && c.Provenance.At >= opened))
        {
            yield return new Blocker("not-admitted-yet", "No check-in says that he was admitted at the border.");
        }
    }
}
