using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>One question of the structured interview (handbook, interview questionnaire).</summary>
/// <param name="Trigger">Answers may call for an exclusion assessment (handbook mark "!").</param>
/// <param name="Sensitive">A vulnerable topic: offer a break, never press (handbook mark "*").</param>
/// <param name="Required">The interview is not complete without an answer; "does not know" is one.</param>
/// <param name="Next">What an answer of a certain kind leads to.</param>
/// <param name="Fr">French; null in version 1.</param>
/// <param name="De">German; null in version 1.</param>
public sealed record Question(string Code, string Section, string En, string Ru, string Type, bool Trigger, bool Sensitive, bool Required, string? Next, string? Fr = null, string? De = null)
{
    /// <summary>The question in a language (ISO 639-1), in English where it has none of its own: see <see cref="LanguageOf"/>.</summary>
    public string Text(string language) => Own(language) ?? En;

    /// <summary>The language in which <see cref="Text"/> really answers.</summary>
    public string LanguageOf(string language) => Own(language) is null ? "en" : language;

    private string? Own(string language) => language switch
    {
        "en" => En,
        "ru" => Ru,
        "fr" => Fr,
        "de" => De,
        _ => null,
    };
}

/// <summary>A version of the question set. Interviews keep the version that they were held with.</summary>
/// <param name="Review">Which texts a native speaker has not checked; null in version 1, which does not say.</param>
public sealed record Questionnaire(string Version, ImmutableList<Question> Questions, [property: JsonPropertyName("_review")] string? Review = null)
{
    /// <summary>Languages that every question of the newest version has.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "ru", "fr", "de"];

    private const string Newest = "2";
    private static readonly Lazy<FrozenDictionary<string, Questionnaire>> Loaded = new(() => new[] { Load("1"), Load(Newest) }.ToFrozenDictionary(set => set.Version, StringComparer.Ordinal));

    /// <summary>The version that new interviews are held with.</summary>
    public static Questionnaire Current => Of(Newest);

    /// <summary>The version that an interview was held with.</summary>
    /// <exception cref="KeyNotFoundException">There never was such a version.</exception>
    public static Questionnaire Of(string version) =>
        Loaded.Value.TryGetValue(version, out var set) ? set : throw new KeyNotFoundException($"There is no version '{version}' of the questionnaire.");

    public Question? Find(string code) => Questions.Find(q => q.Code == code);

    private static Questionnaire Load(string version)
    {
        string resource = $"HumanitarianEntry.Domain.Interviews.questionnaire.v{version}.json";
        using var stream = typeof(Questionnaire).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not embedded.");
        var set = JsonSerializer.Deserialize<Questionnaire>(stream, DomainJson.Options) ?? throw new InvalidOperationException($"{resource} is empty.");
        return set.Version == version ? set : throw new InvalidOperationException($"{resource} says that it is version '{set.Version}'.");
    }
}
