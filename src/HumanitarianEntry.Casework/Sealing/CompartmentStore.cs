using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>One version of a compartment, opened.</summary>
public sealed record OpenedCompartment(string Compartment, int Version, byte[] Plain, Guid ActId, DateTimeOffset At);

/// <summary>Reads and adds sealed compartment versions of one case.</summary>
public static class CompartmentStore
{
    /// <summary>The newest version of every compartment of the case (or of the named ones only), in one query. A compartment nobody wrote yet is absent.</summary>
    /// <exception cref="SealBrokenException">A row was changed, moved, or sealed with another key.</exception>
    public static async Task<IReadOnlyDictionary<string, OpenedCompartment>> LoadAsync(CaseDbContext db, CaseKeys keys, IReadOnlyCollection<string>? only, CancellationToken cancellationToken)
    {
        var all = db.CompartmentVersions.AsNoTracking().Where(v => v.CaseId == keys.CaseId);
        var wanted = only is null ? all : all.Where(v => only.Contains(v.Compartment));
        var rows = await wanted.Where(v => v.Version == all.Where(o => o.Compartment == v.Compartment).Max(o => o.Version)).ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Compartment, r => Open(keys, r), StringComparer.Ordinal);
    }

    /// <summary>Every version of one compartment, oldest first.</summary>
    public static async Task<IReadOnlyList<OpenedCompartment>> HistoryAsync(CaseDbContext db, CaseKeys keys, string compartment, CancellationToken cancellationToken)
    {
        var rows = await db.CompartmentVersions.AsNoTracking().Where(v => v.CaseId == keys.CaseId && v.Compartment == compartment).OrderBy(v => v.Version).ToListAsync(cancellationToken);
        return [.. rows.Select(r => Open(keys, r))];
    }

    /// <summary>Adds the next version to the context; it is stored with the act's SaveChanges. The version must be the loaded one plus one (1 for the first).</summary>
    public static CompartmentVersionRow Add(CaseDbContext db, CaseKeys keys, string compartment, int version, ReadOnlySpan<byte> plain, Guid actId, DateTimeOffset at)
    {
        if (!SealedScopes.Compartments.Contains(compartment, StringComparer.Ordinal))
        {
            throw new ArgumentException($"Unknown compartment {compartment}.", nameof(compartment));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var row = new CompartmentVersionRow
        {
            CaseId = keys.CaseId,
            Compartment = compartment,
            Version = version,
            Sealed = keys.Seal(compartment, Context(version), plain),
            KeyId = keys.KeyId(compartment),
            ActId = actId,
            At = at.Stored(),
        };
        db.CompartmentVersions.Add(row);
        return row;
    }

    /// <exception cref="SealBrokenException">The row was changed, moved, or sealed with another key.</exception>
    internal static OpenedCompartment Open(CaseKeys keys, CompartmentVersionRow row) =>
        keys.Scopes.Contains(row.Compartment) && keys.KeyId(row.Compartment) == row.KeyId
            ? new OpenedCompartment(row.Compartment, row.Version, keys.Open(row.Compartment, Context(row.Version), row.Sealed), row.ActId, row.At)
            : throw new SealBrokenException($"Sealed {row.Compartment} of case {row.CaseId}");

    private static string Context(int version) => "version " + version.ToString(CultureInfo.InvariantCulture);
}
