namespace HumanitarianEntry.Screening.Names;

/// <summary>Patronymics by their ending, in key form (see <see cref="CanonicalFold"/>), for East Slavic, Kazakh and Turkic names.</summary>
internal static class Patronymics
{
    private static readonly string[] Endings =
    [
        "ovna", "evna", "avna", "ivna", "inna", "iSna", "iCna", "ovic", "evic", "avic", "ivic", "oviC", "eviC", "aviC", "iviC", "uviC", "oviS", "eviS", "iC", "ulli", "uli", "kizi", "ohli", "ohlu", "kzi",
    ];

    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "uli", "ulli", "kizi", "kzi", "ohli", "ohlu", "ohlui", "ulu", "kiz" };

    public static bool Looks(string key) =>
        key.Length > 4 && Endings.Any(e => key.Length >= e.Length + 2 && key.EndsWith(e, StringComparison.Ordinal));

    /// <summary>A word that makes the one before it a patronymic: ogly, uly, kyzy.</summary>
    public static bool IsParticle(string key) => Particles.Contains(key);

    public static string StemOf(string key)
    {
        foreach (var ending in Endings)
        {
            if (key.Length >= ending.Length + 2 && key.EndsWith(ending, StringComparison.Ordinal))
            {
                return key[..^ending.Length];
            }
        }

        return key;
    }
}
