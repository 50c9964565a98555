using System.Globalization;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>G5: is active engagement proven to the programme's threshold? (handbook G5: acts, types, public or costly, before first contact, graded, none contradicted)</summary>
public static class EvidenceGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (outcome != "sufficient")
        {
            yield break;
        }

        var threshold = context.Programme.Evidence;
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

        var counting = items.Where(i => Counts(file.Evidence, i.Label, threshold)).ToList();
        var contact = DateOnly.FromDateTime(file.OpenedAt.UtcDateTime);
        var grade = string.Create(CultureInfo.InvariantCulture, $"{threshold.WorstReliability}{threshold.WorstCredibility} {threshold.WorstCorroboration}");
        var (acts, types, strong, early) = (
            counting.Count,
            counting.Select(i => i.Type).Distinct().Count(),
            counting.Count(i => i.IsPublic || i.IsCostly),
            counting.Count(i => (file.Evidence.GradeOf(i.Label)?.VerifiedOn ?? i.ClaimedOn)?.Latest < contact));
        if (acts < threshold.MinActs)
        {
            yield return new Blocker("evidence-below-threshold", $"{acts} of {threshold.MinActs} acts with at least {grade}.");
        }

        if (types < threshold.MinTypes)
        {
            yield return new Blocker("evidence-below-threshold", $"{types} of {threshold.MinTypes} types of act with at least {grade}.");
        }

        if (strong < threshold.MinPublicOrCostly)
        {
            yield return new Blocker("evidence-below-threshold", $"{strong} of {threshold.MinPublicOrCostly} public or costly acts with at least {grade}.");
        }

        if (early < threshold.MinBeforeFirstContact)
        {
            yield return new Blocker("evidence-below-threshold", $"{early} of {threshold.MinBeforeFirstContact} acts before first contact with at least {grade}.");
        }
    }

    /// <summary>True when an item meets the programme's reliability, credibility and corroboration.</summary>
    public static bool Counts(EvidenceFacts facts, string label, EvidenceThreshold threshold) =>
        facts.GradeOf(label) is { Corroboration: not Corroboration.KX } grade
        && facts.IsConfirmed(label)
        && grade.Reliability <= threshold.WorstReliability
        && grade.Credibility <= threshold.WorstCredibility
        && grade.Corroboration >= threshold.WorstCorroboration;
}
