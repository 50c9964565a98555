using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>What several reviews of one case come to, for those who read results. Each person's latest word counts once.</summary>
public static class ReviewResult
{
    /// <summary>The assessment that stands for each subject: cleared when more people cleared it than did not. Its words are those of the first who came to it.</summary>
    public static IReadOnlyList<ExclusionAssessment> ExclusionsOf(CaseFile file) =>
    [
        .. file.Vetting.Exclusions.GroupBy(e => ReviewItem.SubjectOf(file, e.Value), StringComparer.Ordinal).Select(subject =>
        {
            var latest = subject.GroupBy(e => e.Provenance.By).Select(g => g.Last().Value).ToList();
            var cleared = latest.FindAll(VettingGate.IsCleared);
            return 2 * cleared.Count > latest.Count ? cleared[0] : latest.Except(cleared).MaxBy(e => e.Conclusion)!;
        }),
    ];

    /// <summary>The finding of more than half of those who made one; null when there is none.</summary>
    public static VoluntarinessFinding? VoluntarinessOf(CaseFile file)
    {
        var latest = file.Vetting.Voluntariness.GroupBy(v => v.Provenance.By).Select(g => g.Last().Value).ToList();
        return latest.GroupBy(v => v.Conclusion).FirstOrDefault(g => 2 * g.Count() > latest.Count)?.First();
    }
}
