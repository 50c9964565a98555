using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Screening.Units;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>An incident with the registered units it is attributed to, and what stands above these up to brigade at its time.</summary>
public sealed record AttributedIncident(IncidentEntry Entry, IReadOnlySet<string> Units, IReadOnlySet<string> AboveThem);

/// <summary>Both registers in force at one moment, ready to be asked. Immutable.</summary>
public sealed class RegistersInForce
{
    /// <param name="units">Null when no register of units is in force.</param>
    public RegistersInForce(IReadOnlyList<UnitEntry>? units, string? unitVersion, IReadOnlyList<IncidentEntry> incidents, string? incidentVersion)
    {
        (UnitVersion, IncidentVersion) = (unitVersion, incidentVersion);
        Tree = new UnitTree(units ?? []);
        Names = new UnitRegister([.. (units ?? []).Select(u => new RegisteredUnit(u.Key, [.. u.NamesRu.Concat(u.NamesEn).Select(n => n.Text)], u.Number))]);
        Incidents = [.. incidents.OrderBy(i => i.Key, StringComparer.Ordinal).Select(Attributed)];
    }

    /// <summary>Null when no register of units is in force.</summary>
    public string? UnitVersion { get; }
    public string? IncidentVersion { get; }
    public UnitTree Tree { get; }
    public UnitRegister Names { get; }
    public IReadOnlyList<AttributedIncident> Incidents { get; }

    private AttributedIncident Attributed(IncidentEntry entry)
    {
        var (units, above) = Attribute(entry.Units, DayRange.Of(entry.From, entry.To));
        return new AttributedIncident(entry, units, above);
    }

    /// <summary>The registered units that a list of numbers, keys and names means, and the ones above them up to brigade. Where a name fits several, all of them count: it opens a question at most.</summary>
    public (IReadOnlySet<string> Units, IReadOnlySet<string> AboveThem) Attribute(IEnumerable<string> units, DayRange when)
    {
        var own = units.SelectMany(u => Tree[u] is not null ? [u] : Names.Find(u).Where(m => m.Score >= UnitRegister.Threshold).Select(m => m.Unit.Key)).ToHashSet(StringComparer.Ordinal);
        return (own, own.SelectMany(k => Tree.Above(Tree[k]!, when)).Select(u => u.Key).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>Holds the registers in force, read. Which versions are in force is asked each time; new ones are read once and put in place whole.</summary>
public sealed class RegisterLibrary(InstallationSealer sealer)
{
    private volatile Held? current;

    /// <exception cref="InvalidDataException">A stored register is incomplete or unreadable.</exception>
    public async Task<RegistersInForce> CurrentAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var active = await RegisterRows.ActiveAsync(db, cancellationToken);
        var ids = string.Join(' ', active.OrderBy(a => a.Key).Select(a => a.Value.ToString("N")));
        if (current is { } ready && ready.Ids == ids)
        {
            return ready.Registers;
        }

        var (units, unitVersion) = await EntriesAsync<UnitEntry>(db, active, RegisterKind.Units, cancellationToken);
        var (incidents, incidentVersion) = await EntriesAsync<IncidentEntry>(db, active, RegisterKind.Incidents, cancellationToken);
        var read = new RegistersInForce(units, unitVersion, incidents ?? [], incidentVersion);
        current = new Held(ids, read);
        return read;
    }

    private async Task<(IReadOnlyList<T>? Entries, string? Version)> EntriesAsync<T>(CaseDbContext db, IReadOnlyDictionary<RegisterKind, Guid> active, RegisterKind kind, CancellationToken cancellationToken)
        where T : RegisterEntry
    {
        if (!active.TryGetValue(kind, out var id))
        {
            return (null, null);
        }

        var (row, entries) = await RegisterRows.ReadAsync(db, sealer, id, cancellationToken);
        return ([.. entries.Cast<T>()], row.Version);
    }

    private sealed record Held(string Ids, RegistersInForce Registers);
}
