namespace HumanitarianEntry.Notices.Labelling;

/// <summary>All words of one language.</summary>
internal sealed record LabelFile(
    Dictionary<string, Label> Applicant,
    Dictionary<string, Label> Liaison,
    Dictionary<string, Label> States,
    Dictionary<string, Label> Gates,
    Dictionary<string, Dictionary<string, string>> Outcomes,
    Dictionary<string, string> Roles)
{
    public static LabelFile Load(string path, CaseVocabulary vocabulary)
    {
        LabelFile file = TemplateJson.Read<LabelFile>(path);
        TemplateJson.RequireExactly(path, "applicant labels", vocabulary.ApplicantStatuses, file.Applicant.Keys);
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
