using System.Text.RegularExpressions;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Makes the blank inside "14. Mai", "§ 22 Satz 2", "Art. 1 F", "Abschnitt 10" and "Nr. 3" one that no line breaks at.</summary>
internal static partial class GermanSpacing
{
    public static string Apply(string text) => Blank().Replace(text, "\u00A0");

    [GeneratedRegex(@"(?<=(?<!\p{N})\p{Nd}{1,2}\.) (?=(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)|(?<=§|\b(Art|Abs|Nr)\.|\b(Satz|Abschnitt|Artikel)) (?=\p{Nd})|(?<=\bBuchst\.) (?=[a-z]\b)|(?<=\bArt\.[ \u00A0]1) (?=[A-F]\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Blank();
}
