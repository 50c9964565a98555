using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>What can be read in bytes whose form is not known: runs of letters, digits and common signs.</summary>
internal static class PlainWords
{
    private const int Shortest = 4;
    private const int Longest = 500;
    private const int Most = 40;

    public static IEnumerable<FileTrait> In(ReadOnlySpan<byte> bytes, string name)
    {
        var text = Encoding.UTF8.GetString(bytes);
        List<FileTrait> found = [];
        var run = new StringBuilder();
        foreach (var sign in text.Append('\0'))
        {
            if (IsPlain(sign))
            {
                run.Append(sign);
                continue;
            }

            if (run.Length >= Shortest && found.Count < Most)
            {
                found.Add(Of(name, run.ToString()));
            }

            run.Clear();
        }

        return found;
    }

    /// <summary>A trait of printable signs and bounded length.</summary>
    public static FileTrait Of(string name, string value) => new(Clean(name, 80), Clean(value, Longest));

    private static string Clean(string text, int longest)
    {
        var clean = string.Concat(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate))).Trim();
        return clean.Length <= longest ? clean : clean[..longest];
    }

    private static bool IsPlain(char sign) => char.IsLetterOrDigit(sign) || sign is ' ' or '.' or ',' or '-' or '+' or '/' or ':' or '_' or '(' or ')' or '@' or '\'' or '&' or '°';
}
