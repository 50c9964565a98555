using System.Globalization;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>Languages of the applicant surface. Staff pages are in English.</summary>
public static class Languages
{
    public const string Default = "ru";
    public const string Staff = "en";
    public const string CookieName = "lang";

    public static readonly IReadOnlyList<string> All = ["ru", "en", "fr", "de", "kk"];

    private static readonly CultureInfo Kazakh = WithSmallMonths("kk-KZ");

    public static CultureInfo Culture(string language) => language switch
    {
        "ru" => CultureInfo.GetCultureInfo("ru-RU"),
        "en" => CultureInfo.GetCultureInfo("en-GB"),
        "fr" => CultureInfo.GetCultureInfo("fr-FR"),
        "de" => CultureInfo.GetCultureInfo("de-DE"),
        "kk" => Kazakh,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of this surface."),
    };

    public static string NameOf(string language) => language switch
    {
        "ru" => "Русский",
        "en" => "English",
        "fr" => "Français",
        "de" => "Deutsch",
        "kk" => "Қазақша",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of this surface."),
    };

    /// <summary>The person's own choice, then what the browser asks for, then Russian.</summary>
    public static string Of(HttpRequest request)
    {
        if (request.Cookies[CookieName] is { } chosen && All.Contains(chosen))
            return chosen;

        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static wish => wish.Quality ?? 1)
            .Select(static wish => wish.Value.Value?.Split('-')[0])
            .FirstOrDefault(All.Contains) ?? Default;
    }

    /// <summary>The culture's own names of months that stand alone begin with a capital, as in a calendar; in a sentence they do not.</summary>
    private static CultureInfo WithSmallMonths(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames;
        return CultureInfo.ReadOnly(culture);
    }

    public static void Remember(HttpResponse response, string language) => response.Cookies.Append(CookieName, language, new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    });
}
