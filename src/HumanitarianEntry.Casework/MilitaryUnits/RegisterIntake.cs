using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>A register file that was checked and waits.</summary>
/// <param name="Hash">SHA-256 (hex) of the file; what is put in force is this very file.</param>
public sealed record KeptRegister(Guid Id, RegisterHeader Header, Guid By, DateTimeOffset At, string Hash) : IKeptFile;

/// <summary>A version as the administrators' page shows it.</summary>
public sealed record LoadedRegister(RegisterKind Kind, string Version, string Publisher, DateOnly VersionDate, string Hash, Guid LoadedBy, DateTimeOffset LoadedAt, int Entries, bool IsActive);

/// <summary>Registers come in two steps, as lists do: a file is checked and kept without any effect; then the very same bytes are put in force.</summary>
public sealed class RegisterIntake(CaseDatabase cases, InstallationSealer sealer, RegisterImport import, TimeProvider time)
{
    private readonly KeptFiles<KeptRegister> kept = new(cases, sealer, "register-import ");

    /// <summary>Reads and compares the file, and keeps it unless something stands against it.</summary>
    public async Task<(Guid? Id, RegisterReport Report)> CheckAsync(byte[] file, RegisterHeader header, Guid by, CancellationToken cancellationToken)
    {
        var report = await import.ImportAsync(file, header, by, dryRun: true, cancellationToken);
        if (report.Outcome == RegisterOutcome.Refused)
        {
            return (null, report);
        }

        var one = new KeptRegister(Ids.New(), header, by, time.GetUtcNow().Stored(), Convert.ToHexStringLower(SHA256.HashData(file)));
        await kept.KeepAsync(one, file, cancellationToken);
        return (one.Id, report);
    }

    public Task<IReadOnlyList<KeptRegister>> WaitingAsync(CancellationToken cancellationToken) => kept.WaitingAsync(cancellationToken);

    /// <returns>The kept file held against what is in force now; null when it is not kept any more.</returns>
    public async Task<(KeptRegister Kept, RegisterReport Report)?> OpenAsync(Guid id, CancellationToken cancellationToken) =>
        await kept.ReadAsync(id, cancellationToken) is var (one, file) ? (one, await import.ImportAsync(file, one.Header, one.By, dryRun: true, cancellationToken)) : null;

    /// <returns>Null when it is not kept any more.</returns>
    public async Task<RegisterReport?> ConfirmAsync(Guid id, Guid by, CancellationToken cancellationToken)
    {
        if (await kept.ReadAsync(id, cancellationToken) is not var (one, file))
        {
            return null;
        }

        var report = await import.ImportAsync(file, one.Header, by, dryRun: false, cancellationToken);
        if (report.Outcome == RegisterOutcome.InForce)
        {
            await kept.DropAsync(id, cancellationToken);
        }

        return report;
    }

    /// <returns>False when it was gone already.</returns>
    public Task<bool> DropAsync(Guid id, CancellationToken cancellationToken) => kept.DropAsync(id, cancellationToken);

    /// <summary>All versions ever loaded, the newest of each register first.</summary>
    public async Task<IReadOnlyList<LoadedRegister>> LoadedAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.MilitaryRegisters.AsNoTracking().OrderByDescending(r => r.Kind).ThenByDescending(r => r.LoadedAt)
            .Select(r => new { r.Kind, r.Version, r.Publisher, r.VersionDate, r.Hash, r.LoadedBy, r.LoadedAt, r.EntryCount, r.Active }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new LoadedRegister(RegisterHeader.KindOf(r.Kind), r.Version, r.Publisher, r.VersionDate, Convert.ToHexStringLower(r.Hash), r.LoadedBy, r.LoadedAt, r.EntryCount, r.Active));
    }
}
