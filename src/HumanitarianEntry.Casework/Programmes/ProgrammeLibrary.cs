using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Maps;
using HumanitarianEntry.Workflows.Validation;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>
/// The programmes in force: the files of the workflow folder, read and validated at start, and the changes that people made since, read from the database. Every act reads
/// the newest change inside its own transaction, so that no node goes on with a programme that another node has stopped.
/// </summary>
public sealed class ProgrammeLibrary
{
    /// <summary>Published by the waiting loop after a submission; told to the coordinator.</summary>
    public const string EmbassySilent = "embassy-silent";

    /// <summary>The key of the setting whose versions are the changes.</summary>
    internal const string SettingKey = "programmes";

    private const string Published = "published.sha256";
    private readonly ConcurrentDictionary<string, ProgrammeMap> maps = new(StringComparer.Ordinal);
    private ProgrammeShelf shelf;

    private ProgrammeLibrary(ProgrammeShelf files) => shelf = files;

    /// <summary>As known to this node now.</summary>
    public ProgrammeShelf Current => Volatile.Read(ref shelf);

    public IEnumerable<Programme> All => Current.Programmes.Values;

    /// <summary>Those that a new case can be opened in, open ones first.</summary>
    public IReadOnlyList<Programme> Taking => [.. All.Where(p => p.Rules.Status is ProgrammeStatus.Open or ProgrammeStatus.Suspended).OrderBy(p => p.Rules.Status != ProgrammeStatus.Open)];

    /// <summary>What definitions may name: the gates with their outcomes, roles, compartments and events of this program.</summary>
    public static DefinitionHost Host { get; } = new()
    {
        Tasks = GateTable.Rows.ToDictionary(r => r.Key, r => new HostTask(r.Outcomes, r.Eyes != Eyes.Two), StringComparer.Ordinal),
        Roles = Enum.GetValues<Role>().Select(Keys.Of).ToHashSet(StringComparer.Ordinal),
        Compartments = Enum.GetValues<Compartment>().Select(Keys.Of).ToHashSet(StringComparer.Ordinal),
        Events = new HashSet<string>(StringComparer.Ordinal) { WithdrawCase.Event, CloseEarly.Event, EmbassySilent },
    };

    internal static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="DefinitionException">A file is broken or invalid; the message names file, line, rule and what to do.</exception>
    public static ProgrammeLibrary Load(string folder)
    {
        DemandUnchanged(folder);
        var flows = Directory.EnumerateFiles(folder, "*.v*.json").Order(StringComparer.Ordinal).Select(path => WorkflowDefinition.Parse(File.ReadAllText(path), Path.GetFileName(path))).ToList();
        var files = ProgrammeShelf.Of(flows, shelf => Directory.EnumerateFiles(folder, "*.programme.json").Order(StringComparer.Ordinal)
            .Select(path => Programme.Read(File.ReadAllText(path), Path.GetFileName(path), shelf.Definitions.Values)));
        var hosts = Directory.EnumerateFiles(folder, "*.host.json").Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), HostProfile.Read(File.ReadAllText(path), Path.GetFileName(path))));
        files = files.Knowing(hosts);
        return files.Programmes.Count > 0 ? new ProgrammeLibrary(files) : throw new DefinitionException(folder, null, "P0", "there is no programme (*.programme.json) in this folder");
    }

    /// <exception cref="KeyNotFoundException">No programme has this id.</exception>
    public Programme For(string id) => Current.Programmes.TryGetValue(id, out var programme) ? programme : throw new KeyNotFoundException($"There is no programme '{id}'.");

    public bool Has(string id) => Current.Programmes.ContainsKey(id);

    /// <summary>The version that a case is pinned to.</summary>
    /// <exception cref="KeyNotFoundException">The version is neither in the folder nor among the changes known here.</exception>
    public WorkflowDefinition Definition(string versionId) =>
        Current.Definitions.TryGetValue(versionId, out var definition) ? definition : throw new KeyNotFoundException($"The definition version '{versionId}' is missing; cases run on it.");

    /// <summary>The version drawn for people.</summary>
    /// <exception cref="KeyNotFoundException">As <see cref="Definition"/>.</exception>
    public ProgrammeMap Map(string versionId) => maps.GetOrAdd(versionId, id => MapReader.Read(Definition(id)));

    /// <summary>Takes in what was changed since, on this node or another, as the given connection sees it.</summary>
    /// <exception cref="DefinitionException">A stored change does not fit the files of this installation: nothing may go on.</exception>
    /// <exception cref="InvalidDataException">A stored change is missing or cannot be read.</exception>
    public async Task<ProgrammeShelf> RefreshAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var known = Current.Number;
        return Follow(await db.Settings.AsNoTracking().Where(s => s.Key == SettingKey && s.Version > known).OrderBy(s => s.Version).ToListAsync(cancellationToken));
    }

    /// <summary>Takes in the changes after those that were known, in order, and gives what is in force then.</summary>
    /// <exception cref="DefinitionException">As <see cref="RefreshAsync"/>.</exception>
    /// <exception cref="InvalidDataException">As <see cref="RefreshAsync"/>.</exception>
    internal ProgrammeShelf Follow(IReadOnlyCollection<SettingRow> news)
    {
        // Another act may have taken some of them in meanwhile.
        var known = Current;
        var next = news.Where(row => row.Version > known.Number).Aggregate(known, (shelf, row) => shelf.With(new NumberedChange(row.Version, ProgrammeChange.Read(row.ValueJson), row.At, row.By, row.ConfirmedBy)));
        Take(next);
        return next;
    }

    /// <summary>A newer shelf takes the place of an older one, whoever comes first.</summary>
    private void Take(ProgrammeShelf next)
    {
        for (var known = Current; known.Number < next.Number; known = Current)
        {
            if (ReferenceEquals(Interlocked.CompareExchange(ref shelf, next, known), known))
            {
                return;
            }
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
