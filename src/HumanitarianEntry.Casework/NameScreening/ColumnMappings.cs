using System.Text.Json;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Screening.Lists;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Which column of somebody's table holds what, under a name of its own. The newest version is used; older ones are its history.</summary>
public sealed record SavedMapping(string Name, ColumnMapping Columns, DateTimeOffset At, Guid By)
{
    /// <summary>The layout as an import names it.</summary>
    public string Format => ColumnMappings.FormatPrefix + Name;
}

/// <summary>Saved column mappings, so that the next version of a table is read as the last one was.</summary>
public sealed partial class ColumnMappings(CaseDatabase cases, AccountTrail trail, TimeProvider time)
{
    /// <summary>Begins the layout of a table that is read by a saved mapping.</summary>
    public const string FormatPrefix = "csv:";

    private const string SettingPrefix = "list-mapping ";

    /// <returns>The name of the mapping; null for a layout that is none.</returns>
    public static string? NameIn(string format) => format.StartsWith(FormatPrefix, StringComparison.Ordinal) ? format[FormatPrefix.Length..] : null;

    public static bool IsName(string? name) => name is not null && NamePattern().IsMatch(name);

    public async Task<IReadOnlyList<SavedMapping>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key.StartsWith(SettingPrefix)).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => r.Key, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Version)!).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new SavedMapping(r.Key[SettingPrefix.Length..], Read(r), r.At, r.By))];
    }

    /// <exception cref="ArgumentException">The name is malformed, or the mapping names no column of names.</exception>
    public async Task SaveAsync(string name, ColumnMapping mapping, Guid by, CancellationToken cancellationToken)
    {
        if (!IsName(name) || (mapping.Name is null && mapping.Family is null))
        {
            throw new ArgumentException("A mapping has a name of 2-24 small letters, digits and hyphens, and says where the names are.", nameof(name));
        }

        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var key = SettingPrefix + name;
        var version = (await db.Settings.Where(s => s.Key == key).MaxAsync(s => (int?)s.Version, cancellationToken) ?? 0) + 1;
        db.Settings.Add(new SettingRow { Key = key, Version = version, ValueJson = JsonSerializer.Serialize(mapping, JsonSerializerOptions.Web), At = time.GetUtcNow().Stored(), By = by });
        await trail.AppendAsync(db, new AccountNote(by, Guid.Empty, AccountKinds.ListMappingChanged, $"{name}, version {version}"), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <exception cref="InvalidDataException">There is no such mapping.</exception>
    internal static async Task<ColumnMapping> GetAsync(CaseDbContext db, string name, CancellationToken cancellationToken)
    {
        var key = SettingPrefix + name;
        return await db.Settings.AsNoTracking().Where(s => s.Key == key).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellationToken) is { } row
            ? Read(row)
            : throw new InvalidDataException($"There is no saved mapping '{name}'.");
    }

    private static ColumnMapping Read(SettingRow row) => JsonSerializer.Deserialize<ColumnMapping>(row.ValueJson, JsonSerializerOptions.Web) ?? throw new InvalidDataException("A saved mapping is empty.");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,23}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamePattern();
}
