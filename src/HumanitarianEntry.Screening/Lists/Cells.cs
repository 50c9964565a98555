using System.Text.RegularExpressions;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>Reads single cells of lists.</summary>
internal static partial class Cells
{
    private const int MostYearsOfRange = 10;
    private const int MostLetters = 1000;

    private static readonly Dictionary<string, string> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["russia"] = "RU", ["russian"] = "RU", ["russian federation"] = "RU", ["россия"] = "RU", ["рф"] = "RU", ["российская федерация"] = "RU", ["ukraine"] = "UA", ["ukrainian"] = "UA",
        ["украина"] = "UA", ["belarus"] = "BY", ["belarusian"] = "BY", ["беларусь"] = "BY", ["белоруссия"] = "BY", ["kazakhstan"] = "KZ", ["kazakh"] = "KZ", ["казахстан"] = "KZ",
        ["ussr"] = "SU", ["ссср"] = "SU", ["soviet union"] = "SU", ["syria"] = "SY", ["syrian"] = "SY", ["iran"] = "IR", ["iranian"] = "IR", ["iraq"] = "IQ", ["iraqi"] = "IQ",
        ["georgia"] = "GE", ["georgian"] = "GE", ["armenia"] = "AM", ["armenian"] = "AM", ["azerbaijan"] = "AZ", ["azerbaijani"] = "AZ", ["kyrgyzstan"] = "KG", ["киргизия"] = "KG",
        ["uzbekistan"] = "UZ", ["узбекистан"] = "UZ", ["tajikistan"] = "TJ", ["таджикистан"] = "TJ", ["moldova"] = "MD", ["moldovan"] = "MD", ["молдавия"] = "MD",
    };

    public static IReadOnlyList<string> Many(string cell) =>
        cell.Split([';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static IReadOnlyList<string> Nationalities(string cell) =>
        [.. Many(Markers().Replace(About().Replace(cell, ""), ";").Replace(',', ';')).Select(n => Countries.GetValueOrDefault(Brackets().Replace(n, "").Trim(), n)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>All dates of a cell; false where any part is not understood.</summary>
    public static bool TryDates(string cell, out IReadOnlyList<BirthDate> dates)
    {
        var found = new List<BirthDate>();
        dates = found;
        if (cell.Length > MostLetters)
        {
            return false;
        }

        foreach (var piece in Many(Markers().Replace(About().Replace(cell, ""), ";").Replace(',', ';').Replace(" or ", ";", StringComparison.OrdinalIgnoreCase).Replace(" и ", ";", StringComparison.Ordinal)))
        {
            var text = AfterDate().Replace(Brackets().Replace(piece, ""), "").Trim().TrimEnd('.');
            if (text.Length == 0)
            {
                continue;
            }

            var range = Range().Match(text);
            if (range.Success)
            {
                if (!TryRange(range.Groups["from"].Value, range.Groups["to"].Value, found))
                {
                    return false;
                }
            }
            else if (BirthDate.TryParse(text, out var date))
            {
                found.Add(date);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryRange(string first, string last, List<BirthDate> found)
    {
        if (!BirthDate.TryParse(first, out var from) || !BirthDate.TryParse(last, out var to) || to.Year < from.Year || to.Year - from.Year > MostYearsOfRange)
        {
            return false;
        }

        if (from.Year == to.Year && from.Month is int month && from.Month == to.Month)
        {
            found.Add(BirthDate.OfMonth(from.Year, month));
        }
        else
        {
            found.AddRange(Enumerable.Range(from.Year, to.Year - from.Year + 1).Select(BirthDate.OfYear));
        }

        return true;
    }

    public static bool TrySex(string cell, out Sex? sex)
    {
        sex = cell.Trim().ToUpperInvariant() switch
        {
            "M" or "MALE" or "М" or "МУЖ" or "МУЖ." or "МУЖСКОЙ" or "МУЖЧИНА" => Sex.Male,
            "F" or "FEMALE" or "Ж" or "ЖЕН" or "ЖЕН." or "ЖЕНСКИЙ" or "ЖЕНЩИНА" => Sex.Female,
            "X" or "U" or "-" => Sex.Unspecified,
            _ => null,
        };
        return sex is not null || string.IsNullOrWhiteSpace(cell);
    }

    /// <summary>The character that stands for undecodable bytes, or a control character: the file was read in the wrong encoding or is damaged.</summary>
    public static bool IsDamaged(string cell) => cell.Any(c => c == '\uFFFD' || (char.IsControl(c) && c is not ('\n' or '\t' or '\r')));

    [GeneratedRegex(@"(?:\(|\b)(?:[a-z]|[ivx]+|\d{1,2})\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markers();

    [GeneratedRegex(@"\([^)]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(?:on or around|circa|possibly|approximately|approx\.?|around|about|c\.|ca\.|около|г\.\s?р\.?|год)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    // Some lists run the next field into the date.
    [GeneratedRegex(@"\s(POB|Gender|Place of birth|born in)\b.*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex AfterDate();

    [GeneratedRegex(@"^(between\s+)?(?<from>[^–]*?(1[89]|20)\d\d)\s*(-|–|\bto\b|\band\b)\s*(?<to>[^–]*(1[89]|20)\d\d)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
