using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Lookalikes;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>One count that a programme asks for, and why the other items do not help it.</summary>
/// <param name="Why">What keeps each item out; empty where there is no other item.</param>
public sealed record ThresholdLine(int Have, int Need, Sentence What, ImmutableList<Sentence> Why)
{
    public bool IsMet => Have >= Need;
}

/// <summary>G5: is active engagement proven to the programme's threshold? (handbook G5: acts, types, public or costly, before first contact, graded, none contradicted)</summary>
public static class EvidenceGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome != "sufficient")
        {
            yield break;
        }

        var items = file.Evidence.Items.Values().ToList();
        // A wanted-list entry may help him and never hold him up: it need not be graded (handbook section 5, statement 13).
        foreach (var item in items.Where(i => i.ListEntryHash is null && file.Evidence.GradeOf(i.Label) is null))
        {
            yield return new Blocker("evidence-ungraded", $"{item.Label} is not graded yet.");
        }

        foreach (var item in items.Where(i => file.Evidence.GradeOf(i.Label) is { IsTop: true } && !file.Evidence.IsConfirmed(i.Label)))
        {
            yield return new Blocker("top-grade-needs-two", $"{item.Label} has the top grade A1 from one person; a second must give it too.");
        }

        foreach (var item in items.Where(i => file.Evidence.GradeOf(i.Label)?.Corroboration == Corroboration.KX))
        {
            yield return new Blocker("evidence-contradicted", $"{item.Label} is contradicted (KX): decide 'contradicted'.");
        }

        foreach (var item in items.Where(i => file.Evidence.AgainstGrade(i.Label).Any()))
        {
            yield return new Blocker("grade-outrun", $"{item.Label} is graded better than its checks allow by now: grade it anew.");
        }

        foreach (var blocker in LookalikeRules.AgainstGate(file.Evidence))
        {
            yield return blocker;
        }

        foreach (var line in Lines(file, context.Programme.Evidence).Where(l => !l.IsMet))
        {
            yield return line.Why.IsEmpty
                ? new Blocker("evidence-below-threshold", $"{line.Have} of {line.Need} {line.What}.")
                : new Blocker("evidence-below-threshold", $"{line.Have} of {line.Need} {line.What}. Not counted: {new Listed(line.Why)}.");
        }
    }

    /// <summary>The programme's counts on the facts of now, met or not.</summary>
    public static ImmutableList<ThresholdLine> Lines(CaseFile file, EvidenceThreshold threshold)
    {
        var (facts, contact) = (file.Evidence, DateOnly.FromDateTime(file.OpenedAt.UtcDateTime));
        var items = facts.Items.Values().ToList();
        var counting = items.FindAll(i => Counts(facts, i.Label, threshold));
        ImmutableList<Sentence> others = [.. items.Except(counting).Select(i => Short(facts, i, threshold))];
        var grade = string.Create(CultureInfo.InvariantCulture, $"{threshold.WorstReliability}{threshold.WorstCredibility} {threshold.WorstCorroboration}");
        var early = counting.FindAll(i => DayOf(facts, i)?.Latest < contact);
        return
        [
            new(counting.Count, threshold.MinActs, Sentence.Of($"acts with at least {grade}"), others),
            new(counting.Select(i => i.Type).Distinct().Count(), threshold.MinTypes, Sentence.Of($"types of act with at least {grade}"), others),
            new(counting.Count(i => i.IsPublic || i.IsCostly), threshold.MinPublicOrCostly, Sentence.Of($"public or costly acts with at least {grade}"),
                [.. items.Where(i => i.IsPublic || i.IsCostly).Except(counting).Select(i => Short(facts, i, threshold))]),
            new(early.Count, threshold.MinBeforeFirstContact, Sentence.Of($"acts before first contact with at least {grade}"),
                [.. items.Except(early).Select(i => counting.Contains(i) ? Late(facts, i) : Short(facts, i, threshold))]),
        ];
    }

    /// <summary>True when an item meets the programme's reliability, credibility and corroboration.</summary>
    public static bool Counts(EvidenceFacts facts, string label, EvidenceThreshold threshold) =>
        facts.GradeOf(label) is { Corroboration: not Corroboration.KX } grade
        && facts.IsConfirmed(label)
        && !facts.AgainstGrade(label).Any()
        && grade.Reliability <= threshold.WorstReliability
        && grade.Credibility <= threshold.WorstCredibility
        && grade.Corroboration >= threshold.WorstCorroboration;

    /// <summary>The day of the act: as verified, else as claimed.</summary>
    public static People.PartialDate? DayOf(EvidenceFacts facts, EvidenceItem item) => facts.LastGradeOf(item.Label)?.VerifiedOn ?? item.ClaimedOn;

    private static Sentence Late(EvidenceFacts facts, EvidenceItem item) =>
        DayOf(facts, item) is { } day ? Sentence.Of($"{item.Label} can be of after first contact ({day})") : Sentence.Of($"{item.Label} has no date");

    private static Sentence Short(EvidenceFacts facts, EvidenceItem item, EvidenceThreshold threshold)
    {
        if (facts.GradeOf(item.Label) is not { } grade)
        {
            return Sentence.Of($"{item.Label} is not graded");
        }

        string[] lacks =
        [
            .. grade.Reliability > threshold.WorstReliability ? [threshold.WorstReliability.ToString()] : Array.Empty<string>(),
            .. grade.Credibility > threshold.WorstCredibility ? [threshold.WorstCredibility.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. grade.Corroboration < threshold.WorstCorroboration ? [threshold.WorstCorroboration.ToString()] : Array.Empty<string>(),
        ];
        return grade.Corroboration == Corroboration.KX ? Sentence.Of($"{item.Label} is contradicted")
            : lacks.Length > 0 ? Sentence.Of($"{item.Label} ({grade}) lacks {new Listed(lacks)}")
            : !facts.IsConfirmed(item.Label) ? Sentence.Of($"{item.Label} waits for a second grader")
            : Sentence.Of($"{item.Label} is graded better than its checks allow");
    }
}
