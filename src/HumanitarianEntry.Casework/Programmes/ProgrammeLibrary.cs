using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Maps;
using HumanitarianEntry.Workflows.Programmes;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>All definitions and programmes of an installation, read and validated at start. A broken, unknown or secretly changed file stops the start.</summary>
public sealed class ProgrammeLibrary
{
    /// <summary>Published by the waiting loop after a submission; told to the coordinator.</summary>
    public const string EmbassySilent = "embassy-silent";

    private const string Published = "published.sha256";
    private readonly FrozenDictionary<string, Programme> programmes;
    private readonly FrozenDictionary<string, WorkflowDefinition> definitions;
    private readonly ConcurrentDictionary<string, ProgrammeMap> maps = new(StringComparer.Ordinal);

    private ProgrammeLibrary(IEnumerable<Programme> programmes, IEnumerable<WorkflowDefinition> definitions)
    {
        this.programmes = programmes.ToFrozenDictionary(p => p.Settings.Id, StringComparer.Ordinal);
        this.definitions = definitions.ToFrozenDictionary(d => d.VersionId, StringComparer.Ordinal);
    }

    public IEnumerable<Programme> All => programmes.Values.OrderBy(p => p.Settings.Id, StringComparer.Ordinal);

    /// <summary>What definitions may name: the gates with their outcomes, roles, compartments and events of this program.</summary>
    public static DefinitionHost Host { get; } = new()
    {
        Tasks = GateTable.Rows.ToDictionary(r => r.Key, r => new HostTask(r.Outcomes, r.Eyes != Eyes.Two), StringComparer.Ordinal),
        Roles = Enum.GetValues<Role>().Select(Keys.Of).ToHashSet(StringComparer.Ordinal),
        Compartments = Enum.GetValues<Compartment>().Select(Keys.Of).ToHashSet(StringComparer.Ordinal),
        Events = new HashSet<string>(StringComparer.Ordinal) { WithdrawCase.Event, CloseEarly.Event, EmbassySilent },
    };

    /// <exception cref="DefinitionException">A file is broken or invalid; the message names file, line, rule and what to do.</exception>
    public static ProgrammeLibrary Load(string folder)
    {
        DemandUnchanged(folder);
        var flows = Directory.EnumerateFiles(folder, "*.v*.json").Order(StringComparer.Ordinal).Select(ReadDefinition).ToList();
        var host = Host.Knowing(flows);
        foreach (var flow in flows)
        {
            DemandValid(flow, host);
        }

        var read = Directory.EnumerateFiles(folder, "*.programme.json").Order(StringComparer.Ordinal).Select(path => ReadProgramme(path, flows)).ToList();
        return read.Count > 0 ? new ProgrammeLibrary(read, flows) : throw new DefinitionException(folder, null, "P0", "there is no programme (*.programme.json) in this folder");
    }

    /// <exception cref="KeyNotFoundException">No programme has this id.</exception>
    public Programme For(string id) => programmes.TryGetValue(id, out var programme) ? programme : throw new KeyNotFoundException($"There is no programme '{id}'.");

    public bool Has(string id) => programmes.ContainsKey(id);

    /// <summary>The version that a case is pinned to.</summary>
    /// <exception cref="KeyNotFoundException">The version's file is not in the folder any more.</exception>
    public WorkflowDefinition Definition(string versionId) =>
        definitions.TryGetValue(versionId, out var definition) ? definition : throw new KeyNotFoundException($"The definition version '{versionId}' is missing; cases run on it.");

    /// <summary>The version drawn for people.</summary>
    /// <exception cref="KeyNotFoundException">The version's file is not in the folder any more.</exception>
    public ProgrammeMap Map(string versionId) => maps.GetOrAdd(versionId, id => MapReader.Read(Definition(id)));

    private static WorkflowDefinition ReadDefinition(string path) => WorkflowDefinition.Parse(File.ReadAllText(path), Path.GetFileName(path));

    private static void DemandValid(WorkflowDefinition definition, DefinitionHost host)
    {
        if (DefinitionValidator.Validate(definition, host) is [var first, ..])
        {
            throw new DefinitionException(definition.FileName, first.Line, first.Code, $"{first.ActivityId}: {first.Message}");
        }
    }

    private static Programme ReadProgramme(string path, List<WorkflowDefinition> flows)
    {
        var name = Path.GetFileName(path);
        var settings = ProgrammeSettings.Parse(File.ReadAllText(path), name);
        var definition = flows.Find(d => d.FileName == settings.Definition) ?? throw new DefinitionException(name, null, "P0", $"its definition '{settings.Definition}' is not in the folder");
        try
        {
            return Programme.Of(settings, definition);
        }
        catch (ArgumentOutOfRangeException unknown)
        {
            throw new DefinitionException(name, null, "P0", $"its working days cannot be counted: {unknown.Message}");
        }
    }

    /// <summary>A published definition is never edited: cases stand on it.</summary>
    private static void DemandUnchanged(string folder)
    {
        var list = Path.Combine(folder, Published);
        if (!File.Exists(list))
        {
            throw new DefinitionException(Published, null, "P0", "is missing: it names the hash of every published definition");
        }

        foreach (var line in File.ReadLines(list).Where(l => l.Length > 66))
        {
            var (hash, name) = (line[..64], line[66..].Trim());
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) || Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) != hash)
            {
                throw new DefinitionException(name, null, "P0", "was published and has been changed or removed. Publish a new version instead");
            }
        }
    }
}
