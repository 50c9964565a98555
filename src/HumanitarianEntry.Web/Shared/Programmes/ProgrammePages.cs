using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Maps;
using HumanitarianEntry.Workflows.Editing;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Web.Shared.Programmes;

/// <summary>All programmes, what waits for a second person, and what was changed. <paramref name="Url"/> is the address of this page in its audience.</summary>
public sealed record ProgrammesPage(string Url, IReadOnlyList<(Programme Programme, ProgrammeCases Cases)> Programmes, IReadOnlyList<WaitingChange> Waiting, IReadOnlyList<PastChange> History, ProgrammeShelf Shelf);

public sealed record ProgrammePage(string Url, Programme Programme, ProgrammeCases Cases, MapView Map, IReadOnlyList<WaitingChange> Waiting)
{
    /// <summary>Running cases on older versions of the definition, by version.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> OlderVersions => [.. Cases.ByVersion.Where(v => v.Key != Programme.Definition.VersionId).OrderBy(v => v.Key, StringComparer.Ordinal)];
}

/// <summary>A form about one programme or, where it is null, about none.</summary>
public sealed record ChangePage<TForm>(string Url, Programme? Programme, TForm Form);

public sealed record MovesPage(string Url, Programme Programme, string From, int Moving, int Staying, IReadOnlyList<MoveTrial> Listed, ReasonForm Form);

/// <summary>A proposal before the second person.</summary>
/// <param name="IsOwn">Who looks proposed it himself and can only take it back.</param>
/// <param name="Differences">Settings that would be different from now; empty where the sentence says all.</param>
/// <param name="Drawn">The same for the drawing of a new version.</param>
public sealed record ProposalPage(string Url, WaitingChange Change, bool IsOwn, IReadOnlyList<SettingDifference> Differences, IReadOnlyList<DrawnDifference> Drawn, MapView? Map);

/// <summary>One field of the settings before and after, as the document writes it; null where there is none.</summary>
public sealed record SettingDifference(string Field, string? Before, string? After)
{
    public static IReadOnlyList<SettingDifference> Between(string before, string after)
    {
        var (old, now) = (JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());
        return [.. old.Select(f => f.Key).Union(now.Select(f => f.Key), StringComparer.Ordinal)
            .Select(field => (Field: field, Before: old[field], After: now[field]))
            .Where(f => !JsonNode.DeepEquals(f.Before, f.After))
            .SelectMany(f => f is { Before: JsonObject inner, After: JsonObject outer }
                ? Between(inner.ToJsonString(), outer.ToJsonString()).Select(d => d with { Field = $"{f.Field}.{d.Field}" })
                : [new SettingDifference(f.Field, f.Before?.ToJsonString(Plain), f.After?.ToJsonString(Plain))])];
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>Sentences about programmes and their changes.</summary>
public static class ProgrammeWords
{
    /// <summary>"24 hours", "7 days".</summary>
    public static string Length(TimeSpan span) => span.TotalHours < 48 ? Counted((int)span.TotalHours, "{n} hour", "{n} hours") : Counted((int)span.TotalDays, "{n} day", "{n} days");

    /// <summary>A purpose as the settings name it, such as <c>submit:FR</c>, in words.</summary>
    public static string Consent(string purpose) => purpose.Split(':') switch
    {
        [var name, var state] => $"{FactWords.PurposeOf(Enum.Parse<ConsentPurpose>(name, ignoreCase: true))} ({FactWords.Country(state)})",
        _ => FactWords.PurposeOf(Enum.Parse<ConsentPurpose>(purpose, ignoreCase: true)),
    };

    public static string Of(ProgrammeChange change, ProgrammeShelf shelf) => change switch
    {
        StatusSet set => set.Status switch
        {
            ProgrammeStatus.Open => S($"{NameOf(set.Programme, shelf)}: open"),
            ProgrammeStatus.Suspended => S($"{NameOf(set.Programme, shelf)}: suspended"),
            ProgrammeStatus.Closed => S($"{NameOf(set.Programme, shelf)}: closed"),
            ProgrammeStatus.Draft => S($"{NameOf(set.Programme, shelf)}: back to draft"),
        },
        SettingsSet set => S($"{NameOf(set.Programme, shelf)}: new settings"),
        DefinitionPublished published => S($"A new version of a course: {published.VersionId}"),
        HostRiskSet set => S($"Danger of waiting in {FactWords.Country(set.Country)}: {Inside(InWords(set.Risk))}"),
        HostProfileSet set => S($"What is known of {FactWords.Country(set.Country)} as a country of stay: a new version"),
        RunsMoved moved => S($"Running cases move from {moved.FromVersionId} to {moved.ToVersionId}"),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.GetType().Name, "Unknown change."),
    };

    private static string NameOf(string programme, ProgrammeShelf shelf) => shelf.Programmes.TryGetValue(programme, out var known) ? FactWords.Programme(known.Settings) : programme;
}
