using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>One link of a chain as an auditor sees it: that something was done, by whom, when; neither outcome nor reason.</summary>
public sealed record AuditLine(long Sequence, DateTimeOffset At, Role Role, Guid By, string Kind, string? Gate, string Hash);

/// <param name="Fault">The first fault of the chain; null when it is whole.</param>
/// <param name="Disclosures">How often something about the case left the organisation.</param>
/// <param name="Erased">The proof that the person was erased, and when the last backup of the keys ends; null while the case can be read.</param>
public sealed record AuditedCase(string Reference, IReadOnlyList<AuditLine> Lines, AuditFault? Fault, int Disclosures, KeyTombstoneRow? Erased);

public sealed record ReadLine(long Sequence, DateTimeOffset At, Guid By, bool ByApplicant, string Reference, string Compartment, string Purpose);

/// <param name="Shown">The first lines of the day; <paramref name="Total"/> says how many there are.</param>
public sealed record AuditedDay(DateOnly Day, IReadOnlyList<ReadLine> Shown, int Total, AuditFault? Fault);

public sealed record AuditedCases(long Seen, IReadOnlyList<(string Reference, AuditFault Fault)> Broken);

/// <summary>
/// Technical entries of every case, for auditors. No compartment is opened. Each look at a case, also through the read log of a day, is itself a read of that case
/// and stands in the log before anything is shown.
/// </summary>
public sealed class AuditDesk(CaseDatabase cases, CompartmentSealer sealer, AuditVerifier verifier, ReadLogWriter reads, TimeProvider time)
{
    public const int MostLines = 500;
    private const string What = "audit";

    /// <returns>Null when no case has this reference.</returns>
    public async Task<AuditedCase?> OfCaseAsync(Actor auditor, string reference, CancellationToken cancellationToken)
    {
        Demand(auditor);
        await using var db = cases.CreateDbContext();
        if (CaseReference.Normalise(reference) is not { } known || await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Reference == known, cancellationToken) is not { } row)
        {
            return null;
        }

        await LogAsync(auditor, [row.Id], "audit-chain", cancellationToken);
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == row.Id).OrderBy(e => e.Sequence)
            .Select(e => new { e.Sequence, e.At, e.Role, e.ActorId, e.ActKind, e.Gate, e.Hash }).ToListAsync(cancellationToken);
        var disclosures = await db.Disclosures.CountAsync(d => d.CaseId == row.Id, cancellationToken);
        return new AuditedCase(
            known, entries.ConvertAll(e => new AuditLine(e.Sequence, e.At, Keys.Role(e.Role), e.ActorId, e.ActKind, e.Gate, Convert.ToHexStringLower(e.Hash))),
            await verifier.VerifyCaseAsync(row.Id, cancellationToken), disclosures, await sealer.TombstoneAsync(row.Id, cancellationToken));
    }

    /// <summary>Checks the chains of all cases; names only the broken ones.</summary>
    public async Task<AuditedCases> OfAllAsync(Actor auditor, CancellationToken cancellationToken)
    {
        Demand(auditor);
        var seen = new Seen();
        var broken = new List<BrokenCase>();
        await foreach (var one in verifier.VerifyAllAsync(seen, cancellationToken))
        {
            broken.Add(one);
        }

        await LogAsync(auditor, [.. broken.Select(b => b.CaseId)], "audit-all", cancellationToken);
        return new AuditedCases(seen.Count, [.. broken.Select(b => (b.Reference, b.Fault))]);
    }

    /// <summary>Who read what on one UTC day.</summary>
    public async Task<AuditedDay> ReadsAsync(Actor auditor, DateOnly day, CancellationToken cancellationToken)
    {
        Demand(auditor);
        var number = int.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var fault = await verifier.VerifyReadsAsync(number, cancellationToken);
        await using var db = cases.CreateDbContext();
        var total = await db.ReadLog.CountAsync(r => r.Day == number, cancellationToken);
        var rows = await db.ReadLog.AsNoTracking().Where(r => r.Day == number).OrderByDescending(r => r.Sequence).Take(MostLines)
            .Join(db.Cases, r => r.CaseId, c => c.Id, (r, c) => new { r.Sequence, r.At, r.ActorId, r.CaseId, c.Reference, r.Compartment, r.Purpose }).ToListAsync(cancellationToken);
        await LogAsync(auditor, [.. rows.Select(r => r.CaseId).Distinct()], "read-log", cancellationToken);
        return new AuditedDay(
            day, [.. rows.OrderByDescending(r => r.Sequence).Select(r => new ReadLine(r.Sequence, r.At, r.ActorId, r.ActorId == r.CaseId, r.Reference, r.Compartment, r.Purpose))], total, fault);
    }

    private static void Demand(Actor auditor)
    {
        if (auditor.Role != Role.Auditor)
        {
            throw new InvalidOperationException($"The role {auditor.Role} reads no audit entries.");
        }
    }

    private Task LogAsync(Actor auditor, IReadOnlyList<Guid> caseIds, string purpose, CancellationToken cancellationToken) => caseIds.Count == 0
        ? Task.CompletedTask
        : reads.WriteAsync([.. caseIds.Select(id => new ReadEntry { At = time.GetUtcNow(), ActorId = auditor.Id, CaseId = id, Compartment = What, Purpose = purpose })], cancellationToken);

    // IProgress of the framework reports on another thread; the count must be complete when the loop ends.
    private sealed class Seen : IProgress<long>
    {
        public long Count { get; private set; }

        public void Report(long value) => Count = value;
    }
}
