namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>Plural forms for whole numbers, as Unicode CLDR names them.</summary>
public static class Plurals
{
    public static IReadOnlyList<string> Forms(string language) => language switch
    {
        "ru" => ["one", "few", "many"],
        "en" or "fr" or "de" or "kk" => ["one", "other"],
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No plural rules are known for this language."),
    };

    public static string FormOf(string language, int number) => language switch
    {
        "ru" => Russian(Math.Abs(number % 100)),
        "en" or "de" or "kk" => number is 1 or -1 ? "one" : "other",
        "fr" => number is 0 or 1 or -1 ? "one" : "other",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "No plural rules are known for this language."),
    };

    private static string Russian(int lastTwo) => (lastTwo % 10, lastTwo) switch
    {
        (_, >= 11 and <= 14) => "many",
        (1, _) => "one",
        ( >= 2 and <= 4, _) => "few",
        _ => "many",
    };
}
