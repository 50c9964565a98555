using System.Buffers;
using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>Splits what lists write in one cell into the names it holds: brackets, slashes, and "a.k.a.".</summary>
internal static class NameVariants
{
    private const int Limit = 8;
    private static readonly string[] MaidenMarks = [", née ", " née ", " nee ", ", урожд. ", " урожд. ", " урождённая "];

    // Whatever makes a cell hold more than one name holds one of these.
    private static readonly SearchValues<string> Signs = SearchValues.Create(["(", ")", "[", "]", "/", ";", " aka ", "a.k.a.", " alias ", " он же ", "née ", " nee ", "урожд"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text is one name and nothing else, without stray white space.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Signs) && !text.Contains("  ", StringComparison.Ordinal) && text.Length > 0 && text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAny('\n', '\t', '\r');

    public static IReadOnlyList<string> Of(string text)
    {
        var found = new List<string>();
        foreach (var maiden in MaidenMarks)
        {
            text = text.Replace(maiden, " (", StringComparison.OrdinalIgnoreCase);
        }

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
        var brackets = new List<(string Text, int WordsBefore)>();
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
                brackets.Add((Inner(inside), WordsOf(outside).Length));
                inside.Clear();
            }
            else
            {
                (depth > 0 ? inside : outside).Append(c);
            }
        }

        brackets.Add((Inner(inside), WordsOf(outside).Length));
        var words = WordsOf(outside);
        found.Add(string.Join(' ', words));
        foreach (var (text, before) in brackets.Where(b => b.Text.Length > 0))
        {
            // "Lom-ali Butayev (Butaev)" and "Iyad (Eyad) Makhlouf" spell the word before the bracket anew; a bracket of several words is a name of its own.
            found.Add(text.Contains(' ', StringComparison.Ordinal) || words.Length < 2 || before == 0 ? text : string.Join(' ', [.. words[..(before - 1)], text, .. words[before..]]));
        }
    }

    private static string Inner(StringBuilder inside)
    {
        var text = inside.ToString().Trim();
        return text.StartsWith("a.k.a.", StringComparison.OrdinalIgnoreCase) || text.StartsWith("aka ", StringComparison.OrdinalIgnoreCase)
            ? text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()
            : text;
    }

    private static string[] WordsOf(StringBuilder text) => text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);

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
