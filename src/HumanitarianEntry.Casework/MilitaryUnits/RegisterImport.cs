using System.Security.Cryptography;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>
/// Puts a new version of a register in force: read, checked and compared first, then stored as one row in one transaction. A register is taken whole or not at all: a unit without its parent,
/// or an incident without its date, would answer questions wrongly. Until the commit the old version is the one that is used.
/// </summary>
public sealed class RegisterImport(CaseDatabase cases, InstallationSealer sealer, AccountTrail trail, TimeProvider time, ILogger<RegisterImport> log)
{
    /// <summary>Largest file taken, bytes.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <param name="by">The account that loads it.</param>
    /// <exception cref="ArgumentException">The header is not complete.</exception>
    public async Task<RegisterReport> ImportAsync(byte[] file, RegisterHeader header, Guid by, bool dryRun, CancellationToken cancellationToken)
    {
        header.Demand();
        if (file.Length > MostBytes)
        {
            return Refused([Sentence.Of($"The file is larger than {MostBytes / 1024 / 1024} MiB.")]);
        }

        RegisterDraft draft;
        try
        {
            using var content = new MemoryStream(file, writable: false);
            draft = RegisterTable.Read(content, header.Kind);
        }
        catch (InvalidDataException unreadable)
        {
            return Refused([unreadable.Message]);
        }

        await using var db = cases.CreateDbContext();
        var before = await BeforeAsync(db, header.Kind, cancellationToken);
        var stops = await StopsAsync(db, header, draft, before, cancellationToken);
        var report = new RegisterReport
        {
            Outcome = stops.Count > 0 ? RegisterOutcome.Refused : RegisterOutcome.Checked,
            Reasons = stops,
            Encoding = draft.Encoding,
            RowsRead = draft.RowsRead,
            Entries = draft.Entries.Count,
            Errors = draft.Errors,
            Duplicates = draft.Duplicates,
            VersionBefore = before?.Row.Version,
            Changes = RegisterReport.Between(before?.Entries ?? [], draft.Entries),
        };
        if (stops.Count > 0 || dryRun)
        {
            return report;
        }

        await StoreAsync(db, header, draft, file, by, cancellationToken);
        log.LogInformation("Register {Register} version {Version} is in force with {Entries} entries", header.Kind, header.Version, draft.Entries.Count);
        return report with { Outcome = RegisterOutcome.InForce };
    }

    private async Task StoreAsync(CaseDbContext db, RegisterHeader header, RegisterDraft draft, byte[] file, Guid by, CancellationToken cancellationToken)
    {
        var kind = RegisterHeader.KeyOf(header.Kind);
        var id = Ids.New();
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.MilitaryRegisters.Where(r => r.Kind == kind && r.Active).ExecuteUpdateAsync(set => set.SetProperty(r => r.Active, false), cancellationToken);
        db.MilitaryRegisters.Add(new MilitaryRegisterRow
        {
            Id = id,
            Kind = kind,
            Version = header.Version,
            Publisher = header.Publisher,
            VersionDate = header.VersionDate,
            Hash = SHA256.HashData(file),
            LoadedBy = by,
            LoadedAt = now,
            EntryCount = draft.Entries.Count,
            SealedFile = sealer.Seal(RegisterRows.FileContext(id), file),
            SealedEntries = RegisterRows.Seal(sealer, id, draft.Entries),
            Active = true,
        });
        await trail.AppendAsync(db, new AccountNote(by, Guid.Empty, AccountKinds.RegisterInForce, $"{kind} {header.Version}, {draft.Entries.Count} entries, sha256 {draft.FileHash}"), cancellationToken);
        db.Outbox.Add(OutboxRows.Registers(id, now));
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <returns>Null when there is none, or it is damaged: it must be possible to replace just that one.</returns>
    private async Task<(MilitaryRegisterRow Row, IReadOnlyList<RegisterEntry> Entries)?> BeforeAsync(CaseDbContext db, RegisterKind kind, CancellationToken cancellationToken)
    {
        try
        {
            return (await RegisterRows.ActiveAsync(db, cancellationToken)).TryGetValue(kind, out var id) ? await RegisterRows.ReadAsync(db, sealer, id, cancellationToken) : null;
        }
        catch (InvalidDataException broken)
        {
            log.LogError("A register in force cannot be read: {Reason}", broken.Message);
            return null;
        }
    }

    private static async Task<List<Sentence>> StopsAsync(CaseDbContext db, RegisterHeader header, RegisterDraft draft, (MilitaryRegisterRow Row, IReadOnlyList<RegisterEntry> Entries)? before, CancellationToken cancellationToken)
    {
        var stops = new List<Sentence>();
        var kind = RegisterHeader.KeyOf(header.Kind);
        if (draft.Errors.Count > 0)
        {
            stops.Add(Sentence.Of($"{draft.Errors.Count} faults, the first in line {draft.Errors[0].Line}. A register is taken whole: mend the file."));
        }

        if (draft.Duplicates.Count > 0)
        {
            stops.Add(Sentence.Of($"{draft.Duplicates.Count} rows have a key that an earlier row has, the first in line {draft.Duplicates[0].Line}."));
        }

        if (draft.Errors.Count == 0 && draft.Entries.Count == 0)
        {
            stops.Add("The file holds no entry. An empty register would make every unit look unknown.");
        }

        if (await db.MilitaryRegisters.AnyAsync(r => r.Kind == kind && r.Version == header.Version, cancellationToken))
        {
            stops.Add(Sentence.Of($"Version {header.Version} is loaded already. Give the new file a version of its own."));
        }

        if (before is var (row, _) && row.VersionDate > header.VersionDate)
        {
            stops.Add(Sentence.Of($"The version in force describes {row.VersionDate}, which is later than {header.VersionDate}."));
        }

        return stops;
    }

    private static RegisterReport Refused(IReadOnlyList<Sentence> reasons) => new() { Outcome = RegisterOutcome.Refused, Reasons = reasons };
}
