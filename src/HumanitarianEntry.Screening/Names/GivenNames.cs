using System.Collections.Frozen;

namespace HumanitarianEntry.Screening.Names;

/// <summary>How two given names that are not spelt alike belong together.</summary>
internal enum GivenNameKinship
{
    None,
    OtherLanguage,
    EverydayForm,
}

/// <summary>Equivalence classes of given names over canonical keys.</summary>
internal static class GivenNames
{
    private static readonly FrozenDictionary<string, (int Row, bool Everyday)[]> ByKey = Load();
    private static readonly FrozenDictionary<string, int[]> RowsOfFather = Stems();
    private static readonly string[][] KeysByRow = [.. GivenNameTable.Rows.Select((_, row) => ByKey.Where(k => k.Value.Any(v => v.Row == row)).Select(k => k.Key).Order(StringComparer.Ordinal).ToArray())];

    public static bool Knows(string key) => ByKey.ContainsKey(key);

    public static GivenNameKinship Kinship(string a, string b)
    {
        if (!ByKey.TryGetValue(a, out var left) || !ByKey.TryGetValue(b, out var right))
        {
            return GivenNameKinship.None;
        }

        var best = GivenNameKinship.None;
        foreach (var l in left)
        {
            foreach (var r in right)
            {
                if (l.Row == r.Row)
                {
                    if (!l.Everyday && !r.Everyday)
                    {
                        return GivenNameKinship.OtherLanguage;
                    }

                    best = GivenNameKinship.EverydayForm;
                }
            }
        }

        return best;
    }

    /// <summary>Fathers' names as they stand inside patronymics (Уладзіміравіч, Владимирович).</summary>
    public static bool SameFather(string stem, string other)
    {
        if (!RowsOfFather.TryGetValue(stem, out var rows) || !RowsOfFather.TryGetValue(other, out var others))
        {
            return false;
        }

        foreach (var row in rows)
        {
            if (Array.IndexOf(others, row) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keys of the other forms of a given name, for looking them up in a list.</summary>
    public static IEnumerable<string> Others(string key) =>
        ByKey.TryGetValue(key, out var rows) ? rows.SelectMany(r => KeysByRow[r.Row]).Where(k => k != key).Distinct(StringComparer.Ordinal) : [];

    internal static IEnumerable<string> Fathers(string stem) => FatherEndings.Select(e => stem + e).Prepend(stem);

    private static string[] FatherEndings => ["i", "ei", "a"];

    private static FrozenDictionary<string, int[]> Stems() => ByKey
        .SelectMany(k => StemsOf(k.Key).SelectMany(stem => k.Value.Where(v => !v.Everyday).Select(v => (Stem: stem, v.Row))))
        .GroupBy(s => s.Stem, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(s => s.Row).Distinct().ToArray(), StringComparer.Ordinal);

    private static IEnumerable<string> StemsOf(string key)
    {
        yield return key;
        foreach (var ending in FatherEndings.Where(e => key.EndsWith(e, StringComparison.Ordinal)))
        {
            yield return key[..^ending.Length];
        }
    }

    private static FrozenDictionary<string, (int Row, bool Everyday)[]> Load()
    {
        var found = new Dictionary<string, List<(int, bool)>>(StringComparer.Ordinal);
        for (var row = 0; row < GivenNameTable.Rows.Length; row++)
        {
            var halves = GivenNameTable.Rows[row].Split('|');
            for (var half = 0; half < halves.Length; half++)
            {
                foreach (var name in halves[half].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    var key = CanonicalFold.Of(name);
                    var rows = found.TryGetValue(key, out var existing) ? existing : found[key] = [];
                    if (!rows.Any(r => r.Item1 == row))
                    {
                        rows.Add((row, half == 1));
                    }
                }
            }
        }

        return found.ToFrozenDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);
    }
}
