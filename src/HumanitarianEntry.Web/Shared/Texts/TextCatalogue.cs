using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>
/// All texts of the applicant surface, from Applicants/Texts/*.json inside this assembly: `ru.json`, or `evidence.ru.json` for one step.
/// Incomplete texts stop the start-up: nobody meets an empty sentence.
/// </summary>
public sealed partial class TextCatalogue
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    private const string Other = ".other";

    /// <summary>Says at the head of a file who has checked its language; for translators, never shown.</summary>
    private const string Review = "_review";

    public TextCatalogue(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> texts)
    {
        var faults = Faults(texts);
        if (faults.Count > 0)
            throw new InvalidOperationException("The applicants' texts are incomplete:\n" + string.Join('\n', faults));

        byLanguage = texts.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenDictionary());
    }

    public static TextCatalogue FromAssembly() => new(Read(typeof(TextCatalogue).Assembly));

    public string Find(string language, string key) => byLanguage[language].TryGetValue(key, out string? text)
        ? text
        : throw new KeyNotFoundException($"No text '{key}' in Applicants/Texts ({language}).");

    public string? FindOrNull(string language, string key) => byLanguage[language].GetValueOrDefault(key);

    public IEnumerable<string> Keys(string language) => byLanguage[language].Keys;

    /// <summary>Every reason why these texts may not be shown: a key or plural form missing in a language, an empty text, a placeholder that differs.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> texts)
    {
        var faults = Languages.All.Where(language => !texts.ContainsKey(language)).Select(language => $"{language}: no file").ToList();
        if (faults.Count > 0)
            return faults;

        var all = texts.Values.SelectMany(keys => keys.Keys).ToHashSet();

        // "paper.other" alone is one of several papers, not a number of them.
        bool IsPlural(string key) => PluralForm().IsMatch(key) && (!key.EndsWith(Other, StringComparison.Ordinal) || all.Contains(key[..^Other.Length] + ".one"));
        var singles = all.Where(key => !IsPlural(key)).ToHashSet();
        var plurals = all.Where(IsPlural).Select(key => PluralForm().Replace(key, "")).ToHashSet();
        foreach (string language in Languages.All)
        {
            var wanted = singles.Concat(plurals.SelectMany(key => Plurals.Forms(language).Select(form => $"{key}.{form}"))).ToHashSet();
            faults.AddRange(wanted.Where(key => !texts[language].ContainsKey(key)).Select(key => $"{language}: '{key}' is missing"));
            faults.AddRange(texts[language].Keys.Where(key => !wanted.Contains(key)).Select(key => $"{language}: '{key}' is a plural form this language does not have"));
            faults.AddRange(texts[language].Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{language}: '{text.Key}' is empty"));
        }

        foreach (string key in singles)
        {
            var shapes = Languages.All.Where(language => texts[language].ContainsKey(key)).Select(language => Placeholders(texts[language][key])).Distinct().ToList();
            if (shapes.Count > 1)
                faults.Add($"'{key}' has different placeholders: {string.Join(" / ", shapes)}");
        }

        return faults;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Read(Assembly assembly)
    {
        var all = Languages.All.ToDictionary(language => language, static _ => new Dictionary<string, string>());
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            string language = resource.Split('.')[^2].Split('/')[^1];
            if (!all.TryGetValue(language, out var texts))
                throw new InvalidOperationException($"{resource} is in a language the surface does not have.");

            using var stream = assembly.GetManifestResourceStream(resource)!;
            var added = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Strict)!;
            added.Remove(Review);
            foreach (var (key, text) in added)
            {
                if (!texts.TryAdd(key, text))
                    throw new InvalidOperationException($"{resource} repeats '{key}'.");
            }
        }

        return all.Where(pair => pair.Value.Count > 0).ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<string, string>)pair.Value);
    }

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private static string Placeholders(string text) => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\.(one|few|many|other)$", RegexOptions.ExplicitCapture)]
    private static partial Regex PluralForm();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
