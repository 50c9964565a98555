using System.Buffers.Binary;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Lookalikes;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Lookalikes;

/// <summary>What of a file is compared with others; sealed.</summary>
/// <param name="Item">Label of its evidence item.</param>
/// <param name="Picture">Null for what is no picture, or is nearly empty.</param>
/// <param name="Mirrored">The picture as it would be in a mirror.</param>
internal sealed record FileMark(string Item, string Sha256, PictureFingerprint? Picture, PictureFingerprint? Mirrored)
{
    public static FileMark Of(FileExamination examination, ReadOnlySpan<byte> gray) =>
        PictureFingerprint.Of(gray) is { } picture
            ? new FileMark(examination.Item, examination.Sha256, picture, PictureFingerprint.Of(PictureFingerprint.Mirrored(gray)))
            : new FileMark(examination.Item, examination.Sha256, null, null);

    /// <summary>Null where the two have nothing to do with each other.</summary>
    public LookalikeKind? KindOf(FileMark other) =>
        Sha256 == other.Sha256 ? LookalikeKind.SameFile
        : other.Picture is { } theirs && (Picture?.IsNear(theirs) == true || Mirrored?.IsNear(theirs) == true) ? LookalikeKind.SamePicture
        : null;
}

/// <summary>
/// Keeps of each file what it can be found by from other cases: keyed samples beside the case, and what they were taken from sealed with its keys. No file and no picture can be told from it, and
/// nobody without the key of the installation can try one out.
/// </summary>
public sealed class FileMarks(CaseDatabase cases, CompartmentSealer sealer, LookupHashes lookup, CaseworkOptions options, TimeProvider time)
{
    private const string Whole = "file";
    private const string Sample = "picture-sample";

    /// <summary>More candidates are not looked at: a sample that so many share tells nothing.</summary>
    private const int MostCandidates = 2_000;

    /// <summary>Parameters of one question, with room below what the databases take.</summary>
    private const int MostAsked = 500;

    /// <summary>Marks an examined file, and asks for others like it. A file that is marked already with the same content is not asked about again.</summary>
    /// <param name="gray">As in <see cref="PictureFingerprint"/>; empty for what is no picture.</param>
    internal async Task KeepAsync(Guid caseId, FileExamination examination, ReadOnlyMemory<byte> gray, CancellationToken cancellationToken)
    {
        if (!options.FindsSamePerson)
        {
            return;
        }

        var mark = FileMark.Of(examination, gray.Span);
        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await db.FileMarks.AsNoTracking().SingleOrDefaultAsync(m => m.CaseId == caseId && m.FileId == examination.FileId, cancellationToken) is { } before)
        {
            var known = Open(keys, before);

            // A look that made no copy, because nothing scanned, must not forget the picture of an earlier one.
            if (mark.Picture is null || known.Picture?.Coarse.AsSpan().SequenceEqual(mark.Picture.Coarse) == true)
            {
                return;
            }

            await db.FileMarks.Where(m => m.Id == before.Id).ExecuteDeleteAsync(cancellationToken);
        }

        var id = Ids.New();
        db.FileMarks.Add(new FileMarkRow { Id = id, CaseId = caseId, FileId = examination.FileId, Sealed = keys.Seal(SealedScopes.Files, Context(id), JsonSerializer.SerializeToUtf8Bytes(mark, DomainJson.Options)) });
        db.FileMarkBands.AddRange(StoredUnder(mark).Distinct().Select(band => new FileMarkBandRow { Band = band, MarkId = id }));
        db.Outbox.Add(OutboxRows.Lookalikes(caseId, examination.Item, time.GetUtcNow().Stored()));
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Files that are the same as those of an item, or look like them. Only cases that share a sample are opened, and of those nothing but the mark.</summary>
    internal async Task<IReadOnlyList<(Guid CaseId, string Item, LookalikeKind Kind)>> LikeAsync(Guid caseId, string item, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var own = await db.FileMarks.AsNoTracking().Where(m => m.CaseId == caseId).ToListAsync(cancellationToken);
        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        var mine = own.Select(m => (m.Id, Mark: Open(keys, m))).Where(m => m.Mark.Item == item).ToList();
        List<(Guid, string, LookalikeKind)> found = [];
        foreach (var (id, mark) in mine)
        {
            var candidates = await CandidatesAsync(db, mark, id, cancellationToken);
            var opened = await sealer.OpenManyAsync([.. candidates.Select(c => c.CaseId).Distinct()], cancellationToken);
            try
            {
                found.AddRange(candidates.Where(c => opened.ContainsKey(c.CaseId)).Select(c => (c.CaseId, Mark: Open(opened[c.CaseId], c)))
                    .Select(c => (c.CaseId, c.Mark.Item, Kind: mark.KindOf(c.Mark))).Where(c => c.Kind is not null).Select(c => (c.CaseId, c.Item, c.Kind!.Value)));
            }
            finally
            {
                foreach (var key in opened.Values)
                {
                    key.Dispose();
                }
            }
        }

        return found;
    }

    private async Task<List<FileMarkRow>> CandidatesAsync(CaseDbContext db, FileMark mark, Guid own, CancellationToken cancellationToken)
    {
        var ids = new HashSet<Guid>();
        foreach (var asked in SoughtUnder(mark).Distinct().Chunk(MostAsked))
        {
            ids.UnionWith(await db.FileMarkBands.AsNoTracking().Where(b => asked.Contains(b.Band) && b.MarkId != own).Select(b => b.MarkId).Distinct().Take(MostCandidates).ToListAsync(cancellationToken));
        }

        List<FileMarkRow> rows = [];
        foreach (var some in ids.Take(MostCandidates).Chunk(MostAsked))
        {
            rows.AddRange(await db.FileMarks.AsNoTracking().Where(m => some.Contains(m.Id)).ToListAsync(cancellationToken));
        }

        return rows;
    }

    private IEnumerable<long> StoredUnder(FileMark mark) => Enumerable.Concat([Band(Whole, mark.Sha256)], Pictures(mark.Picture).SelectMany(PictureBands.Stored).Select(s => Band(Sample, s)));

    private IEnumerable<long> SoughtUnder(FileMark mark) => Enumerable.Concat([Band(Whole, mark.Sha256)], Pictures(mark.Picture, mark.Mirrored).SelectMany(PictureBands.Sought).Select(s => Band(Sample, s)));

    private static IEnumerable<PictureFingerprint> Pictures(params PictureFingerprint?[] pictures) => pictures.OfType<PictureFingerprint>();

    private long Band(string kind, string value) => BinaryPrimitives.ReadInt64BigEndian(lookup.Hash(kind, value));

    private static FileMark Open(CaseKeys keys, FileMarkRow row) => JsonSerializer.Deserialize<FileMark>(keys.Open(SealedScopes.Files, Context(row.Id), row.Sealed), DomainJson.Options)!;

    private static string Context(Guid id) => $"mark {id:N}";
}
