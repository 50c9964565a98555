using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Programmes;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>All programmes and definitions as they stand after a number of changes. Immutable; the same files and changes give the same shelf on every node.</summary>
public sealed record ProgrammeShelf : IPublishedDefinitions
{
    public ImmutableSortedDictionary<string, Programme> Programmes { get; private init; } = ImmutableSortedDictionary.Create<string, Programme>(StringComparer.Ordinal);

    /// <summary>Every published version by its id: cases stand on them.</summary>
    public ImmutableSortedDictionary<string, WorkflowDefinition> Definitions { get; private init; } = ImmutableSortedDictionary.Create<string, WorkflowDefinition>(StringComparer.Ordinal);

    /// <summary>Countries whose risk is not <see cref="HostRisk.Normal"/>.</summary>
    public ImmutableSortedDictionary<string, HostRisk> HostRisks { get; private init; } = ImmutableSortedDictionary.Create<string, HostRisk>(StringComparer.Ordinal);

    /// <summary>What is known of the countries of stay.</summary>
    public ImmutableSortedDictionary<string, HostProfile> HostProfiles { get; private init; } = ImmutableSortedDictionary.Create<string, HostProfile>(StringComparer.Ordinal);

    /// <summary>The changes since the files, oldest first.</summary>
    public ImmutableArray<NumberedChange> Changes { get; private init; } = [];

    /// <summary>Number of the last change; 0 for the files alone.</summary>
    public int Number => Changes.Length;

    /// <exception cref="DefinitionException">A definition breaks a rule.</exception>
    public static ProgrammeShelf Of(IEnumerable<WorkflowDefinition> definitions, Func<ProgrammeShelf, IEnumerable<Programme>> programmes)
    {
        var shelf = new ProgrammeShelf().Holding(definitions);
        foreach (var definition in shelf.Definitions.Values)
        {
            shelf.DemandValid(definition);
        }

        return shelf with { Programmes = shelf.Programmes.AddRange(programmes(shelf).Select(p => KeyValuePair.Create(p.Settings.Id, p))) };
    }

    public WorkflowDefinition? Newest(string definitionId) => Definitions.Values.Where(d => d.DefinitionId == definitionId && d.IsPublished).MaxBy(d => d.Version);

    public WorkflowDefinition? Version(string versionId) => Definitions.GetValueOrDefault(versionId);

    public HostRisk RiskIn(string? country) => country is not null && HostRisks.TryGetValue(country, out var risk) ? risk : HostRisk.Normal;

    /// <summary>What rules ask of the profile of a country.</summary>
    public HostRules HostRulesIn(string? country) => country is not null && HostProfiles.TryGetValue(country, out var profile) ? profile.Rules : HostRules.None;

    /// <summary>What dossiers of people in a country may quote of what is published.</summary>
    public ImmutableList<HostReport> ReportsOn(string? country) => country is not null && HostProfiles.TryGetValue(country, out var profile) ? profile.Quotable : [];

    /// <summary>With the profiles that the files of a folder hold.</summary>
    /// <exception cref="DefinitionException">Two files speak of one country.</exception>
    internal ProgrammeShelf Knowing(IEnumerable<(string FileName, HostProfile Profile)> profiles) => profiles.Aggregate(this, (shelf, next) => shelf.HostProfiles.ContainsKey(next.Profile.Country)
        ? throw Refused(next.FileName, $"another file speaks of {next.Profile.Country} already")
        : shelf with { HostProfiles = shelf.HostProfiles.Add(next.Profile.Country, next.Profile) });

    /// <summary>True for a change that only stops something or warns: one person may order it at once (handbook P4). Everything that opens, loosens or rewrites takes two.</summary>
    public bool IsStop(ProgrammeChange change) => change switch
    {
        StatusSet set => Programmes.TryGetValue(set.Programme, out var programme) && programme.Settings.Status == ProgrammeStatus.Open && set.Status is ProgrammeStatus.Suspended or ProgrammeStatus.Closed,
        HostRiskSet set => set.Risk > RiskIn(set.Country),
        _ => false,
    };

    /// <summary>The shelf after one more change.</summary>
    /// <exception cref="DefinitionException">The change breaks a rule of programmes or definitions; the message says which and what to do.</exception>
    public ProgrammeShelf With(NumberedChange next)
    {
        if (next.Number != Number + 1)
        {
            throw new InvalidDataException($"Change {next.Number} of the programmes does not follow change {Number}: one is missing.");
        }

        var after = next.Change switch
        {
            StatusSet set => WithSettings(set.Programme, StatusIn(For(set.Programme), set.Status)),
            SettingsSet set => WithSettings(set.Programme, set.Json),
            DefinitionPublished published => WithDefinition(published),
            HostRiskSet set when set.Country.Length != 2 || !set.Country.All(char.IsAsciiLetterUpper) => throw Refused(set.Country, "a country is written with two capital letters (ISO 3166-1)"),
            HostRiskSet set when set.Risk == RiskIn(set.Country) => throw Refused(set.Country, $"the danger there is {set.Risk} already"),
            HostRiskSet set => this with { HostRisks = set.Risk == HostRisk.Normal ? HostRisks.Remove(set.Country) : HostRisks.SetItem(set.Country, set.Risk) },
            HostProfileSet set => WithProfile(set),
            RunsMoved moved => Moving(moved),
            _ => throw new InvalidDataException($"Unknown change {next.Change.GetType().Name}."),
        };
        return after with { Changes = Changes.Add(next) };
    }

    /// <summary>What stands against publishing a definition beside those already there; empty: nothing.</summary>
    public IReadOnlyList<DefinitionFinding> Check(WorkflowDefinition definition) =>
        DefinitionValidator.Validate(definition, ProgrammeLibrary.Host.Knowing(Definitions.Values.Where(d => d.VersionId != definition.VersionId).Append(definition)));

    private Programme For(string id) => Programmes.TryGetValue(id, out var programme) ? programme : throw Refused(id, $"there is no programme '{id}'");

    private ProgrammeShelf WithSettings(string id, string json)
    {
        var known = For(id);
        var read = Programme.Read(json, known.FileName, Definitions.Values);
        return read.Settings.Id == id
            ? this with { Programmes = Programmes.SetItem(id, read) }
            : throw Refused(known.FileName, $"these settings are of '{read.Settings.Id}', not of '{id}'");
    }

    private ProgrammeShelf WithProfile(HostProfileSet set)
    {
        var read = HostProfile.Read(set.Json, set.Country);
        return read.Country != set.Country ? throw Refused(set.Country, $"this profile is of '{read.Country}', not of '{set.Country}'")
            : HostProfiles.GetValueOrDefault(set.Country)?.Json == set.Json ? throw Refused(set.Country, "the profile says just this already")
            : this with { HostProfiles = HostProfiles.SetItem(set.Country, read) };
    }

    private static string StatusIn(Programme programme, ProgrammeStatus status)
    {
        var document = JsonNode.Parse(programme.Json)!.AsObject();
        if (programme.Settings.Status == status)
        {
            throw Refused(programme.FileName, $"the programme is {status} already");
        }

        document["status"] = status.ToString();
        return document.ToJsonString(ProgrammeLibrary.Indented);
    }

    private ProgrammeShelf WithDefinition(DefinitionPublished published)
    {
        var read = WorkflowDefinition.Parse(published.Json, published.VersionId + ".json");
        var definition = WorkflowDefinition.Parse(published.Json, $"{read.DefinitionId}.v{read.Version}.json");
        var versions = Definitions.Values.Where(d => d.DefinitionId == definition.DefinitionId).ToList();
        var expected = versions.Select(d => d.Version).DefaultIfEmpty().Max() + 1;
        if (definition.VersionId != published.VersionId || Definitions.ContainsKey(definition.VersionId))
        {
            throw Refused(definition.FileName, $"the version id '{definition.VersionId}' is taken, or is not the one that was proposed. A published version is never edited");
        }

        if (definition.Version != expected || !definition.IsPublished)
        {
            throw Refused(definition.FileName, $"the next version of '{definition.DefinitionId}' is {expected} and says isPublished");
        }

        DemandValid(definition);
        var after = Holding([definition]);
        foreach (var programme in Programmes.Values.Where(p => p.Definition.DefinitionId == definition.DefinitionId))
        {
            var settings = JsonNode.Parse(programme.Json)!.AsObject();
            settings["definition"] = definition.FileName;
            after = after.WithSettings(programme.Settings.Id, settings.ToJsonString(ProgrammeLibrary.Indented));
        }

        // Programmes that start it are read again: it may name a clock for which they say no time.
        foreach (var programme in after.Programmes.Values.Where(p => p.Definition != definition && Programme.Flows(p.Definition, [.. after.Definitions.Values]).Contains(definition)).ToList())
        {
            after = after.WithSettings(programme.Settings.Id, programme.Json);
        }

        return after;
    }

    private ProgrammeShelf Moving(RunsMoved moved)
    {
        foreach (var id in new[] { moved.FromVersionId, moved.ToVersionId })
        {
            if (!Definitions.ContainsKey(id))
            {
                throw Refused(id, $"there is no published version '{id}'");
            }
        }

        return Definitions[moved.FromVersionId].DefinitionId == Definitions[moved.ToVersionId].DefinitionId && moved.FromVersionId != moved.ToVersionId
            ? this
            : throw Refused(moved.ToVersionId, $"'{moved.FromVersionId}' and '{moved.ToVersionId}' are not two versions of one definition");
    }

    private ProgrammeShelf Holding(IEnumerable<WorkflowDefinition> definitions) =>
        this with { Definitions = Definitions.AddRange(definitions.Select(d => KeyValuePair.Create(d.VersionId, d))) };

    private void DemandValid(WorkflowDefinition definition)
    {
        if (Check(definition) is [var first, ..])
        {
            throw new DefinitionException(definition.FileName, first.Line, first.Code, $"{first.ActivityId}: {first.Message}");
        }
    }

    private static DefinitionException Refused(string file, string why) => new(file, null, "P0", why);
}
