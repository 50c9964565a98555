using System.Runtime.InteropServices;

namespace HumanitarianEntry.Screening.Units;

/// <summary>One unit of a register. <paramref name="Names"/>: all its names, over time and in all languages; <paramref name="Number"/>: of the military unit (в/ч).</summary>
public sealed record RegisteredUnit(string Key, IReadOnlyList<string> Names, string? Number = null);

/// <summary>How well a text fits a unit, 0-100, and by what. A fit is a question to be asked, never a finding about the person.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct UnitMatch(RegisteredUnit Unit, int Score, string Reason);

/// <summary>Finds units by number, or by ordinal, arm and size in Russian, English and staff abbreviations. Immutable.</summary>
public sealed class UnitRegister
{
    /// <summary>From here on a text is taken to mean the unit.</summary>
    public const int Threshold = 70;
    private readonly (RegisteredUnit Unit, UnitName Name)[] names;

    public UnitRegister(IReadOnlyList<RegisteredUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        names = [.. units.SelectMany(u => u.Names.DefaultIfEmpty("").Select(n => (u, UnitName.Parse(n) is var name && u.Number is { } number ? name with { Number = number } : name)))];
    }

    /// <summary>Units that fit at all, the best first; ties in ordinal order of keys.</summary>
    public IReadOnlyList<UnitMatch> Find(string text)
    {
        var wanted = UnitName.Parse(text);
        return [.. names.Select(n => (n.Unit, Fit: Compare(wanted, n.Name))).Where(m => m.Fit.Score > 0)
            .GroupBy(m => m.Unit.Key, StringComparer.Ordinal).Select(g => g.MaxBy(m => m.Fit.Score)).Select(m => new UnitMatch(m.Unit, m.Fit.Score, m.Fit.Reason))
            .OrderByDescending(m => m.Score).ThenBy(m => m.Unit.Key, StringComparer.Ordinal)];
    }

    internal static (int Score, string Reason) Compare(UnitName wanted, UnitName known)
    {
        if (wanted.Number is not null && known.Number is not null)
        {
            return wanted.Number == known.Number ? (100, "the same military unit number") : (0, "another military unit number");
        }

        if (wanted.IsNameless || known.IsNameless || wanted.Ordinal != known.Ordinal)
        {
            return (0, "another ordinal, or none to compare");
        }

        if (wanted.Nickname is not null && known.Nickname is not null && wanted.Nickname != known.Nickname)
        {
            return (0, "another name");
        }

        if (wanted.Level is { } a && known.Level is { } b && a != b)
        {
            return (wanted.Ordinal is null ? 0 : 20, "another size");
        }

        var arms = ArmsInCommon(wanted.Arms, known.Arms);
        return (wanted.Ordinal, wanted.Nickname is not null && wanted.Nickname == known.Nickname) switch
        {
            (null, true) => (arms < 0 ? 60 : 85, "the same name"),
            (null, false) => (0, "nothing that tells it apart"),
            (_, true) => (95, "ordinal and name"),
            _ when arms < 0 => (40, "another arm"),
            _ when wanted.Level is null || known.Level is null => (arms > 0 ? 65 : 50, "ordinal; the size is missing on one side"),
            _ when arms == 0 => (60, "ordinal and size; the arm is missing on one side"),
            _ => (arms == 2 ? 95 : 80, "ordinal, arm and size"),
        };
    }

    /// <summary>2 the same arms, 1 one side has some more, 0 one side names none, -1 they contradict.</summary>
    private static int ArmsInCommon(IReadOnlyList<string> a, IReadOnlyList<string> b) => (a.Count, b.Count) switch
    {
        (0, 0) => 2,
        (0, _) or (_, 0) => 0,
        _ when a.SequenceEqual(b) => 2,
        _ when a.All(b.Contains) || b.All(a.Contains) => 1,
        _ => -1,
    };
}
