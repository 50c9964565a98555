using HumanitarianEntry.Casework.Announcements;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Notices.Inside;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Where his case stands, in the only words a person is told (design 11.6): one of six, and who acts next.</summary>
/// <param name="Since">Since when he is told this word; null when that is not known. Never the moment of a single gate inside the word.</param>
/// <param name="Asked">The newest notice, when it asks him for something; null otherwise.</param>
public sealed record OwnStatus(CoarseStatus Coarse, NextActor Next, DateTimeOffset? Since, InboxNotice? Asked)
{
    public static OwnStatus Of(CaseFile file, IReadOnlyList<InboxNotice> notices, Participants participants)
    {
        var row = StateTable.For(Shown(file.Position));
        var told = notices.Where(n => !Topic.Is(n.Gate)).Select(n => (Notice: n, Status: participants.ApplicantStatusAt(n.Gate, n.Outcome))).OrderByDescending(t => t.Notice.At).ToList();
        var asks = row.Coarse is CoarseStatus.InReview or CoarseStatus.NeedSomething && told.Count > 0
            ? told.TakeWhile(t => t.Notice.At == told[0].Notice.At).FirstOrDefault(t => t.Status == nameof(CoarseStatus.NeedSomething)).Notice
            : null;
        return new OwnStatus(row.Coarse, asks is null ? row.WhoActsNext : NextActor.You, SinceOf(row.Coarse, file, told.ConvertAll(t => (t.Notice.At, t.Status))), asks);
    }

    /// <summary>A pause or a seal shows what was shown before it; an emergency asks him to contact us.</summary>
    private static CaseState Shown(Position position) => position switch
    {
        { Finished: false, SidePath: SidePath.Parked or SidePath.Sealed, Open.Count: > 0 } => StateTable.StateOf(position with { SidePath = null }),
        _ => position.State,
    };

    private static DateTimeOffset? SinceOf(CoarseStatus now, CaseFile file, List<(DateTimeOffset At, string? Status)> newestFirst)
    {
        if (now == CoarseStatus.Received)
        {
            return file.OpenedAt;
        }

        // Notices of one moment may say several words; one of them is enough to go on.
        DateTimeOffset? since = null;
        foreach (var moment in newestFirst.GroupBy(t => t.At))
        {
            if (!moment.Any(t => t.Status == now.ToString()))
            {
                break;
            }

            since = moment.Key;
        }

        return since;
    }
}
