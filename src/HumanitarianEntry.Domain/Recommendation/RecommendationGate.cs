using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Lookalikes;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>G6: identity, vetting and evidence must stand and be current before anybody recommends (handbook G6, 90 days).</summary>
public static class RecommendationGate
{
    private static readonly ImmutableArray<(Gate Gate, ImmutableArray<string> Outcomes)> Passing =
    [
        (Gate.Identity, ["verified"]),
        (Gate.Interview, ["complete", "trigger"]),
        (Gate.Vetting, ["clear", "clear-with-remarks"]),
        (Gate.Evidence, ["sufficient"]),
    ];

    public const string NotRecommended = "not-recommended";

    /// <summary>Why a case is not recommended, as closed codes (handbook section 3, code lists).</summary>
    public static readonly ImmutableArray<string> ReasonCodes = ["NR-ID", "NR-CRED", "NR-EXCL", "NR-INTEG", "NR-EVID", "NR-PROG", "NR-WITHDRAWN"];

    /// <summary>"Not recommended" names its codes, so that it can be reviewed and counted; no other outcome has any.</summary>
    public static IEnumerable<Blocker> CheckCodes(string outcome, ImmutableList<string> codes)
    {
        if (outcome == NotRecommended && codes.Count == 0)
        {
            yield return new Blocker("reason-code-missing", $"Choose at least one reason code: {string.Join(", ", ReasonCodes)}.");
        }

        if (codes.Exists(c => outcome != NotRecommended || !ReasonCodes.Contains(c)))
        {
            yield return new Blocker("reason-code-unknown", $"Reason codes belong to 'not recommended' and are among: {string.Join(", ", ReasonCodes)}.");
        }
    }

    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        foreach (var blocker in HearingRules.Check(file, outcome))
        {
            yield return blocker;
        }

        if (outcome != "recommend")
        {
            yield break;
        }

        foreach (var blocker in Written(file))
        {
            yield return blocker;
        }

        if (file.Identity.Gradings.Latest()?.Grade is not { } grade || grade > context.Programme.MinIdentityGrade)
        {
            yield return new Blocker("identity-grade-too-low", $"The programme asks for ID-{context.Programme.MinIdentityGrade} or better.");
        }

        foreach (var blocker in IdentityGate.Check(file, "verified").Where(b => b.Code != "identity-grade-missing"))
        {
            yield return blocker;
        }

        foreach (var blocker in LookalikeRules.AgainstGate(file.Evidence))
        {
            yield return blocker;
        }

        foreach (var blocker in FamilyRules.Children(file, context.Today))
        {
            yield return blocker;
        }

        foreach (var (gate, passing) in Passing)
        {
            var row = GateTable.For(gate);
            if (file.DecisionOn(gate) is not { } decision)
            {
                yield return new Blocker($"{row.Key}-not-passed", $"{row.Number} was not passed: no decision.");
            }
            else if (!passing.Contains(decision.Outcome))
            {
                yield return new Blocker($"{row.Key}-not-passed", $"{row.Number} was not passed: {new GateOutcome(gate, decision.Outcome)}.");
            }
            else if ((context.Now - CurrentSince(file, decision)).TotalDays > context.Programme.GateResultsMaxAgeDays)
            {
                yield return new Blocker($"{row.Key}-too-old", $"The decision on {row.Number} is older than {context.Programme.GateResultsMaxAgeDays} days.");
            }
        }
    }

    /// <summary>What the recommendation itself lacks: a finding on every criterion, none against it, engagement by evidence, the person's own word on what it asks.</summary>
    private static IEnumerable<Blocker> Written(CaseFile file)
    {
        if (file.Recommendation?.Value is not { } text)
        {
            return [new Blocker("recommendation-not-written", "Write the recommendation with its findings and doubts first.")];
        }

        var blockers = new List<Blocker>();

        // Recommendations of before there were results name their criteria in words of their own.
        if (text.Findings.Exists(f => f.Result is not null))
        {
            var missing = Criteria.Codes.Except(text.Findings.Select(f => f.Criterion), StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                blockers.Add(new Blocker("finding-missing", $"The recommendation has no finding on: {string.Join(", ", missing)}."));
            }

            if (text.Findings.Exists(f => f.Result == CriterionResult.NotMet))
            {
                blockers.Add(new Blocker("criterion-not-met", "A finding says that a criterion is not met: what it says and what is decided must fit."));
            }

            if (text.Findings.Find(f => f.Criterion == Criteria.Engagement) is { Evidence.Count: 0 })
            {
                blockers.Add(new Blocker("engagement-without-evidence", "The finding on engagement names no evidence item."));
            }
        }

        return blockers.Concat(OwnWord.Check(file));
    }

    /// <summary>Identity is made current again by grading it anew: its gate does not open a second time.</summary>
    private static DateTimeOffset CurrentSince(CaseFile file, GateDecision decision) =>
        decision.Gate == Gate.Identity && file.Identity.Gradings.LastOrDefault()?.Provenance.At is { } graded && graded > decision.By.At ? graded : decision.By.At;
}
