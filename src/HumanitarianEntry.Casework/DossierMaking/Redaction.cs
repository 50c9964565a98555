using System.Text.RegularExpressions;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>
/// Takes out of free text what never leaves the house and can be known by its form: coordinates, telephone numbers, mail addresses, account names, links (handbook section 6, rules).
/// Names of third persons have no form; the two people who release the dossier read for them.
/// </summary>
internal static partial class Redaction
{
    private const string Decimal = @"[-+\u2212]?\d{1,3}[.,]\d{3,}";
    private const string SpeltOut = @"([сю]\.\s?ш\.|[вз]\.\s?д\.|(северной|южной)\s+широты|(восточной|западной)\s+долготы|[ns]\.\s?Br\.|[öw]\.\s?L\.)";
    private const string Hemisphere = $@"({SpeltOut}|[NSEWOСЮВЗ](?!\p{{L}}))";
    private const string HalfEnd = $@"(\s{{0,3}}[°º])?(\s{{0,3}}{Hemisphere})?";
    private const string Between = @"(\s{0,3}[,;/ ]\s{0,3}|\s?%2C\s?|!4d)([NSEWOСЮВЗ]\s?)?";
    private const string MonthAndYear = @"(0?[1-9]|1[0-2])\.(19|20)\d\d(?!\d)";
    private const string Label = @"(latitude|longitude|lat|lng|lon|широт[аы]|долгот[аы]|шир\.|долг\.|breitengrad|längengrad|ендік|бойлық)";

    /// <summary>Words that are lengths as often as coordinates: nobody measures a length to the fourth decimal.</summary>
    private const string WeakLabel = "(long|breite|länge)";
    private const string CodeLetter = "[23456789CFGHJMPQRVWXcfghjmpqrvwx]";

    public static string Clean(string? text, string removed)
    {
        var clean = (text ?? string.Empty).Trim();
        foreach (var pattern in (Regex[])[Link(), Mail(), .. Places, Account(), Telephone()])
        {
            clean = pattern.Replace(clean, found => IsSum(found.Value) ? found.Value : removed);
        }

        return clean;
    }

    /// <summary>Where a text gives a place by its coordinates.</summary>
    public static IEnumerable<int> CoordinatesIn(string text) => Places.SelectMany(p => p.Matches(text)).Where(m => !IsSum(m.Value)).Select(m => m.Index);

    /// <summary>
    /// Two bare decimals are sums as often as a place: "15,000 20,000" in a receipt. A place has four decimals and more, or three behind points with a comma between that are not both round,
    /// and lies on earth. Whatever has a sign, a letter or a label beside the digits is none of this.
    /// </summary>
    private static bool IsSum(string found)
    {
        var numbers = Decimals().Matches(found).Select(m => m.Value).ToList();
        var between = Decimals().Replace(found, string.Empty);
        if (numbers.Count != 2 || between.Any(c => !char.IsWhiteSpace(c) && c is not (',' or ';' or '/')))
        {
            return false;
        }

        var fractions = numbers.ConvertAll(n => n[(n.IndexOfAny(['.', ',']) + 1)..]);
        var isOnEarth = numbers.TrueForAll(n => int.Parse(n[..n.IndexOfAny(['.', ','])].TrimStart('-', '+', '\u2212'), System.Globalization.CultureInfo.InvariantCulture) <= 180);
        var isFine = fractions.TrueForAll(f => f.Length > 3) || (numbers.TrueForAll(n => n.Contains('.', StringComparison.Ordinal)) && between.Contains(',', StringComparison.Ordinal) && !fractions.TrueForAll(f => f[^1] == '0'));
        return !isOnEarth || !isFine;
    }

    [GeneratedRegex(Decimal, RegexOptions.CultureInvariant, 500)]
    private static partial Regex Decimals();

    /// <summary>Telephone numbers, mail addresses and account names in a text.</summary>
    public static IEnumerable<string> ContactsIn(string text) => ((Regex[])[Mail(), Account(), Telephone()]).SelectMany(p => p.Matches(text)).Select(m => m.Value);

    /// <summary>All forms of coordinates, the longest first.</summary>
    private static IEnumerable<Regex> Places => [GeoLink(), Coordinates(), Degrees(), Minutes(), Labelled(), OneDecimal(), Compact(), PlusCode()];

    [GeneratedRegex(@"\b(https?://|www\.|t\.me/)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(\bgeo:|@)-?\d{1,2}\.\d+,\s?-?\d{1,3}\.\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex GeoLink();

    // Two months such as "09.2021, 03.2022" look like a pair of decimals.
    [GeneratedRegex($@"(?<!\d)(?<!\d\.)(?!{MonthAndYear}\s?[,;/ ]\s?{MonthAndYear}){Decimal}{HalfEnd}{Between}{Decimal}{HalfEnd}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Coordinates();

    [GeneratedRegex(@"\d{1,3}\s*([°º˚]|deg\b)\s*(\d{1,2}([.,]\d+)?\s*['’′‘´]\s*(\d{1,2}([.,]\d+)?\s*([""”″]|'')?)?|\d{1,2}[.,]\d{2,})(\s*[NSEWOСЮВЗ](?![\p{L}\d]))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Degrees();

    // As cameras write them beside a picture: 43,14.337N and 43,14,20N.
    [GeneratedRegex(@"(?<![\d.,])\d{1,3},\d{1,2}(\.\d{2,}|,\d{1,2}(\.\d+)?)[NSEW](?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Minutes();

    [GeneratedRegex($@"(?<!\p{{L}})(gps)?({Label}[""'\s:=>().,]{{0,8}}{Decimal}|{WeakLabel}[""'\s:=>().,]{{0,8}}[-+\u2212]?\d{{1,3}}[.,]\d{{4,}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Labelled();

    [GeneratedRegex($@"(?<!\d)(?<!\d\.)[-+\u2212]?\d{{1,3}}[.,](\d{{4,}}\s?[°º]|\d{{3,}}\s?([°º]\s?{Hemisphere}|{SpeltOut}))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex OneDecimal();

    [GeneratedRegex(@"(?<![\p{L}\d])\d{4}(\d\d)?(\.\d+)?[NS][\s,/]?\d{5}(\d\d)?(\.\d+)?[EW](?![\p{L}\d])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Compact();

    // Open Location Code, such as 8JH57V2F+M9; without the first four signs only where a place follows it.
    [GeneratedRegex($@"(?<![A-Za-z0-9+/=])(?=[2-9]{{0,7}}[A-Za-z])(?=[A-Za-z]{{0,7}}[2-9])({CodeLetter}{{8}}\+{CodeLetter}{{2,3}}(?![A-Za-z0-9+/=])|[23456789CFGHJMPQRVWX]{{4}}\+[23456789CFGHJMPQRVWX]{{2,3}}(?=,?\s\p{{Lu}}))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex PlusCode();

    [GeneratedRegex(@"(?<![\w.])@\w{3,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<![\d-])(\+\d|8[ (-])[\d ()-]{7,}\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 500)]
    private static partial Regex Telephone();
}
