using System.Collections.Frozen;
using System.Globalization;

namespace HumanitarianEntry.Domain.People;

/// <summary>Nationalities in one form: ISO 3166-1 alpha-2, or the ICAO 9303 codes XXA (stateless), XXB and XXC (refugees). Lists, dossier words and screening read no other.</summary>
public static class Nationality
{
    private static readonly FrozenSet<string> WithoutState = new[] { "XXA", "XXB", "XXC" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> TwoLetters = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(c => new RegionInfo(c.Name))
        .Where(r => r.TwoLetterISORegionName.Length == 2 && r.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
        .DistinctBy(r => r.TwoLetterISORegionName, StringComparer.Ordinal)
        .SelectMany(r => new[] { (Code: r.TwoLetterISORegionName, Two: r.TwoLetterISORegionName), (Code: r.ThreeLetterISORegionName, Two: r.TwoLetterISORegionName) })
        .DistinctBy(p => p.Code, StringComparer.Ordinal)
        .ToFrozenDictionary(p => p.Code, p => p.Two, StringComparer.Ordinal);

    /// <param name="typed">Two or three letters, as in papers: "RU", "rus", "XXA".</param>
    /// <returns>The one form; null for what is no nationality.</returns>
    public static string? Of(string typed)
    {
        var code = typed.Trim().ToUpperInvariant();
        return WithoutState.Contains(code) ? code : TwoLetters.GetValueOrDefault(code);
    }
}
