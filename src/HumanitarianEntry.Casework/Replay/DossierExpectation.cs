using System.Globalization;
using HumanitarianEntry.Domain.Dossiers;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>What must be true of the newest dossier. Its words are read from the PDF itself, as a receiver would.</summary>
internal static class DossierExpectation
{
    public static Expectation Read(CaseYaml value)
    {
        var fields = value.Fields("version", "pages-at-least", "language", "contains", "not-contains");
        var version = fields.TryGetValue("version", out var number) ? number.Whole() : (int?)null;
        var pages = fields.TryGetValue("pages-at-least", out var least) ? least.Whole() : (int?)null;
        var language = fields.TryGetValue("language", out var spoken) ? spoken.Text() : null;
        var contains = fields.TryGetValue("contains", out var wanted) ? wanted.OneOrMore().Select(w => (w.Line, Text: w.Text())).ToList() : [];
        var without = fields.TryGetValue("not-contains", out var banned) ? banned.OneOrMore().Select(w => (w.Line, Text: w.Text())).ToList() : [];
        return new Expectation(value.Line, async snapshot =>
        {
            if (snapshot.File.Dossier.Versions.LastOrDefault() is not { } dossier)
            {
                return "expected a dossier, was none";
            }

            return Facts(dossier, version, pages, language)
                ?? (contains.Count + without.Count > 0 ? Words(await snapshot.DossierText(), contains, without) : null);
        });
    }

    private static string? Facts(DossierVersion dossier, int? version, int? pages, string? language)
    {
        if (version is { } number && number != dossier.Version)
        {
            return string.Create(CultureInfo.InvariantCulture, $"expected dossier version {number}, was {dossier.Version}");
        }

        if (language is not null && language != dossier.Language)
        {
            return $"expected dossier language {language}, was {dossier.Language}";
        }

        return pages is { } least && dossier.Pages < least ? string.Create(CultureInfo.InvariantCulture, $"expected dossier pages at least {least}, was {dossier.Pages}") : null;
    }

    private static string? Words(string text, List<(int Line, string Text)> contains, List<(int Line, string Text)> without)
    {
        var plain = Squeeze(text);
        return contains.Where(c => !plain.Contains(Squeeze(c.Text), StringComparison.Ordinal)).Select(c => $"expected dossier with \"{c.Text}\", was without").FirstOrDefault()
            ?? without.Where(c => plain.Contains(Squeeze(c.Text), StringComparison.OrdinalIgnoreCase)).Select(c => $"expected dossier without \"{c.Text}\", was with it").FirstOrDefault();
    }

    /// <summary>Line breaks and kinds of spaces are the typesetter's.</summary>
    private static string Squeeze(string text) => string.Join(' ', text.Normalize(System.Text.NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
