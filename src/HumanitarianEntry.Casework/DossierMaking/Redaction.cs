using System.Text.RegularExpressions;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>
/// Takes out of free text what never leaves the house and can be known by its form: coordinates, telephone numbers, mail addresses, account names, links (handbook section 6, rules).
/// Names of third persons have no form; the two people who release the dossier read for them.
/// </summary>
internal static partial class Redaction
{
    public static string Clean(string? text, string removed)
    {
        var clean = (text ?? string.Empty).Trim();
        foreach (var pattern in (Regex[])[Link(), Mail(), Coordinates(), Degrees(), Account(), Telephone()])
        {
            clean = pattern.Replace(clean, removed);
        }

        return clean;
    }

    /// <summary>Where a text gives a place by its coordinates.</summary>
    public static IEnumerable<int> CoordinatesIn(string text) => Coordinates().Matches(text).Concat(Degrees().Matches(text)).Select(m => m.Index);

    [GeneratedRegex(@"\b(https?://|www\.|t\.me/)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Mail();

    [GeneratedRegex(@"[-+]?\d{1,3}[.,]\d{3,}\s*°?\s*[NSСЮ]?\s*[,;/ ]\s*[-+]?\d{1,3}[.,]\d{3,}(\s*°)?(\s*[EWOВЗ]\b)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"\d{1,3}\s*°\s*\d{1,2}\s*['’′]\s*(\d{1,2}([.,]\d+)?\s*([""”″]|''))?\s*[NSEWOСЮВЗ]?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Degrees();

    [GeneratedRegex(@"(?<![\w.])@\w{3,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![\d-])(\+\d|8[ (-])[\d ()-]{7,}\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Telephone();
}
