using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>What the person may know of an internal review from his own page: never who decided what and why, nor what came of the review. These are told in a conversation.</summary>
/// <param name="Until">Until the end of which day it can be asked for; null when there is nothing to review.</param>
/// <param name="MayAsk">Nobody asked, and the time is not over.</param>
/// <param name="AskedAt">When it was asked for, by himself or by somebody for him.</param>
/// <param name="Words">What he wrote himself; null when he wrote nothing.</param>
public sealed record OwnReview(DateOnly? Until, bool MayAsk, DateTimeOffset? AskedAt, string? Words, DateTimeOffset? AnsweredAt)
{
    /// <summary>No decision that could be reviewed, and none that was.</summary>
    public static readonly OwnReview None = new(null, false, null, null, null);

    public bool IsAny => this != None;

    /// <param name="file">Needs the compartment "dossier" only.</param>
    public static OwnReview Of(CaseFile file, DateTimeOffset now)
    {
        var decision = InternalReview.Reviewable(file);

        // What was asked for before the case began again is over, but it is still true that it was asked for and answered.
        var asked = decision is null ? file.Dossier.ReviewRequests.LastOrDefault() : InternalReview.Asked(file);
        var answered = asked is null ? null : file.Dossier.ReviewDecisions.LastOrDefault(d => d.Provenance.At >= asked.Provenance.At);
        return new OwnReview(
            decision is null ? null : InternalReview.LastDay(decision),
            decision is not null && asked is null && InternalReview.IsInTime(decision, now),
            asked?.Provenance.At,
            asked is { Provenance.Role: Role.Applicant, Value.Grounds.Length: > 0 } own ? own.Value.Grounds : null,
            answered?.Provenance.At);
    }
}
