using System.Text.RegularExpressions;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Makes the blank before ; : ! ? » and after « and n° one that no line breaks at.</summary>
internal static partial class FrenchSpacing
{
    public static string Apply(string text) => Blank().Replace(text, "\u00A0");

    [GeneratedRegex("(?<=[«°]) | (?=[;:!?»])", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
