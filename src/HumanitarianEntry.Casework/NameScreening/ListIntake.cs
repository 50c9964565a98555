using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>A file that was checked and waits to be put in force, or to be thrown away.</summary>
/// <param name="Hash">SHA-256 (hex) of the file; what is confirmed is this very file.</param>
/// <param name="AliasBytes">Length of the file of further names that came with it; 0 for none.</param>
public sealed record KeptImport(Guid Id, ListHeader Header, string Format, Guid By, DateTimeOffset At, string Hash, int FileBytes, int AliasBytes);

/// <summary>A kept file held against what is in force now.</summary>
/// <param name="NeedsSecond">Why another person must confirm it; null when one is enough.</param>
public sealed record CheckedImport(KeptImport Kept, ListImportReport Report, Sentence? NeedsSecond);

/// <summary>What became of a confirmation.</summary>
public enum IntakeOutcome
{
    InForce,

    /// <summary>Something stands against it; the report says what.</summary>
    Refused,

    /// <summary>It takes another person than the one who loaded it.</summary>
    NeedsOther,

    /// <summary>Thrown away or put in force by somebody else meanwhile.</summary>
    Gone,
}

/// <summary>
/// Lists come in two steps: a file is checked and kept, sealed and without any effect; then the very same bytes are put in force, by a second person where the version
/// could turn round what being on the list means.
/// </summary>
public sealed class ListIntake(CaseDatabase cases, InstallationSealer sealer, ListImport import, TimeProvider time)
{
    private const string Prefix = "list-import ";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads and compares the file, and keeps it unless it can never be taken as it is.</summary>
    public async Task<(Guid? Id, ListImportReport Report)> CheckAsync(byte[] file, byte[]? aliases, string format, ListHeader header, Guid by, CancellationToken cancellationToken)
    {
        var report = await CompareAsync(file, aliases, format, header, by, cancellationToken);
        if (report.IsStopped)
        {
            return (null, report);
        }

        var kept = new KeptImport(Ids.New(), header, format, by, time.GetUtcNow().Stored(), Convert.ToHexStringLower(SHA256.HashData(file)), file.Length, aliases?.Length ?? 0);
        await using var db = cases.CreateDbContext();
        db.FormDrafts.Add(new FormDraftRow { Key = KeyOf(kept.Id), OwnerId = by, Sealed = sealer.Seal(KeyOf(kept.Id), Pack(kept, file, aliases)), At = kept.At });
        await db.SaveChangesAsync(cancellationToken);
        return (kept.Id, report);
    }

    /// <summary>All kept files, the newest first.</summary>
    public async Task<IReadOnlyList<KeptImport>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.FormDrafts.AsNoTracking().Where(d => d.CaseId == null && d.Key.StartsWith(Prefix)).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Unpack(sealer.Open(r.Key, r.Sealed)).Kept).OrderByDescending(k => k.At)];
    }

    /// <returns>Null when the file is not kept any more.</returns>
    public async Task<CheckedImport?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (kept, file, aliases))
        {
            return null;
        }

        var report = await CompareAsync(file, aliases, kept.Format, kept.Header, kept.By, cancellationToken);
        return new CheckedImport(kept, report, ListMeaning.NeedsSecond(kept.Header, await InForceAsync(cancellationToken)));
    }

    /// <summary>Puts the kept file in force.</summary>
    public async Task<(IntakeOutcome Outcome, ListImportReport? Report)> ConfirmAsync(Guid id, Guid by, bool acceptGaps, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (kept, file, aliases))
        {
            return (IntakeOutcome.Gone, null);
        }

        var second = ListMeaning.NeedsSecond(kept.Header, await InForceAsync(cancellationToken)) is not null;
        if (second && by == kept.By)
        {
            return (IntakeOutcome.NeedsOther, null);
        }

        using var content = new MemoryStream(file, writable: false);
        var mode = new ListImportMode { AcceptGaps = acceptGaps, Aliases = aliases, ConfirmedBy = by == kept.By ? null : by };
        var report = await import.ImportAsync(content, kept.Format, kept.Header, kept.By, mode, cancellationToken);
        if (report.Outcome == ListImportOutcome.InForce)
        {
            await DropAsync(id, cancellationToken);
        }

        return (report.Outcome == ListImportOutcome.InForce ? IntakeOutcome.InForce : IntakeOutcome.Refused, report);
    }

    /// <returns>False when it was gone already.</returns>
    public async Task<bool> DropAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var key = KeyOf(id);
        var dropped = await db.FormDrafts.Where(d => d.Key == key && d.CaseId == null).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return dropped > 0;
    }

    private async Task<ListImportReport> CompareAsync(byte[] file, byte[]? aliases, string format, ListHeader header, Guid by, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(file, writable: false);
        return await import.ImportAsync(content, format, header, by, new ListImportMode { DryRun = true, Aliases = aliases }, cancellationToken);
    }

    private async Task<IReadOnlyList<ListHeader>> InForceAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return (await ListRows.ActiveAsync(db, cancellationToken)).ConvertAll(ListHeader.Of);
    }

    private async Task<(KeptImport Kept, byte[] File, byte[]? Aliases)?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var key = KeyOf(id);
        return await db.FormDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Key == key && d.CaseId == null, cancellationToken) is { } row ? Unpack(sealer.Open(key, row.Sealed)) : null;
    }

    private static string KeyOf(Guid id) => Prefix + id.ToString("N");

    // Length of the description, the description, the file, the further names.
    private static byte[] Pack(KeptImport kept, byte[] file, byte[]? aliases)
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(kept, Json);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
        return [.. length, .. head, .. file, .. aliases ?? []];
    }

    private static (KeptImport Kept, byte[] File, byte[]? Aliases) Unpack(byte[] packed)
    {
        var head = BinaryPrimitives.ReadInt32LittleEndian(packed);
        var kept = JsonSerializer.Deserialize<KeptImport>(packed.AsSpan(sizeof(int), head), Json) ?? throw new InvalidDataException("A kept list file has no description.");
        var file = packed.AsSpan(sizeof(int) + head, kept.FileBytes).ToArray();
        return (kept, file, kept.AliasBytes == 0 ? null : packed[^kept.AliasBytes..]);
    }
}
