using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>A file that was checked and waits to be put in force, or to be thrown away.</summary>
/// <param name="Hash">SHA-256 (hex) of the file; what is confirmed is this very file.</param>
/// <param name="AliasBytes">Length of the file of further names that came with it; 0 for none.</param>
public sealed record KeptImport(Guid Id, ListHeader Header, string Format, Guid By, DateTimeOffset At, string Hash, int FileBytes, int AliasBytes) : IKeptFile;

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
    private readonly KeptFiles<KeptImport> kept = new(cases, sealer, "list-import ");

    /// <summary>Reads and compares the file, and keeps it unless it can never be taken as it is.</summary>
    public async Task<(Guid? Id, ListImportReport Report)> CheckAsync(byte[] file, byte[]? aliases, string format, ListHeader header, Guid by, CancellationToken cancellationToken)
    {
        var report = await CompareAsync(file, aliases, format, header, by, cancellationToken);
        if (report.IsStopped)
        {
            return (null, report);
        }

        var one = new KeptImport(Ids.New(), header, format, by, time.GetUtcNow().Stored(), Convert.ToHexStringLower(SHA256.HashData(file)), file.Length, aliases?.Length ?? 0);
        await kept.KeepAsync(one, [.. file, .. aliases ?? []], cancellationToken);
        return (one.Id, report);
    }

    /// <summary>All kept files, the newest first.</summary>
    public Task<IReadOnlyList<KeptImport>> WaitingAsync(CancellationToken cancellationToken) => kept.WaitingAsync(cancellationToken);

    /// <returns>Null when the file is not kept any more.</returns>
    public async Task<CheckedImport?> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (one, file, aliases))
        {
            return null;
        }

        var report = await CompareAsync(file, aliases, one.Format, one.Header, one.By, cancellationToken);
        return new CheckedImport(one, report, ListMeaning.NeedsSecond(one.Header, await InForceAsync(cancellationToken)));
    }

    /// <summary>Puts the kept file in force.</summary>
    public async Task<(IntakeOutcome Outcome, ListImportReport? Report)> ConfirmAsync(Guid id, Guid by, bool acceptGaps, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (one, file, aliases))
        {
            return (IntakeOutcome.Gone, null);
        }

        var second = ListMeaning.NeedsSecond(one.Header, await InForceAsync(cancellationToken)) is not null;
        if (second && by == one.By)
        {
            return (IntakeOutcome.NeedsOther, null);
        }

        using var content = new MemoryStream(file, writable: false);
        var mode = new ListImportMode { AcceptGaps = acceptGaps, Aliases = aliases, ConfirmedBy = by == one.By ? null : by };
        var report = await import.ImportAsync(content, one.Format, one.Header, one.By, mode, cancellationToken);
        if (report.Outcome == ListImportOutcome.InForce)
        {
            await DropAsync(id, cancellationToken);
        }

        return (report.Outcome == ListImportOutcome.InForce ? IntakeOutcome.InForce : IntakeOutcome.Refused, report);
    }

    /// <returns>False when it was gone already.</returns>
    public Task<bool> DropAsync(Guid id, CancellationToken cancellationToken) => kept.DropAsync(id, cancellationToken);

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

    private async Task<(KeptImport Kept, byte[] File, byte[]? Aliases)?> ReadAsync(Guid id, CancellationToken cancellationToken) =>
        await kept.ReadAsync(id, cancellationToken) is var (one, content) ? (one, content[..one.FileBytes], one.AliasBytes == 0 ? null : content[^one.AliasBytes..]) : null;
}
