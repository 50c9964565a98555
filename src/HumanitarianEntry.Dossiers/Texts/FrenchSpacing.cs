using System.Text.RegularExpressions;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Makes the blank before ; : ! ? » and after « and n°, and that between a day and its month, one that no line breaks at.</summary>
internal static partial class FrenchSpacing
{
    public static string Apply(string text) => Blank().Replace(text, "\u00A0");

    [GeneratedRegex(
        @"(?<=[«°]) | (?=[;:!?»])|(?<=(?<!\p{N})(\p{Nd}{1,2}|1er)) (?=(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Blank();
}
