using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>What was found on a criterion.</summary>
public enum CriterionResult
{
    Met,

    /// <summary>Met, with a doubt that the recommendation states.</summary>
    MetWithDoubt,
    NotMet,
}

/// <summary>A finding on one criterion, in words that can be checked.</summary>
/// <param name="Criterion">One of <see cref="Criteria.Codes"/>; older recommendations hold words of their own.</param>
public sealed record CriterionFinding(string Criterion, string Finding)
{
    /// <summary>Null in recommendations that were written before results were asked for.</summary>
    public CriterionResult? Result { get; init; }

    /// <summary>Labels of the evidence that it rests on.</summary>
    public ImmutableList<string> Evidence { get; init; } = [];
}

public sealed record RecommendationText(string Summary, ImmutableList<CriterionFinding> Findings, ImmutableList<string> Doubts, ImmutableList<string> Conditions);

/// <summary>The criteria on which a recommendation speaks (handbook G6; the reason codes NR-ID, NR-CRED, NR-EVID, NR-EXCL and NR-INTEG are their other side).</summary>
public static class Criteria
{
    public const string Engagement = "engagement";

    public static readonly ImmutableArray<string> Codes = ["identity", "credibility", "refusal-of-the-war", Engagement, "security", "needs"];
}

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

        if (string.IsNullOrWhiteSpace(Summary) || Findings.Count == 0 || Findings.Exists(f => string.IsNullOrWhiteSpace(f.Finding) || f.Result is null))
        {
            yield return new Blocker("recommendation-incomplete", "A recommendation has a summary, and on each criterion a result and a finding in words.");
        }

        if (Findings.Exists(f => !Criteria.Codes.Contains(f.Criterion)) || Findings.Select(f => f.Criterion).Distinct(StringComparer.Ordinal).Count() != Findings.Count)
        {
            yield return new Blocker("criterion-unknown", $"Each finding is on another one of these criteria: {string.Join(", ", Criteria.Codes)}.");
        }

        if (Findings.SelectMany(f => f.Evidence).FirstOrDefault(label => file.Evidence.Find(label) is null) is { } unknown)
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {unknown}.");
        }

        if (Findings.Exists(f => f.Result == CriterionResult.MetWithDoubt) && Doubts.Count == 0)
        {
            yield return new Blocker("doubt-not-stated", "A criterion is met with a doubt: write the doubt down, so that the state reads it from us.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Recommendations = file.Dossier.Recommendations.Add(context.Record(new RecommendationText(Summary.Trim(), Findings, Doubts, Conditions), "coordinator")) } });
}
