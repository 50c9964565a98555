using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Units;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>The units of a register with what stands above them at a time. Immutable.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<string, UnitEntry> byKey;
    private readonly Dictionary<string, UnitLevel?> levels;

    /// <param name="units">Of a register without faults: every parent is there, none stands above itself.</param>
    public UnitTree(IReadOnlyCollection<UnitEntry> units)
    {
        byKey = units.ToDictionary(u => u.Key, StringComparer.Ordinal);
        levels = units.ToDictionary(u => u.Key, u => u.NamesRu.Concat(u.NamesEn).Select(n => UnitName.Parse(n.Text).Level).FirstOrDefault(l => l is not null), StringComparer.Ordinal);
    }

    public UnitEntry? this[string key] => byKey.GetValueOrDefault(key);

    /// <summary>The name that the unit had then: the first of the register that meets the time, Russian before English. Where none does, the number or the key.</summary>
    public static string NameAt(UnitEntry unit, DayRange when) =>
        unit.NamesRu.Concat(unit.NamesEn).FirstOrDefault(n => n.Days().Meets(when))?.Text ?? unit.Number ?? unit.Key;

    /// <summary>Whether the register knows the unit under any name at the time; a unit without names exists as long as its number.</summary>
    public static bool ExistsAt(UnitEntry unit, DayRange when) => (unit.NamesRu.IsEmpty && unit.NamesEn.IsEmpty) || unit.NamesRu.Concat(unit.NamesEn).Any(n => n.Days().Meets(when));

    /// <summary>
    /// The units above one at a time, the nearest first, up to the first brigade on each way. Divisions and more are not among them: what is true of ten thousand people says nothing about one
    /// (handbook, unit overlap). A unit whose name does not tell its size counts: it opens a question at most.
    /// </summary>
    public IReadOnlyList<UnitEntry> Above(UnitEntry unit, DayRange when)
    {
        var found = new List<UnitEntry>();
        var next = new Queue<UnitEntry>([unit]);
        var seen = new HashSet<string>(StringComparer.Ordinal) { unit.Key };
        while (next.TryDequeue(out var one))
        {
            if (SizeOf(one) is UnitLevel.Brigade || IsAboveBrigade(one))
            {
                continue;
            }

            foreach (var above in one.Parents.Where(p => p.Days().Meets(when)).Select(p => this[p.Text]).OfType<UnitEntry>().Where(p => !IsAboveBrigade(p) && seen.Add(p.Key)))
            {
                found.Add(above);
                next.Enqueue(above);
            }
        }

        return found;
    }

    /// <summary>Units whose parent is not there, and units that stand above themselves at any time.</summary>
    internal static IEnumerable<(string Key, RowErrorKind Kind)> FaultsOf(IReadOnlyList<UnitEntry> units)
    {
        var known = units.ToDictionary(u => u.Key, StringComparer.Ordinal);
        foreach (var unit in units.Where(u => u.Parents.Exists(p => !known.ContainsKey(p.Text))))
        {
            yield return (unit.Key, RowErrorKind.UnknownParent);
        }

        // Whoever has no unit above that is left is in no cycle, nor is whoever has none below; what stays after both is.
        var above = Links(units.SelectMany(u => u.Parents.Where(p => known.ContainsKey(p.Text)).Select(p => (From: u.Key, To: p.Text))));
        var left = new HashSet<string>(known.Keys, StringComparer.Ordinal);
        Peel(left, above);
        Peel(left, Links(above.SelectMany(a => a.Value.Select(to => (From: to, To: a.Key)))));
        foreach (var unit in units.Where(u => left.Contains(u.Key)))
        {
            yield return (unit.Key, RowErrorKind.ParentCycle);
        }
    }

    private static Dictionary<string, HashSet<string>> Links(IEnumerable<(string From, string To)> links) =>
        links.GroupBy(l => l.From, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(l => l.To).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Takes away, again and again, whoever has no link to what is left.</summary>
    private static void Peel(HashSet<string> left, Dictionary<string, HashSet<string>> links)
    {
        var back = Links(links.SelectMany(l => l.Value.Select(to => (From: to, To: l.Key))));
        var open = left.ToDictionary(k => k, k => links.TryGetValue(k, out var to) ? to.Count(left.Contains) : 0, StringComparer.Ordinal);
        var free = new Queue<string>(open.Where(o => o.Value == 0).Select(o => o.Key));
        while (free.TryDequeue(out var key))
        {
            left.Remove(key);
            foreach (var one in back.TryGetValue(key, out var known) ? known : [])
            {
                if (left.Contains(one) && --open[one] == 0)
                {
                    free.Enqueue(one);
                }
            }
        }
    }

    private UnitLevel? SizeOf(UnitEntry unit) => levels[unit.Key];

    private bool IsAboveBrigade(UnitEntry unit) => SizeOf(unit) is UnitLevel.Division or UnitLevel.Corps or UnitLevel.Army or UnitLevel.Fleet;
}
