using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Web.Shared.Texts;

/// <summary>
/// What staff pages say in the other languages, from Shared/Texts/Staff/*.json. Three kinds of entry: a sentence by its English ("Ask", "There is no paper {0}."),
/// a counted thing by both English forms ("{n} case|{n} cases", one entry a plural form), a value by type and name ("=Priority.Urgent", "=internal-passport").
/// A sentence without a translation is read in English, because a desk that goes dark helps nobody; the tests do not let one through.
/// </summary>
public sealed partial class StaffCatalogue
{
    /// <summary>Says at the head of a file who has checked its language; for translators, never shown.</summary>
    public const string Review = "_review";

    private const char ValueMark = '=';
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    private StaffCatalogue(FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage) => this.byLanguage = byLanguage;

    /// <summary>Told when a text has no words in a language: language and key. Keys hold no case's content.</summary>
    public static Action<string, string>? Missed { get; set; }

    public static StaffCatalogue FromAssembly() => new(Languages.OfStaff.ToFrozenDictionary(
        l => l, l => l == Languages.Staff ? FrozenDictionary<string, string>.Empty : Read(l).ToFrozenDictionary(StringComparer.Ordinal)));

    /// <summary>The entries of one language's file.</summary>
    public static IReadOnlyDictionary<string, string> Read(string language)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"staff-texts/{language}.json")
            ?? throw new InvalidOperationException($"The staff texts in '{language}' are not in this assembly.");
        var entries = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Strict)!;
        entries.Remove(Review);

        // An empty entry waits for its translator: its reader gets English, not a gap.
        return entries.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).ToDictionary(StringComparer.Ordinal);
    }

    public string Find(string language, string english) => FindOrNull(language, english) ?? InEnglish(language, english, english);

    public string? FindOrNull(string language, string key) => byLanguage[language].GetValueOrDefault(key);

    public string Find(string language, string one, string other, int number)
    {
        var key = $"{KeyOf(one, other)}.{Plurals.FormOf(language, number)}";
        return FindOrNull(language, key) ?? InEnglish(language, key, Plurals.FormOf(Languages.Staff, number) == "one" ? one : other);
    }

    public string Find(string language, Enum value) => FindOrNull(language, KeyOf(value)) ?? InEnglish(language, KeyOf(value), Spaced(value.ToString()));

    /// <summary>What is no code but a word that somebody wrote, such as a criterion of an earlier case, has no translation that could be missed.</summary>
    public string FindCode(string language, string code) =>
        FindOrNull(language, KeyOf(code)) ?? (Code().IsMatch(code) ? InEnglish(language, KeyOf(code), Spaced(code)) : Spaced(code));

    public static string KeyOf(Enum value) => $"{ValueMark}{value.GetType().Name}.{value}";

    public static string KeyOf(string code) => ValueMark + code;

    public static string KeyOf(string one, string other) => $"{one}|{other}";

    private static string InEnglish(string language, string key, string english)
    {
        if (language != Languages.Staff)
        {
            Missed?.Invoke(language, key);
        }

        return english;
    }

    /// <summary>"internal-passport" or "InternalPassport" as "Internal passport".</summary>
    private static string Spaced(string key)
    {
        var spaced = WordStart().Replace(key.Replace('-', ' '), " ${letter}").ToLowerInvariant();
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    [GeneratedRegex("^[a-z][a-z0-9-]*$", RegexOptions.None, 200)]
    private static partial Regex Code();

    [GeneratedRegex("(?<=[a-z0-9])(?<letter>[A-Z])", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex WordStart();
}
