namespace HumanitarianEntry.Screening.Names;

/// <summary>Ranks, titles and particles that say nothing about who somebody is. Ranks are compared in key form, particles as written: the key of Iyad is short too.</summary>
internal static class Titles
{
    private static readonly HashSet<string> Ranks = Keys(
        "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "haji", "hajji", "sheikh", "shaykh", "mullah", "maulavi", "ayatollah", "general", "colonel", "major", "captain",
        "lieutenant", "sergeant", "corporal", "private", "gen", "col", "maj", "capt", "lt", "sgt", "brigadier", "admiral", "commander", "рядовой", "ефрейтор", "сержант", "старшина",
        "прапорщик", "мичман", "лейтенант", "капитан", "майор", "подполковник", "полковник", "генерал", "адмирал", "младший", "старший", "гвардии", "гражданин");

    private static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "al", "el", "es", "ul", "ad", "ar", "as", "ash", "bin", "ibn", "bint", "von", "van", "de", "der", "la", "le", "di", "da", "dos", "and", "и",
    };

    public static bool IsRank(string key) => Ranks.Contains(key);

    public static bool IsParticle(string word) => Small.Contains(word);

    private static HashSet<string> Keys(params string[] words) => [.. words.Select(CanonicalFold.Of)];
}
