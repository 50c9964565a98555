using System.Globalization;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>Languages of the applicants' pages and of the staff's.</summary>
public static class Languages
{
    public const string Default = "ru";
    public const string Staff = "en";
    public const string CookieName = "lang";
    public const string StaffCookieName = "desk-lang";

    public static readonly IReadOnlyList<string> All = ["ru", "en", "fr", "de", "kk"];

    public static readonly IReadOnlyList<string> OfStaff = ["en", "fr", "de", "ru"];

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
    public static string Of(HttpRequest request) => Chosen(request, CookieName, All) ?? Default;

    /// <summary>The same for staff, a choice of its own: whoever helps an applicant at the same browser does not lose his own language. English in the end.</summary>
    public static string OfStaffAt(HttpRequest request) => Chosen(request, StaffCookieName, OfStaff) ?? Staff;

    private static string? Chosen(HttpRequest request, string cookie, IReadOnlyList<string> known)
    {
        if (request.Cookies[cookie] is { } chosen && known.Contains(chosen))
            return chosen;

        return request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(static wish => wish.Quality ?? 1)
            .Select(static wish => wish.Value.Value?.Split('-')[0])
            .FirstOrDefault(known.Contains);
    }

    /// <summary>The culture's own names of months that stand alone begin with a capital, as in a calendar; in a sentence they do not.</summary>
    private static CultureInfo WithSmallMonths(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames;
        return CultureInfo.ReadOnly(culture);
    }

    public static void Remember(HttpResponse response, string language, string cookie = CookieName) => response.Cookies.Append(cookie, language, new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    });
}
