using System.Globalization;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>Languages of the applicant surface. Staff pages are in English.</summary>
public static class Languages
{
    public const string Default = "ru";
    public const string Staff = "en";
    public const string CookieName = "lang";

    public static readonly IReadOnlyList<string> All = ["ru", "en", "fr", "de", "kk"];

    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language switch
    {
        "ru" => "ru-RU",
        "en" => "en-GB",
        "fr" => "fr-FR",
        "de" => "de-DE",
        "kk" => "kk-KZ",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of this surface."),
    });

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

    public static void Remember(HttpResponse response, string language) => response.Cookies.Append(CookieName, language, new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    });
}
