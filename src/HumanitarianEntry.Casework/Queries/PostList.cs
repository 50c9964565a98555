using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A case of a liaison.</summary>
/// <param name="MayHaveDossier">No wall stands between him and the post that has the dossier, if one has.</param>
/// <param name="HasUrgentPage">An urgent page was handed to his post.</param>
public sealed record PostItem(WorkItem Work, bool MayHaveDossier, bool HasUrgentPage);

/// <summary>The cases of a liaison, with what of them is his post's. Nothing of a case is opened for it.</summary>
public sealed class PostList(CaseDatabase cases, Worklists worklists)
{
    public async Task<IReadOnlyList<PostItem>> ReadAsync(Actor liaison, CancellationToken cancellationToken)
    {
        var mine = await worklists.MineAsync(liaison, cancellationToken);
        var role = Keys.Of(liaison.Role);
        await using var db = cases.CreateDbContext();
        var seats = await db.Assignments.AsNoTracking().Where(a => a.StaffId == liaison.Id && a.Role == role && a.Until == null)
            .Join(db.Cases, a => a.CaseId, c => c.Id, (a, c) => new { c.Reference, a.Post, c.Handed }).ToDictionaryAsync(s => s.Reference, cancellationToken);
        return [.. mine.Where(w => seats.ContainsKey(w.Reference)).Select(w => Of(w, seats[w.Reference].Post, PostColumn.Read(seats[w.Reference].Handed)))];
    }

    private static PostItem Of(WorkItem work, string? post, IReadOnlyCollection<HandedToPost> handed) =>
        new(work, post is null || PostWall.Addressee(handed) == post, handed.Any(h => h.Urgent && (post is null || h.Recipient == post)));
}
