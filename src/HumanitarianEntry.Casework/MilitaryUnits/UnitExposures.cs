using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Units;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>An entry of a list that names units.</summary>
internal sealed record EntryWithUnits(UnitExposure Exposure, IReadOnlyList<UnitName> Units);

/// <summary>
/// Which persons of the lists in force are named together with a unit. A list entry about an officer of the unit says something about the unit: it opens questions to the applicant, and is
/// neither a hit nor part of any score (design: unit exposure).
/// </summary>
public sealed class UnitExposures
{
    private volatile Held? current;

    /// <summary>The entries of lists that may weigh against people. Lists of the persecuting state, of crowds and of absent soldiers say nothing about a unit.</summary>
    internal async Task<IReadOnlyList<EntryWithUnits>> CurrentAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var active = (await ListRows.ActiveAsync(db, cancellationToken)).FindAll(l => ListHeader.KindOf(l.Kind) is ListKind.Sanctions or ListKind.CourtOrPolice);
        var ids = string.Join(' ', active.Select(a => a.Id.ToString("N")));
        if (current is { } ready && ready.Ids == ids)
        {
            return ready.Entries;
        }

        var found = new List<EntryWithUnits>();
        foreach (var list in active)
        {
            foreach (var entry in (await ListRows.ReadAsync(db, list, cancellationToken)).Entries.Where(e => e.Reason is { Length: > 0 }))
            {
                if (UnitMentions.In(entry.Reason!) is { Count: > 0 } units)
                {
                    var years = UnitMentions.YearsIn(entry.Reason!) is var (first, last) ? (first == last ? first.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}")) : string.Empty;
                    found.Add(new EntryWithUnits(new UnitExposure(list.ListKey, entry.Key, entry.IdentityHash(), entry.Names[0].Display, string.Empty, years), units));
                }
            }
        }

        current = new Held(ids, found);
        return found;
    }

    /// <summary>Those that name one of the units.</summary>
    internal static ImmutableList<UnitExposure> Among(IReadOnlyList<EntryWithUnits> entries, UnitRegister units) =>
    [
        .. entries.Select(e => (e.Exposure, Unit: e.Units.FirstOrDefault(u => units.Find(u.Text).Any(m => m.Score >= UnitRegister.Threshold)))).Where(e => e.Unit is not null)
            .Select(e => e.Exposure with { Names = e.Unit!.Text }).OrderBy(e => e.ListId, StringComparer.Ordinal).ThenBy(e => e.EntryId, StringComparer.Ordinal),
    ];

    private sealed record Held(string Ids, IReadOnlyList<EntryWithUnits> Entries);
}
