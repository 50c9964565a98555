using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Exclusion;

/// <summary>Puts one person's assessment of one question on file. It is never changed: assessed again, it is another one with the reason why.</summary>
[ActKind("assess-exclusion", Compartment.Vetting, Role.Vetter)]
public sealed record AssessExclusion(string Subject, ExclusionLimb Limb, string Act, ExclusionConclusion Conclusion, string Reason) : Act
{
    public string When { get; init; } = string.Empty;
    public string Where { get; init; } = string.Empty;
    public string Sources { get; init; } = string.Empty;
    public ImmutableList<ElementAnswer> Elements { get; init; } = [];
    public ImmutableList<ContributionMode> Modes { get; init; } = [];
    public string Contribution { get; init; } = string.Empty;
    public string KnowledgeAndIntent { get; init; } = string.Empty;
    public ImmutableList<ExclusionGround> Grounds { get; init; } = [];
    public string Defences { get; init; } = string.Empty;
    public string Proportionality { get; init; } = string.Empty;
    public string Expiation { get; init; } = string.Empty;
    public string Standard { get; init; } = string.Empty;
    public ImmutableList<FactLink> Links { get; init; } = [];

    /// <summary>Needed when the same person has assessed the same question before.</summary>
    public string? WhyNew { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Interviewers.Contains(context.Actor.Id))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must assess exclusion.");
        }

        foreach (var blocker in BlindReview.AgainstChange(file, context, file.Vetting.Exclusions.Exists(e => e.Provenance.By == context.Actor.Id && e.Value.Subject == Subject)))
        {
            yield return blocker;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason for the conclusion.");
        }

        if (string.IsNullOrWhiteSpace(WhyNew) && Exclusions.Latest(file.Vetting.Exclusions, Subject, context.Actor.Id) is not null)
        {
            yield return new Blocker("why-new-missing", "You have assessed this question before. Say why you assess it again; the earlier assessment stays on file.");
        }

        var assessment = Assessment(file);
        foreach (var blocker in ExclusionRules.Missing(assessment).Select(gap => new Blocker("assessment-incomplete", gap.Message))
            .Concat(ExclusionRules.Contradicting(assessment)).Concat(FactLinks.Check(file, Links)))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Exclusions = file.Vetting.Exclusions.Add(context.Record(Assessment(file), "vetter", Confidence.Confirmed)) } });

    /// <summary>What would be put on file.</summary>
    /// <param name="file">The case, where a hit may be the subject.</param>
    public ExclusionAssessment Assessment(CaseFile? file) => new(Subject, Limb, Act, Contribution, KnowledgeAndIntent, Defences, Proportionality, Conclusion, Reason.Trim())
    {
        EntryHash = file?.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == Subject)?.EntryHash,
        When = When,
        Where = Where,
        Sources = Sources,
        Elements = Elements,
        Modes = Modes,
        Grounds = Grounds,
        Expiation = Expiation,
        Standard = Standard,
        Links = Links,
        WhyNew = WhyNew,
    };
}
