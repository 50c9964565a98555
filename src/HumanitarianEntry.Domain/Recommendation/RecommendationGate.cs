using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;

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
        if (outcome != "recommend")
        {
            yield break;
        }

        if (file.Dossier.Recommendations.Count == 0)
        {
            yield return new Blocker("recommendation-not-written", "Write the recommendation with its findings and doubts first.");
        }

        if (file.Identity.Gradings.Latest()?.Grade is not { } grade || grade > context.Programme.MinIdentityGrade)
        {
            yield return new Blocker("identity-grade-too-low", $"The programme asks for ID-{context.Programme.MinIdentityGrade} or better.");
        }

        foreach (var blocker in IdentityGate.Check(file, "verified").Where(b => b.Code != "identity-grade-missing"))
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

    /// <summary>Identity is made current again by grading it anew: its gate does not open a second time.</summary>
    private static DateTimeOffset CurrentSince(CaseFile file, GateDecision decision) =>
        decision.Gate == Gate.Identity && file.Identity.Gradings.LastOrDefault()?.Provenance.At is { } graded && graded > decision.By.At ? graded : decision.By.At;
}

/// <summary>A finding on one criterion, in words that can be checked.</summary>
public sealed record CriterionFinding(string Criterion, string Finding);

public sealed record RecommendationText(string Summary, ImmutableList<CriterionFinding> Findings, ImmutableList<string> Doubts, ImmutableList<string> Conditions);

[ActKind("write-recommendation", Compartment.Dossier, Role.Coordinator)]
public sealed record WriteRecommendation(string Summary, ImmutableList<CriterionFinding> Findings) : Act
{
    public ImmutableList<string> Doubts { get; init; } = [];
    public ImmutableList<string> Conditions { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.IsOpen(Gate.Recommendation))
        {
            yield return new Blocker("gate-is-not-open", $"No recommendation is due: the case is at {file.Position.State}.");
        }

        if (string.IsNullOrWhiteSpace(Summary) || Findings.Count == 0 || Findings.Exists(f => string.IsNullOrWhiteSpace(f.Finding)))
        {
            yield return new Blocker("recommendation-incomplete", "A recommendation has a summary and a finding for each criterion.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Recommendations = file.Dossier.Recommendations.Add(context.Record(new RecommendationText(Summary.Trim(), Findings, Doubts, Conditions), "coordinator")) } });
}
