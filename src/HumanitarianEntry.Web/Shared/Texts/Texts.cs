using System.Globalization;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>The texts in the language of the current request: by key, by key with named values, by key and number; dates in words.</summary>
public sealed class Texts(TextCatalogue catalogue)
{
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language && Languages.All.Contains(language)
        ? language
        : throw new InvalidOperationException($"'{language}' is not a language of this surface.");

    public string this[string key] => catalogue.Find(Language, key);

    /// <summary>The text of a key that need not exist, such as one made from a code.</summary>
    public string? OrNull(string key) => catalogue.FindOrNull(Language, key);

    public string this[string key, params (string Name, object Value)[] values] => Fill(this[key], values);

    /// <summary>A text with a number in it, in the right plural form; {n} is the number.</summary>
    public string Count(string key, int number) => Fill(this[$"{key}.{Plurals.FormOf(Language, number)}"], [("n", number)]);

    /// <summary>“среда, 3 декабря 2025 г.”</summary>
    public string Date(DateOnly date) => date.ToString(DatePattern, CultureInfo.CurrentCulture);

    /// <summary>A date of which the day or the month may be unknown, from "2026-05-03", "2026-05" or "2026"; <paramref name="none"/> when there is none.</summary>
    public string Partial(string? iso, string none) => iso?.Length switch
    {
        null => none,
        10 => Date(DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        7 => DateOnly.ParseExact(iso + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString(MonthPattern, CultureInfo.CurrentCulture),
        _ => iso,
    };

    /// <summary>Date with weekday, time of day and the zone it is meant in, because a promise without a zone is a wrong promise.</summary>
    public string Moment(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        string offset = local.Offset.ToString(local.Offset < TimeSpan.Zero ? @"\−hh\:mm" : @"\+hh\:mm", CultureInfo.InvariantCulture);
        return $"{Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)} (UTC{offset})";
    }

    private string DatePattern => Language switch
    {
        "ru" => "dddd, d MMMM yyyy 'г.'",
        "en" => "dddd d MMMM yyyy",
        "fr" => "dddd d MMMM yyyy",
        "de" => "dddd, d. MMMM yyyy",
        "kk" => "yyyy 'ж.' d MMMM, dddd",
        _ => throw new InvalidOperationException($"No way to write a date in '{Language}' is known."),
    };

    private string MonthPattern => Language switch
    {
        "ru" or "en" or "fr" or "de" => "MMMM yyyy",
        "kk" => "yyyy 'ж.' MMMM",
        _ => throw new InvalidOperationException($"No way to write a month in '{Language}' is known."),
    };

    private static string Fill(string text, (string Name, object Value)[] values)
    {
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.CurrentCulture), StringComparison.Ordinal);
        return text;
    }
}
