using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A case as one person may see it now.</summary>
/// <param name="Version">Sent back with gate decisions, so that they are taken on what was seen.</param>
public sealed record CaseView(CaseFile File, long Version, Programme Programme, IReadOnlyList<Compartment> Shown)
{
    /// <summary>What the person's own outcome rests on: for a vetter the common facts and his own findings, for everybody else all that he sees.</summary>
    public CaseFile Own { get; init; } = File;

    /// <summary>Of a liaison who is on the case for one post: the dossier is with that post now. True for everybody else.</summary>
    public bool IsWithPost { get; init; } = true;
}

/// <summary>Opens cases for people. Every look is written to the read log before it is shown (design 11.11); who is not on the case gets nothing, and cannot tell whether it exists.</summary>
public sealed class CaseDesk(CaseDatabase cases, CompartmentSealer sealer, ProgrammeLibrary programmes, ReadLogWriter reads, TimeProvider time)
{
    /// <param name="purpose">Why it is opened, from a closed list of words such as "caseload" or "gate".</param>
    /// <returns>Null when there is no such case for this person.</returns>
    public async Task<CaseView?> OpenAsync(Actor actor, string reference, string purpose, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await FindAsync(db, actor, reference, cancellationToken) is not { } row)
        {
            return null;
        }

        await programmes.RefreshAsync(db, cancellationToken);
        var opened = actor.Role == Role.Applicant ? ApplicantFile.Opened : RoleView.Opened(actor.Role);
        using var keys = await sealer.OpenAsync(row.Id, cancellationToken);
        var loaded = await CaseLoader.LoadAsync(db, keys, row, opened, cancellationToken);
        var file = actor.Role == Role.Applicant ? ApplicantFile.Of(loaded.File) : RoleView.For(actor.Role, loaded.File);
        if (actor.Role == Role.Vetter)
        {
            file = BlindReview.For(actor.Id, file);
        }

        var post = actor.Role == Role.EmbassyLiaison ? PostWall.Of(file, actor.Id) : null;
        if (post is not null && !PostWall.WasHandedTo(post, loaded.File.Dossier))
        {
            return null;
        }

        var isWithPost = post is null || PostWall.Addressee(PostWall.Handed(loaded.File.Dossier)) == post;
        file = post is null ? file : file with { Dossier = PostWall.For(post, file) };
        var own = actor.Role == Role.Vetter ? BlindReview.BasisOf(actor.Id, file) : file;

        await reads.WriteAsync([.. opened.Select(c => new ReadEntry { At = time.GetUtcNow(), ActorId = actor.Id, CaseId = row.Id, Compartment = Keys.Of(c), Purpose = purpose })], cancellationToken);
        return new CaseView(file, row.ConcurrencyVersion, programmes.For(row.ProgrammeId), opened) { Own = own, IsWithPost = isWithPost };
    }

    /// <summary>The case's id when the person is on it, without opening anything of it.</summary>
    /// <returns>Null when there is no such case for this person.</returns>
    public async Task<Guid?> FindAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return (await FindAsync(db, actor, reference, cancellationToken))?.Id;
    }

    private static async Task<CaseRow?> FindAsync(CaseDbContext db, Actor actor, string reference, CancellationToken cancellationToken) =>
        CaseReference.Normalise(reference) is { } known && await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == known, cancellationToken) is { } row
            && (row.SidePath != nameof(SidePath.Sealed) || Seal.Admits(actor.Role)) && await IsOnCaseAsync(db, actor, row.Id, cancellationToken)
            ? row
            : null;

    private static async Task<bool> IsOnCaseAsync(CaseDbContext db, Actor actor, Guid caseId, CancellationToken cancellationToken)
    {
        if (actor.Role == Role.Applicant)
        {
            return actor.Id == caseId;
        }

        var role = Keys.Of(actor.Role);
        return await db.Assignments.AnyAsync(a => a.CaseId == caseId && a.StaffId == actor.Id && a.Role == role && a.Until == null, cancellationToken);
    }
}
