using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Screening.Matching;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.ScreeningThresholds;

/// <summary>From which score an entry is shown: by the name alone, and where the birth year or a number agrees too.</summary>
public sealed record ShownFrom(decimal Review, decimal Supported)
{
    public static ShownFrom Usual { get; } = new(Thresholds.HighRecall.Review, Thresholds.HighRecall.Supported);

    /// <exception cref="ArgumentException">Out of the range of thresholds.</exception>
    public Thresholds ToThresholds() => Thresholds.Of(Review, Supported);
}

/// <summary>By what people are searched: the search engine of the program and the thresholds that two people put in force.</summary>
/// <param name="Version">0 for the usual thresholds, before any were put in force.</param>
/// <param name="OfLists">Lists with thresholds of their own, by short name.</param>
public sealed record ScreeningRules(int Version, ShownFrom ForAll, ImmutableSortedDictionary<string, ShownFrom> OfLists)
{
    internal const string SettingKey = "screening-thresholds";
    private const int MostCandidates = 1000;

    public static ScreeningRules Usual { get; } = new(0, ShownFrom.Usual, ImmutableSortedDictionary<string, ShownFrom>.Empty);

    /// <summary>Names engine and thresholds together: a result of another one is outdated.</summary>
    public string Name => Version == 0 ? ListIndex.EngineVersion : string.Create(CultureInfo.InvariantCulture, $"{ListIndex.EngineVersion} t{Version}");

    /// <summary>Everything that reaches a threshold; nothing under it.</summary>
    public SearchOptions Options => new()
    {
        Top = MostCandidates,
        NearestBelow = 0,
        Thresholds = ForAll.ToThresholds(),
        OfLists = OfLists.ToDictionary(l => l.Key, l => l.Value.ToThresholds(), StringComparer.Ordinal),
    };

    public ShownFrom For(string list) => OfLists.GetValueOrDefault(list, ForAll);

    /// <summary>The same thresholds for every list.</summary>
    public bool IsSameAs(ScreeningRules other) => ForAll == other.ForAll && OfLists.SequenceEqual(other.OfLists);

    /// <exception cref="InvalidDataException">The stored thresholds cannot be read: nothing is searched by guessed ones.</exception>
    public static async Task<ScreeningRules> InForceAsync(CaseDbContext db, CancellationToken cancellationToken) =>
        await db.Settings.AsNoTracking().Where(s => s.Key == SettingKey).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellationToken) is { } row ? Read(row) : Usual;

    internal static ScreeningRules Read(SettingRow row)
    {
        var rules = JsonSerializer.Deserialize<Stored>(row.ValueJson, JsonSerializerOptions.Web) is { ForAll: { } all, OfLists: { } lists }
            ? new ScreeningRules(row.Version, all, lists.ToImmutableSortedDictionary(StringComparer.Ordinal))
            : throw new InvalidDataException("The thresholds in force cannot be read.");
        return rules.OfLists.Values.Append(rules.ForAll).All(s => Thresholds.IsValid(s.Review, s.Supported)) ? rules : throw new InvalidDataException("The thresholds in force are out of range.");
    }

    internal string Write() => JsonSerializer.Serialize(new Stored(ForAll, OfLists), JsonSerializerOptions.Web);

    private sealed record Stored(ShownFrom? ForAll, IReadOnlyDictionary<string, ShownFrom>? OfLists);
}
