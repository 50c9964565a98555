using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Exclusion;

/// <summary>The parts of an assessment, in the order in which they are thought through.</summary>
public enum ExclusionStep
{
    Raised,
    Limb,
    Elements,
    Act,
    Contribution,
    Intent,
    Grounds,
    Proportionality,
    Standard,
    Conclusion,
}

/// <summary>What an assessment lacks, and where it is answered.</summary>
public sealed record ExclusionGap(ExclusionStep Step, Sentence Message);

/// <summary>
/// What must have been thought through before a conclusion (handbook 4c). It says what is missing, never what follows: a conclusion is a person's.
/// The order is that of the UNHCR Guidelines No. 5: does the act fall under article 1F, did the person incur individual responsibility, is there a ground that excludes it, do the consequences stand in proportion.
/// "No trigger" means that there was no act to assess, so it needs a reason and nothing else.
/// </summary>
public static class ExclusionRules
{
    public static IEnumerable<ExclusionGap> Missing(ExclusionAssessment assessment) =>
        assessment.Conclusion == ExclusionConclusion.NoTrigger ? [] : ActGaps(assessment).Concat(ResponsibilityGaps(assessment)).Concat(WeighingGaps(assessment));

    /// <summary>Answers that cannot stand beside each other, whatever the conclusion.</summary>
    public static IEnumerable<Blocker> Contradicting(ExclusionAssessment assessment)
    {
        if (assessment.Modes is { Count: > 1 } modes && modes.Contains(ContributionMode.None))
        {
            yield return new Blocker("contribution-contradicts-itself", "“No contribution found” cannot stand beside a way of contributing.");
        }

        if (assessment.Conclusion == ExclusionConclusion.SeriousReasons && assessment.Modes?.Contains(ContributionMode.None) == true)
        {
            yield return new Blocker("membership-is-not-enough", "Without a contribution of the person there are no serious reasons: to have belonged to a unit is never enough.");
        }

        if (ExclusionElements.IsAlwaysManifest(assessment.Limb) && assessment.AnswerTo(ExclusionElement.OrderNotManifestlyUnlawful)?.Finding == ElementFinding.Shown)
        {
            yield return new Blocker("orders-always-manifest", "An order to commit genocide or a crime against humanity is always manifestly unlawful (Rome Statute, article 33). Correct that answer.");
        }
    }

    private static IEnumerable<ExclusionGap> ActGaps(ExclusionAssessment assessment)
    {
        foreach (var element in Unanswered(assessment, ExclusionElements.Of(assessment.Limb)))
        {
            yield return new(ExclusionStep.Elements, Sentence.Of($"Not answered yet: {element}"));
        }

        if (IsEmpty(assessment.Act))
        {
            yield return new(ExclusionStep.Act, Sentence.Of("The act is missing: what happened?"));
        }

        if (IsEmpty(assessment.When))
        {
            yield return new(ExclusionStep.Act, Sentence.Of("The act is missing: when was it?"));
        }

        if (IsEmpty(assessment.Where))
        {
            yield return new(ExclusionStep.Act, Sentence.Of("The act is missing: where was it?"));
        }

        if (IsEmpty(assessment.Sources))
        {
            yield return new(ExclusionStep.Act, Sentence.Of("The act is missing: from which sources is it known?"));
        }
    }

    private static IEnumerable<ExclusionGap> ResponsibilityGaps(ExclusionAssessment assessment)
    {
        if (assessment.Modes is not { Count: > 0 })
        {
            yield return new(ExclusionStep.Contribution, Sentence.Of("Say in which way the person contributed, or that no contribution was found."));
        }

        if (IsEmpty(assessment.Contribution))
        {
            yield return new(ExclusionStep.Contribution, Sentence.Of("The person’s own contribution is missing in words."));
        }

        if (IsEmpty(assessment.KnowledgeAndIntent))
        {
            yield return new(ExclusionStep.Intent, Sentence.Of("Knowledge and intent are missing."));
        }

        if (IsEmpty(assessment.Defences))
        {
            yield return new(ExclusionStep.Grounds, Sentence.Of("Say what was found about grounds that exclude responsibility, even if it is that none was raised."));
        }

        foreach (var element in (assessment.Grounds ?? []).Distinct().SelectMany(g => Unanswered(assessment, ExclusionElements.Of(g))))
        {
            yield return new(ExclusionStep.Grounds, Sentence.Of($"Not answered yet: {element}"));
        }
    }

    private static IEnumerable<ExclusionGap> WeighingGaps(ExclusionAssessment assessment)
    {
        if (assessment.Conclusion == ExclusionConclusion.SeriousReasons && IsEmpty(assessment.Proportionality))
        {
            yield return new(ExclusionStep.Proportionality, Sentence.Of("Proportionality is missing: what would exclusion mean for the person, held against the act?"));
        }

        if (assessment.Conclusion == ExclusionConclusion.SeriousReasons && IsEmpty(assessment.Expiation))
        {
            yield return new(ExclusionStep.Proportionality, Sentence.Of("Expiation is missing: punishment served, time gone by, conduct since."));
        }

        if (IsEmpty(assessment.Standard))
        {
            yield return new(ExclusionStep.Standard, Sentence.Of("Say how what is known stands to the standard “serious reasons for considering”."));
        }
    }

    private static IEnumerable<ExclusionElement> Unanswered(ExclusionAssessment assessment, ImmutableArray<ExclusionElement> elements) =>
        elements.Where(e => IsEmpty(assessment.AnswerTo(e)?.Words));

    private static bool IsEmpty(string? text) => string.IsNullOrWhiteSpace(text);
}
