using System.Text.Json;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Custody;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Files;

/// <summary>What is known of a stored file, sealed with the case's file key.</summary>
public sealed record FileMeta(string NameGiven, string Sha256, FileKind Kind);

/// <summary>Receives and hands out the files of a case. A file is stored and hashed first; an act then says what it is.</summary>
public sealed class CaseFiles(CaseDatabase cases, CompartmentSealer sealer, SealedFileStore store, FixityCheck fixity, TimeProvider time)
{
    /// <summary>Bytes a single file may have, in one go or in pieces (<see cref="FilePieces"/>).</summary>
    public const long MaxBytes = 1024L * 1024 * 1024;

    private static readonly HashSet<FileKind> Refused = [FileKind.Program, FileKind.Svg, FileKind.Xml];

    /// <summary>Named like another kind than its bytes are, or of a kind that is only ever a program. A web page is taken as a capture: it is never shown, and read without running anything.</summary>
    public static bool IsRefused(KindCheck check) => check.Verdict == KindVerdict.Differs || Refused.Contains(check.Found);

    /// <summary>Whether nothing but its name speaks against it.</summary>
    public static bool IsOnlyNamedWrong(KindCheck check) => check.Verdict == KindVerdict.Differs && !Refused.Contains(check.Found);

    /// <summary>Streams the content into the sealed store and records it.</summary>
    /// <exception cref="FileTooLargeException">Longer than <see cref="MaxBytes"/>; nothing is left behind.</exception>
    /// <exception cref="FileKindRefusedException">Its bytes are not what its name says, or a kind that can carry scripts or programs; nothing is left behind.</exception>
    /// <exception cref="StorageFullException">The disk is full; nothing is left behind.</exception>
    /// <exception cref="StoreBusyException">A stored file is damaged, and that could not be told on the case yet; or others are at its files. Nothing is left behind.</exception>
    public Task<EvidenceFile> ReceiveAsync(Guid caseId, Stream content, string nameGiven, CancellationToken cancellationToken) => ReceiveAsync(caseId, content, nameGiven, taken: null, cancellationToken);

    /// <inheritdoc cref="ReceiveAsync(Guid, Stream, string, CancellationToken)"/>
    /// <param name="taken">The only kinds that are taken; null for every kind that is not refused anywhere. An empty file is of none.</param>
    public async Task<EvidenceFile> ReceiveAsync(Guid caseId, Stream content, string nameGiven, IReadOnlySet<FileKind>? taken, CancellationToken cancellationToken)
    {
        using var keys = await sealer.OpenOrCreateAsync(caseId, SealedScopes.All, cancellationToken);
        var received = await store.WriteAsync(keys, content, MaxBytes, AdmitAsync, cancellationToken);
        var id = Ids.New();
        var sha256 = Convert.ToHexStringLower(received.Sha256);
        var meta = new FileMeta(FileNames.Clean(nameGiven), sha256, received.Kind);
        await using var db = cases.CreateDbContext();
        db.StoredFiles.Add(new StoredFileRow
        {
            Id = id,
            CaseId = caseId,
            KeyedAddress = received.Address,
            Size = received.Size,
            SealedMeta = keys.Seal(SealedScopes.Files, $"file {id:N}", JsonSerializer.SerializeToUtf8Bytes(meta, DomainJson.Options)),
            ReceivedAt = time.GetUtcNow(),
            State = "received",
        });
        await db.SaveChangesAsync(cancellationToken);
        return new EvidenceFile(id, sha256, received.Size, Acts.Keys.Kebab(received.Kind.ToString()));

        async Task AdmitAsync(ReceivedFile came, FileCondition there)
        {
            var check = FileKinds.Compare(FileNames.Clean(nameGiven), came.Kind);
            if (IsRefused(check) || taken?.Contains(came.Kind) == false)
            {
                throw new FileKindRefusedException(check);
            }

            // Told before the same bytes heal it: that somebody changed the stored file, or took it away, must not pass unseen.
            if (there != FileCondition.Ok && !await fixity.TellAsync(caseId, came.Address, there, cancellationToken))
            {
                throw new StoreBusyException();
            }
        }
    }

    /// <summary>Opens a stored file of this case for reading; null when the case has no such file.</summary>
    public async Task<(Stream Content, FileMeta Meta, long Size)?> OpenAsync(Guid caseId, Guid fileId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.CaseId == caseId, cancellationToken) is not { } row)
        {
            return null;
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        var meta = JsonSerializer.Deserialize<FileMeta>(keys.Open(SealedScopes.Files, $"file {fileId:N}", row.SealedMeta), DomainJson.Options)!;
        return (await store.OpenAsync(keys, row.KeyedAddress, cancellationToken), meta, row.Size);
    }
}
