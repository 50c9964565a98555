using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Gates;

/// <summary>What holds at every gate, and the door to each gate's own rule.</summary>
public static class GateRules
{
    /// <summary>The pure verdict: may this gate be passed with this outcome on these facts?</summary>
    public static GateCheck Check(CaseFile file, ActContext context, Gate gate, string outcome) => new([.. OwnRule(file, context, gate, outcome)]);

    internal static IEnumerable<Blocker> CheckDecision(CaseFile file, ActContext context, Gate gate, string outcome, string reason, ImmutableArray<Role> mayDecide)
    {
        var row = GateTable.For(gate);
        if (!row.Outcomes.Contains(outcome))
        {
            yield return new Blocker("outcome-unknown", $"{row.Number} has no outcome '{outcome}'. It has: {string.Join(", ", row.Outcomes)}.");
            yield break;
        }

        if (!mayDecide.Contains(context.Actor.Role))
        {
            yield return new Blocker("role-may-not-decide", $"{row.Number} is not decided in the role {context.Actor.Role}.");
        }

        if (!file.Position.TakesDecision(gate))
        {
            yield return new Blocker("gate-is-not-open", $"{row.Number} is not open: the case is at {file.Position.State}.");
            yield break;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }

        foreach (var blocker in OwnRule(file, context, gate, outcome))
        {
            yield return blocker;
        }
    }

    internal static ActOutcome Decide(CaseFile file, GateDecision decision)
    {
        var row = GateTable.For(decision.Gate);
        var facts = file[row.Compartment];
        return new ActOutcome(file.With(row.Compartment, facts with { Decisions = facts.Decisions.Add(decision) })) { Decided = decision, StaysPut = file.Position.DecidesAgain(decision.Gate) };
    }

    /// <summary>What a proposal at this gate is about, so that the second person decides on the same thing.</summary>
    internal static string? SubjectOf(CaseFile file, Gate gate) => gate switch
    {
        Gate.Dossier => file.Dossier.Newest?.Sha256,
        Gate.Recommendation => file.Dossier.Recommendations.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Gate.TravelSafety => file.Travel.Checks.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>True when the proposal is about something that changed since, or was made before the gate opened again.</summary>
    internal static bool IsOutdated(CaseFile file, Proposal proposal) =>
        proposal.Subject != SubjectOf(file, proposal.Gate) || file.Position.Open.Find(o => o.Gate == proposal.Gate) is { } open && proposal.By.At < open.Since;

    /// <summary>Nobody signs his own work (handbook G6): who wrote the recommendation may propose it, not decide on it.</summary>
    internal static bool WroteIt(CaseFile file, Gate gate, Guid person) =>
        gate == Gate.Recommendation && file.Recommendation?.Provenance.By == person;

    private static IEnumerable<Blocker> OwnRule(CaseFile file, ActContext context, Gate gate, string outcome) => gate switch
    {
        Gate.Referral => [],
        Gate.Consent => ConsentGate.Check(file, context, outcome),
        Gate.Identity => IdentityGate.Check(file, outcome),
        Gate.Interview => InterviewGate.Check(file, outcome),
        Gate.Vetting => VettingGate.Check(file, context, outcome),
        Gate.Evidence => EvidenceGate.Check(file, context, outcome),
        Gate.Recommendation => RecommendationGate.Check(file, context, outcome),
        Gate.Routing => RoutingGate.Check(file, context, outcome),
        Gate.Dossier => DossierGate.Check(file, context, outcome),
        Gate.Nomination => outcome == "agreed" ? DossierGate.SubmissionConsent(file, context) : [],
        Gate.Submission => SubmissionGate.Check(file, context, outcome),
        Gate.InformationRequest => InformationRequestGate.Check(file, outcome),
        Gate.Decision => StateDecisionGate.Check(file, context, outcome),
        Gate.Review => [],
        Gate.Commitment => [],
        Gate.TravelDocument => TravelDocumentGate.Check(file, context, outcome),
        Gate.TravelSafety => TravelSafetyGate.Check(file, context, outcome),
        Gate.Journey => JourneyGate.Check(file, outcome),
        Gate.Reception => ReceptionGate.Check(file, outcome),
        Gate.Closure => ClosureGate.Check(file, context, outcome),
    };
}
