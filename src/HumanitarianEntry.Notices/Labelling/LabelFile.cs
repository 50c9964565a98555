using System.Text.Json.Serialization;

namespace HumanitarianEntry.Notices.Labelling;

/// <summary>All words of one language.</summary>
/// <param name="Review">Who has checked the language; for translators, never shown.</param>
internal sealed record LabelFile(
    Dictionary<string, Label> Applicant,
    Dictionary<string, Label> Liaison,
    Dictionary<string, Label> States,
    Dictionary<string, Label> Gates,
    Dictionary<string, Dictionary<string, string>> Outcomes,
    Dictionary<string, string> Roles,
    [property: JsonPropertyName("_review")] string? Review = null)
{
    public static LabelFile Load(string path, CaseVocabulary vocabulary)
    {
        LabelFile file = TemplateJson.Read<LabelFile>(path);
        ApplicantLabelFile.Require(path, file.Applicant, vocabulary);
        TemplateJson.RequireExactly(path, "liaison labels", vocabulary.LiaisonStatuses, file.Liaison.Keys);
        TemplateJson.RequireExactly(path, "state labels", vocabulary.States, file.States.Keys);
        TemplateJson.RequireExactly(path, "gate labels", vocabulary.Gates.Keys, file.Gates.Keys);
        TemplateJson.RequireExactly(path, "outcome labels", vocabulary.Gates.Keys, file.Outcomes.Keys);
        TemplateJson.RequireExactly(path, "role labels", vocabulary.Roles, file.Roles.Keys);
        foreach ((string gate, IReadOnlyList<string> outcomes) in vocabulary.Gates)
        {
            TemplateJson.RequireExactly(path, $"outcome labels of the gate '{gate}'", outcomes, file.Outcomes[gate].Keys);
        }

        if (file.Texts().FirstOrDefault(text => string.IsNullOrWhiteSpace(text.Value)) is { Key: { } place })
        {
            throw new TemplateException(path, $"has an empty text at '{place}'");
        }

        return file;
    }

    private IEnumerable<KeyValuePair<string, string>> Texts()
    {
        IEnumerable<KeyValuePair<string, Label>> labels = [.. Applicant, .. Liaison, .. States, .. Gates];
        return
        [
            .. labels.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Text)),
            .. labels.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Description)),
            .. Outcomes.SelectMany(gate => gate.Value),
            .. Roles,
        ];
    }
}

/// <summary>The words of a language in which only applicants read.</summary>
/// <param name="Review">Who has checked the language; for translators, never shown.</param>
internal sealed record ApplicantLabelFile(Dictionary<string, Label> Applicant, [property: JsonPropertyName("_review")] string? Review = null)
{
    public static ApplicantLabelFile Load(string path, CaseVocabulary vocabulary)
    {
        ApplicantLabelFile file = TemplateJson.Read<ApplicantLabelFile>(path);
        Require(path, file.Applicant, vocabulary);
        return file;
    }

    /// <exception cref="TemplateException">A status has no words, or there are words for a status nobody knows.</exception>
    public static void Require(string path, Dictionary<string, Label> labels, CaseVocabulary vocabulary)
    {
        TemplateJson.RequireExactly(path, "applicant labels", vocabulary.ApplicantStatuses, labels.Keys);
        if (labels.FirstOrDefault(pair => string.IsNullOrWhiteSpace(pair.Value.Text) || string.IsNullOrWhiteSpace(pair.Value.Description)) is { Key: { } status })
        {
            throw new TemplateException(path, $"has an empty text at '{status}'");
        }
    }
}

/// <summary>The coarse words that stand for a state or gate.</summary>
/// <param name="Applicant">Null: the applicant keeps seeing what was shown before.</param>
internal sealed record CoarseWords(string? Applicant, string Liaison);

/// <summary>Which coarse word each state and gate is for those who do not see the thing itself.</summary>
internal sealed record AudienceFile(Dictionary<string, CoarseWords> States, Dictionary<string, CoarseWords> Gates)
{
    public static AudienceFile Load(string path, CaseVocabulary vocabulary)
    {
        AudienceFile file = TemplateJson.Read<AudienceFile>(path);
        TemplateJson.RequireExactly(path, "words for states", vocabulary.States, file.States.Keys);
        TemplateJson.RequireExactly(path, "words for gates", vocabulary.Gates.Keys, file.Gates.Keys);
        foreach ((string key, CoarseWords words) in file.States.Concat(file.Gates))
        {
            bool known = (words.Applicant is null || vocabulary.ApplicantStatuses.Contains(words.Applicant, StringComparer.Ordinal))
                && vocabulary.LiaisonStatuses.Contains(words.Liaison, StringComparer.Ordinal);
            if (!known)
            {
                throw new TemplateException(path, $"shows '{key}' as a status nobody knows");
            }
        }

        return file;
    }
}
