using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;

namespace HumanitarianEntry.Domain.Exclusion;

public enum ExclusionLimb
{
    Peace,
    WarCrime,
    CrimeAgainstHumanity,
    SeriousNonPoliticalCrime,
    UnitedNationsPurposes,
}

public enum ExclusionConclusion
{
    NoTrigger,
    TriggerCleared,
    Unresolved,
    SeriousReasons,
}

/// <summary>
/// Individual assessment under article 1F of the 1951 Convention (handbook 4c). The standard is "serious reasons for considering": more than suspicion, on clear and credible information; less than
/// what a criminal court needs; who assesses bears the burden (Guidelines No. 5, part on burden and standard of proof).
/// Assessments of before the guided form have the texts of the constructor only; what came with it is null there, and so not written: the hash of a dossier's inputs stays as it was.
/// </summary>
/// <param name="Subject">What raised the question: an answer code, an incident id or the label of a hit.</param>
/// <param name="Act">What happened.</param>
/// <param name="Contribution">The person's own part, in words.</param>
/// <param name="KnowledgeAndIntent">Rome Statute art. 30.</param>
/// <param name="Defences">What was found about grounds that exclude responsibility, in words.</param>
public sealed record ExclusionAssessment(
    string Subject, ExclusionLimb Limb, string Act, string Contribution, string KnowledgeAndIntent, string Defences, string Proportionality, ExclusionConclusion Conclusion, string Reason)
{
    /// <summary>The list entry, where the subject is a hit of the run that was the latest then.</summary>
    public string? EntryHash { get; init; }

    public string? When { get; init; }
    public string? Where { get; init; }

    /// <summary>What is known of the act, and from whom.</summary>
    public string? Sources { get; init; }

    /// <summary>Answers to the elements of the limb and of the grounds that were looked into.</summary>
    public ImmutableList<ElementAnswer>? Elements { get; init; }

    public ImmutableList<ContributionMode>? Modes { get; init; }

    /// <summary>The grounds that were looked into.</summary>
    public ImmutableList<ExclusionGround>? Grounds { get; init; }

    /// <summary>Punishment served, time gone by, conduct since (Guidelines No. 5, expiation).</summary>
    public string? Expiation { get; init; }

    /// <summary>How what is known stands to the standard of proof.</summary>
    public string? Standard { get; init; }

    /// <summary>What it rests on.</summary>
    public ImmutableList<FactLink>? Links { get; init; }

    /// <summary>Why the same person assessed the same question again; null the first time.</summary>
    public string? WhyNew { get; init; }

    /// <summary>Made with the guided form, so that each element can be read by itself.</summary>
    public bool IsGuided => Elements is not null;

    public ElementAnswer? AnswerTo(ExclusionElement element) => Elements?.Find(e => e.Element == element);
}

/// <summary>Reading assessments: the one place that says which of several counts.</summary>
public static class Exclusions
{
    /// <summary>The latest assessment of a question; of one person where one is named. Null when there is none.</summary>
    public static Recorded<ExclusionAssessment>? Latest(ImmutableList<Recorded<ExclusionAssessment>> assessments, string subject, Guid? person = null) =>
        assessments.FindLast(a => a.Value.Subject == subject && (person is null || a.Provenance.By == person));

    /// <summary>The latest of each question.</summary>
    public static IReadOnlyList<Recorded<ExclusionAssessment>> Current(ImmutableList<Recorded<ExclusionAssessment>> assessments) =>
        [.. assessments.GroupBy(a => a.Value.Subject, StringComparer.Ordinal).Select(g => g.Last())];

    /// <summary>Another one of the same question by the same person came after it.</summary>
    public static bool IsSuperseded(ImmutableList<Recorded<ExclusionAssessment>> assessments, Recorded<ExclusionAssessment> assessment) =>
        !ReferenceEquals(Latest(assessments, assessment.Value.Subject, assessment.Provenance.By), assessment);
}
