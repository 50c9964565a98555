using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Reads stored list versions.</summary>
internal static class ListRows
{
    public static string FileContext(Guid id) => $"screening-list {id:N}";

    /// <summary>The newest active version of each list. Two loaders at once may leave two active versions; the later one counts.</summary>
    public static async Task<List<ScreeningListRow>> ActiveAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var active = await HeadersAsync(db.ScreeningLists.Where(l => l.Active), cancellationToken);
        return [.. active.GroupBy(l => l.ListKey, StringComparer.Ordinal).Select(g => g.OrderByDescending(l => l.LoadedAt).ThenBy(l => l.Id).First()).OrderBy(l => l.ListKey, StringComparer.Ordinal)];
    }

    /// <summary>What a screening must have searched today.</summary>
    public static async Task<ScreeningStandard> StandardAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var active = await ActiveAsync(db, cancellationToken);
        return new((await ScreeningRules.InForceAsync(db, cancellationToken)).Name, [.. active.Select(l => new ListInForce(ListHeader.Of(l).Screened, l.LoadedAt))]);
    }

    /// <summary>A version that was once loaded, in force or not; null when there is none.</summary>
    public static async Task<ScreeningListRow?> VersionAsync(CaseDbContext db, string key, string version, CancellationToken cancellationToken) =>
        (await HeadersAsync(db.ScreeningLists.Where(l => l.ListKey == key && l.Version == version), cancellationToken)).SingleOrDefault();

    /// <exception cref="InvalidDataException">Entries are missing or cannot be read: half a list is never searched.</exception>
    public static async Task<WatchList> ReadAsync(CaseDbContext db, ScreeningListRow row, CancellationToken cancellationToken)
    {
        var entries = new List<ListEntry>(row.EntryCount);
        await foreach (var json in db.ScreeningListEntries.AsNoTracking().Where(e => e.ListId == row.Id).OrderBy(e => e.Ordinal).Select(e => e.Json).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            entries.Add(EntryJson.Read(json));
        }

        return entries.Count == row.EntryCount
            ? new WatchList(ListHeader.Of(row).Metadata(row.LoadedBy), entries)
            : throw new InvalidDataException($"List {row.ListKey} has {entries.Count} entries instead of {row.EntryCount}.");
    }

    // Without the file, which may be large.
    private static Task<List<ScreeningListRow>> HeadersAsync(IQueryable<ScreeningListRow> lists, CancellationToken cancellationToken) =>
        lists.AsNoTracking()
            .Select(l => new ScreeningListRow
            {
                Id = l.Id,
                ListKey = l.ListKey,
                Version = l.Version,
                Kind = l.Kind,
                Publisher = l.Publisher,
                AssertingAuthority = l.AssertingAuthority,
                VersionDate = l.VersionDate,
                Format = l.Format,
                GapsAccepted = l.GapsAccepted,
                Hash = l.Hash,
                IsPersecutor = l.IsPersecutor,
                LoadedBy = l.LoadedBy,
                LoadedAt = l.LoadedAt,
                EntryCount = l.EntryCount,
            })
            .ToListAsync(cancellationToken);
}
