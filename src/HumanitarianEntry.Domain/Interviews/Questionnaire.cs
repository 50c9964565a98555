using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>One question of the structured interview (handbook, interview questionnaire).</summary>
/// <param name="Trigger">Answers may call for an exclusion assessment (handbook mark "!").</param>
/// <param name="Sensitive">A vulnerable topic: offer a break, never press (handbook mark "*").</param>
/// <param name="Required">The interview is not complete without an answer; "does not know" is one.</param>
/// <param name="Next">What an answer of a certain kind leads to.</param>
public sealed record Question(string Code, string Section, string En, string Ru, string Type, bool Trigger, bool Sensitive, bool Required, string? Next);

/// <summary>A version of the question set. Interviews keep the version that they were held with.</summary>
public sealed record Questionnaire(string Version, ImmutableList<Question> Questions)
{
    private const string Resource = "HumanitarianEntry.Domain.Interviews.questionnaire.v1.json";
    private static readonly Lazy<Questionnaire> Loaded = new(Load);

    public static Questionnaire Current => Loaded.Value;

    /// <summary>The version that an interview is held with.</summary>
    /// <exception cref="KeyNotFoundException">There is no such version.</exception>
    public static Questionnaire Of(string version) => version == Current.Version ? Current : throw new KeyNotFoundException($"There is no questionnaire of version '{version}'; interviews were held with it.");

    public Question? Find(string code) => Questions.Find(q => q.Code == code);

    private static Questionnaire Load()
    {
        using var stream = typeof(Questionnaire).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        return JsonSerializer.Deserialize<Questionnaire>(stream, DomainJson.Options) ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}
