using System.Collections.Frozen;
using System.Globalization;

namespace HumanitarianEntry.Screening.Names;

/// <summary>
/// How rare a name word is among people, in tenths of a bit: log2 of one over the share of people who bear it. A fixed table and not the lists' own counts, so that the score of a
/// person and an entry depends on these two alone: it does not move when a list grows, and a stored decision can be worked out again.
/// Source: <c>common-names.txt</c> in this folder, which names its own.
/// </summary>
public static class NameFrequency
{
    private const int RareFamily = 130;
    private const int RareGiven = 100;
    private const int RarePatronymic = 90;
    private const int RareOther = 120;
    private static readonly (FrozenDictionary<string, int> Given, FrozenDictionary<string, int> Family) Tables = Load();

    /// <summary>Tenths of a bit, 33-130, of a word in its role; a word whose role is not known counts as its commonest use.</summary>
    public static int TenthsOfBit(NamePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Role switch
        {
            NameRole.Family => Family(part.Key) ?? RareFamily,
            NameRole.Given => Given(part.Key) ?? RareGiven,
            NameRole.Patronymic => Father(part.Stem) ?? RarePatronymic,
            NameRole.Other => Other(part.Key),
        };
    }

    private static int Other(string key)
    {
        var father = Patronymics.Looks(key) ? Father(Patronymics.StemOf(key)) ?? RarePatronymic : RareOther;
        return Math.Min(Math.Min(Given(key) ?? RareOther, Family(key) ?? RareOther), father);
    }

    private static int? Given(string key) => Tables.Given.TryGetValue(key, out var tenths) ? tenths : null;

    private static int? Family(string key) =>
        Tables.Family.TryGetValue(key, out var tenths) || (key.EndsWith('a') && Tables.Family.TryGetValue(key[..^1], out tenths)) ? tenths : null;

    private static int? Father(string stem)
    {
        int? best = null;
        foreach (var name in GivenNames.Fathers(stem))
        {
            best = Given(name) is { } tenths && !(best < tenths) ? tenths : best;
        }

        return best;
    }

    private static (FrozenDictionary<string, int> Given, FrozenDictionary<string, int> Family) Load()
    {
        var tables = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal) { ["G"] = new(StringComparer.Ordinal), ["F"] = new(StringComparer.Ordinal) };
        using var stream = typeof(NameFrequency).Assembly.GetManifestResourceStream("HumanitarianEntry.Screening.Names.common-names.txt")
            ?? throw new InvalidOperationException("The table of common names is missing from the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var tenths = int.Parse(words[1], CultureInfo.InvariantCulture);
            foreach (var key in words[2..].Select(CanonicalFold.Of).Where(k => k.Length > 1))
            {
                // Several spellings of one name share a key: the commonest decides.
                tables[words[0]].TryAdd(key, tenths);
            }
        }

        return (tables["G"].ToFrozenDictionary(StringComparer.Ordinal), tables["F"].ToFrozenDictionary(StringComparer.Ordinal));
    }
}
