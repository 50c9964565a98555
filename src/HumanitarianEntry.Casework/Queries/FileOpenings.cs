using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Who opened something of a case, and when.</summary>
public sealed record FileOpening(Guid By, DateTimeOffset At);

/// <summary>The custody of files as the read log keeps it: an opening is written there before any byte is handed out.</summary>
public sealed class FileOpenings(CaseDatabase cases)
{
    private const int MostLines = 50;

    /// <summary>The latest openings for a purpose, newest first.</summary>
    public async Task<IReadOnlyList<FileOpening>> OfAsync(Guid caseId, string purpose, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.ReadLog.AsNoTracking().Where(r => r.CaseId == caseId && r.Purpose == purpose && r.Compartment == "vetting")
            .OrderByDescending(r => r.At).Select(r => new { r.ActorId, r.At }).Take(MostLines).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new FileOpening(r.ActorId, r.At))];
    }
}
