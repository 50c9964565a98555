using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>Splits what lists write in one cell into the names it holds: brackets, slashes, and "a.k.a.".</summary>
internal static class NameVariants
{
    private const int Limit = 8;

    public static IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        foreach (var piece in text.Split([" aka ", " a.k.a. ", " alias ", ";", " он же "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            AddBracketed(found, piece);
        }

        return [.. found.SelectMany(Slashed).Where(v => v.Any(char.IsLetterOrDigit)).Distinct(StringComparer.Ordinal).Take(Limit)];
    }

    private static void AddBracketed(List<string> found, string piece)
    {
        var outside = new StringBuilder();
        var inside = new StringBuilder();
        var brackets = new List<string>();
        var depth = 0;
        foreach (var c in piece)
        {
            if (c is '(' or '[')
            {
                depth++;
            }
            else if (c is ')' or ']')
            {
                depth = Math.Max(0, depth - 1);
                brackets.Add(inside.ToString().Trim());
                inside.Clear();
            }
            else
            {
                (depth > 0 ? inside : outside).Append(c);
            }
        }

        brackets.Add(inside.ToString().Trim());
        var main = outside.ToString().Trim();
        found.Add(main);
        var words = main.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var bracket in brackets.Where(b => b.Length > 0))
        {
            // "Lom-ali Butayev (Butaev)" is another spelling of the last word, not a name of its own.
            found.Add(bracket.Contains(' ', StringComparison.Ordinal) || words.Length < 2 ? bracket : string.Join(' ', words[..^1]) + " " + bracket);
        }
    }

    private static IEnumerable<string> Slashed(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal))
        {
            return [text];
        }

        var sides = text.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (sides.Length == 0 || sides.All(s => s.Contains(' ', StringComparison.Ordinal)))
        {
            return sides;
        }

        IEnumerable<string> variants = [""];
        foreach (var word in text.Replace(" / ", "/", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var choices = word.Split('/', StringSplitOptions.RemoveEmptyEntries);
            variants = variants.SelectMany(v => choices.Select(c => (v + " " + c).Trim())).Take(Limit).ToList();
        }

        return variants;
    }
}
