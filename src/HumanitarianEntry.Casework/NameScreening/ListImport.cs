using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using System.Globalization;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>
/// Puts a new version of a screening list in force: read, checked and compared first, then stored in one transaction. Until its commit the old version is the one
/// that is searched. Every open case past consent is held against it.
/// </summary>
public sealed partial class ListImport(CaseDatabase cases, InstallationSealer sealer, AccountTrail trail, TimeProvider time, ILogger<ListImport> log)
{
    private const int Chunk = 1000;

    /// <param name="file">Read to its end, not closed.</param>
    /// <param name="format">One of <see cref="ListFormats.All"/>.</param>
    /// <param name="by">The account that loads it.</param>
    public async Task<ListImportReport> ImportAsync(Stream file, string format, ListHeader header, Guid by, ListImportMode mode, CancellationToken cancellationToken)
    {
        DemandHeader(header);
        var bytes = await ReadAsync(file, cancellationToken);
        await using var db = cases.CreateDbContext();
        ListDraft draft;
        try
        {
            using var content = new MemoryStream(bytes, writable: false);
            using var aliases = mode.Aliases is { } more ? new MemoryStream(more.ToArray(), writable: false) : null;
            draft = ListReader.Read(content, await FormatAsync(db, format, bytes, aliases, cancellationToken), header.Metadata(by));
        }
        catch (InvalidDataException unreadable)
        {
            return Unreadable(unreadable.Message);
        }

        var before = await ActiveAsync(db, header.Key, cancellationToken);
        var stored = before is null ? null : await EarlierAsync(db, before, cancellationToken);
        var report = Compare(draft, stored);
        var stops = await StopsAsync(db, header, draft, before, cancellationToken);
        var gaps = Gaps(draft, report).ToList();
        if (before is not null && stored is null)
        {
            gaps.Add(Sentence.Of($"Version {before.Version}, which is in force, is damaged and cannot be compared. The new version would take its place."));
        }

        report = report with { Reasons = [.. stops, .. gaps], IsStopped = stops.Count > 0 };
        if (stops.Count > 0 || (gaps.Count > 0 && !mode.AcceptGaps))
        {
            return report with { Outcome = ListImportOutcome.Refused };
        }

        if (mode.DryRun)
        {
            return report;
        }

        var row = RowOf(header, format, draft, bytes, by, gaps.Count == 0 ? 0 : Math.Max(1, draft.Errors.Count + draft.DuplicateKeys.Count));
        var rescreened = await StoreAsync(db, row, gaps.Count == 0 ? draft.Accept() : draft.AcceptWithGaps(), mode, cancellationToken);
        log.LogInformation("List {List} version {Version} is in force with {Entries} entries; {Cases} open cases are held against it", header.Key, header.Version, row.EntryCount, rescreened);
        return report with { Outcome = ListImportOutcome.InForce, CasesToScreen = rescreened };
    }

    /// <returns>Null when the stored version is damaged: it must be possible to replace just that one.</returns>
    private async Task<WatchList?> EarlierAsync(CaseDbContext db, ScreeningListRow before, CancellationToken cancellationToken)
    {
        try
        {
            return await ListRows.ReadAsync(db, before, cancellationToken);
        }
        catch (InvalidDataException broken)
        {
            log.LogError("A list in force cannot be read: {Reason}", broken.Message);
            return null;
        }
    }

    private async Task<int> StoreAsync(CaseDbContext db, ScreeningListRow row, WatchList list, ListImportMode mode, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.ScreeningLists.Where(l => l.ListKey == row.ListKey && l.Active).ExecuteUpdateAsync(set => set.SetProperty(l => l.Active, false), cancellationToken);
        db.ScreeningLists.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        var written = 0;
        foreach (var chunk in list.Entries.Chunk(Chunk))
        {
            db.ScreeningListEntries.AddRange(chunk.Select((entry, i) => new ScreeningListEntryRow { ListId = row.Id, Ordinal = written + i, Json = EntryJson.Write(entry) }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            written += chunk.Length;
            mode.Progress?.Report(written);
        }

        await NoteAsync(db, row, mode, cancellationToken);
        var rescreened = await AskForScreeningAsync(db, row.Id, cancellationToken);
        await write.CommitAsync(cancellationToken);
        return rescreened;
    }

    /// <summary>Who loaded and who confirmed the version stands in the settings and, with the hash of the file, in the installation's chain.</summary>
    private async Task NoteAsync(CaseDbContext db, ScreeningListRow row, ListImportMode mode, CancellationToken cancellationToken)
    {
        var key = SettingKeyOf(row.ListKey);
        var number = (await db.Settings.Where(s => s.Key == key).MaxAsync(s => (int?)s.Version, cancellationToken) ?? 0) + 1;
        db.Settings.Add(new SettingRow { Key = key, Version = number, ValueJson = JsonSerializer.Serialize(new { row.Version, row.Kind }, JsonSerializerOptions.Web), At = row.LoadedAt, By = row.LoadedBy, ConfirmedBy = mode.ConfirmedBy });
        var details = $"{row.ListKey} {row.Version}, {row.Kind}, {row.EntryCount} entries, sha256 {Convert.ToHexStringLower(row.Hash)}{(mode.ConfirmedBy is null ? string.Empty : ", confirmed by a second person")}";
        await trail.AppendAsync(db, new AccountNote(mode.ConfirmedBy ?? row.LoadedBy, Guid.Empty, AccountKinds.ListInForce, details), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Under which setting the loads of a list are noted, with both people.</summary>
    internal static string SettingKeyOf(string listKey) => "screening-list " + listKey;

    /// <exception cref="InvalidDataException">There is no such format or mapping, or a column is missing.</exception>
    private static async Task<ListFormat> FormatAsync(CaseDbContext db, string format, byte[] file, Stream? aliases, CancellationToken cancellationToken) =>
        ColumnMappings.NameIn(format) is { } name ? new ListFormat.Mapped(await ColumnMappings.GetAsync(db, name, cancellationToken)) : ListFormats.Of(format, file, aliases);

    /// <summary>One row for all open cases: who of them must be searched is found by comparing the versions.</summary>
    private async Task<int> AskForScreeningAsync(CaseDbContext db, Guid listId, CancellationToken cancellationToken)
    {
        db.Outbox.Add(OutboxRows.OpenCases(listId, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return await db.Cases.AsNoTracking()
            .CountAsync(c => c.Outcome == null && db.AuditEntries.Any(a => a.CaseId == c.Id && a.Gate == "consent" && (a.Outcome == "consented" || a.Outcome == "partial")), cancellationToken);
    }

    private static async Task<List<Sentence>> StopsAsync(CaseDbContext db, ListHeader header, ListDraft draft, ScreeningListRow? before, CancellationToken cancellationToken)
    {
        var stops = new List<Sentence>();
        if (await db.ScreeningLists.AnyAsync(l => l.ListKey == header.Key && l.Version == header.Version, cancellationToken))
        {
            stops.Add(Sentence.Of($"Version {header.Version} of {header.Key} is loaded already. Give the new file a version of its own."));
        }

        if (before is not null && before.Kind != ListHeader.KeyOf(header.Kind))
        {
            stops.Add(Sentence.Of($"{header.Key} is a list of the kind {before.Kind}. A list never changes its kind: what being on it means would be turned round. Use another key."));
        }

        if (before is not null && before.VersionDate > header.VersionDate)
        {
            stops.Add(Sentence.Of($"The version in force describes {before.VersionDate}, which is later than {header.VersionDate}."));
        }

        if (draft.Entries.Count + draft.Doubtful.Count == 0)
        {
            stops.Add(Sentence.Of("The file holds no entry. An empty list would make every search look clear."));
        }

        return stops;
    }

    private static IEnumerable<Sentence> Gaps(ListDraft draft, ListImportReport report)
    {
        if (draft.Errors.Count > 0)
        {
            yield return draft.Errors.Count == 1
                ? Sentence.Of($"One row was not understood, in line {draft.Errors[0].Line}.")
                : Sentence.Of($"{draft.Errors.Count} rows were not understood, the first in line {draft.Errors[0].Line}.");
        }

        if (draft.DuplicateKeys.Count > 0)
        {
            // Lines as "repeated: first", ten at most; the page of the difference has them all.
            var lines = string.Join(", ", draft.Duplicates.Take(10).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.FirstLine} = {d.Line}"))) + (draft.Duplicates.Count > 10 ? ", …" : string.Empty);
            yield return draft.DuplicateKeys.Count == 1
                ? Sentence.Of($"One key occurs more than once; only its first entry would count. The same key stands in lines {lines}.")
                : Sentence.Of($"{draft.DuplicateKeys.Count} keys occur more than once; only the first entry of each would count. The same key stands in lines {lines}.");
        }

        if (report.VersionBefore is not null && report.Added - report.Removed < 0 && report.Entries * 2 < report.Entries + report.Removed - report.Added)
        {
            yield return Sentence.Of("The new version has less than half of the entries of the one in force. Is the file complete?");
        }
    }

    private static ListImportReport Compare(ListDraft draft, WatchList? before)
    {
        IReadOnlyList<ListEntry> entries = [.. draft.Entries, .. draft.Doubtful];
        var differences = before is null ? [] : ListDifference.Between(before, new WatchList(draft.Metadata, entries)).Changes;
        var changes = differences.CountBy(c => c.Change).ToDictionary();
        return new ListImportReport
        {
            Outcome = ListImportOutcome.Checked,
            Reasons = [],
            Encoding = draft.Encoding,
            RowsRead = draft.RowsRead,
            RowsOfOtherKind = draft.RowsOfOtherKind,
            Entries = entries.Count,
            Errors = draft.Errors,
            Duplicates = draft.Duplicates,
            Differences = differences,
            VersionBefore = before?.Metadata.Version,
            Added = before is null ? entries.Count : changes.GetValueOrDefault(EntryChange.Added),
            Changed = changes.GetValueOrDefault(EntryChange.Modified),
            Removed = changes.GetValueOrDefault(EntryChange.Deleted),
        };
    }

    private static ListImportReport Unreadable(string reason) => new()
    {
        Outcome = ListImportOutcome.Refused,
        Reasons = [reason],
        Encoding = string.Empty,
        RowsRead = 0,
        RowsOfOtherKind = 0,
        Entries = 0,
        Errors = [],
        Duplicates = [],
        IsStopped = true,
        VersionBefore = null,
        Added = 0,
        Changed = 0,
        Removed = 0,
    };

    private ScreeningListRow RowOf(ListHeader header, string format, ListDraft draft, byte[] bytes, Guid by, int gaps)
    {
        var id = Ids.New();
        return new ScreeningListRow
        {
            Id = id,
            ListKey = header.Key,
            Version = header.Version,
            Kind = ListHeader.KeyOf(header.Kind),
            Publisher = header.Publisher,
            AssertingAuthority = header.AssertingAuthority,
            VersionDate = header.VersionDate,
            Format = format,
            GapsAccepted = gaps,
            Hash = SHA256.HashData(bytes),
            IsPersecutor = header.Kind == ListKind.PersecutorWanted,
            LoadedBy = by,
            LoadedAt = time.GetUtcNow(),
            EntryCount = draft.Entries.Count + (gaps == 0 ? 0 : draft.Doubtful.Count),
            SealedFile = sealer.Seal(ListRows.FileContext(id), bytes),
            Active = true,
        };
    }

    private static async Task<byte[]> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellationToken);
        return memory.ToArray();
    }

    private static Task<ScreeningListRow?> ActiveAsync(CaseDbContext db, string key, CancellationToken cancellationToken) =>
        db.ScreeningLists.AsNoTracking().Where(l => l.ListKey == key && l.Active).OrderByDescending(l => l.LoadedAt).FirstOrDefaultAsync(cancellationToken);

    /// <exception cref="ArgumentException">Part of the header is missing or malformed.</exception>
    private static void DemandHeader(ListHeader header)
    {
        if (!KeyPattern().IsMatch(header.Key))
        {
            throw new ArgumentException("The key of a list has 2-64 small letters, digits and hyphens.", nameof(header));
        }

        if (new[] { header.Publisher, header.AssertingAuthority, header.Version }.Any(string.IsNullOrWhiteSpace) || header.Version.Length > 64 || header.Publisher.Length > 200 || header.AssertingAuthority.Length > 200)
        {
            throw new ArgumentException("A list names its publisher, the authority whose claim it is (200 signs each) and its version (64 signs).", nameof(header));
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,63}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KeyPattern();
}
