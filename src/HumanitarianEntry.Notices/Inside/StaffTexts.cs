using System.Text.Json.Serialization;

namespace HumanitarianEntry.Notices.Inside;

/// <summary>What the applicant is shown: one coarse status, and what is needed.</summary>
internal sealed record ApplicantWord(string Status, string? Need);

/// <summary>One audience's entry: a template for staff, a word for the applicant.</summary>
internal sealed record Told(PlainTemplate? Template, ApplicantWord? Applicant);

/// <summary>The file of staff texts: gate, outcome, audience, text.</summary>
internal sealed class StaffTexts
{
    private StaffTexts(Dictionary<(string Gate, string Outcome), Dictionary<string, Told>> entries) => Entries = entries;

    public IReadOnlyDictionary<(string Gate, string Outcome), Dictionary<string, Told>> Entries { get; }

    public static StaffTexts Load(string path, CaseVocabulary vocabulary)
    {
        Content content = TemplateJson.Read<Content>(path);
        TemplateJson.RequireExactly(path, "texts", vocabulary.Gates.Keys, content.Gates.Keys);
        Dictionary<(string, string), Dictionary<string, Told>> entries = [];
        foreach ((string gate, Dictionary<string, Dictionary<string, string>> outcomes) in content.Gates)
        {
            TemplateJson.RequireExactly(path, $"texts of the gate '{gate}'", [InsideTexts.Opened, .. vocabulary.Gates[gate]], outcomes.Keys);
            foreach ((string outcome, Dictionary<string, string> audiences) in outcomes)
            {
                entries[(gate, outcome)] = audiences.ToDictionary(
                    pair => pair.Key, pair => Read(path, $"{gate}.{outcome}.{pair.Key}", pair.Key, pair.Value, vocabulary), StringComparer.Ordinal);
                if (audiences.Keys.All(audience => audience is InsideTexts.Applicant))
                {
                    throw new TemplateException(path, $"'{gate}.{outcome}' tells nobody of the staff");
                }
            }
        }

        return new StaffTexts(entries);
    }

    private static Told Read(string path, string place, string audience, string text, CaseVocabulary vocabulary)
    {
        if (audience is InsideTexts.Applicant)
        {
            return new Told(null, ReadApplicantWord(path, place, text, vocabulary));
        }

        if (!vocabulary.Roles.Contains(audience, StringComparer.Ordinal))
        {
            throw new TemplateException(path, $"'{place}' speaks to an audience nobody knows");
        }

        PlainTemplate template = PlainTemplate.Parse(text, out string? fault) ?? throw new TemplateException(path, $"'{place}' {fault}");
        string[] tooMuch = [.. template.Names.Except(AllowedValues.For(audience), StringComparer.Ordinal)];
        return tooMuch.Length == 0
            ? new Told(template, null)
            : throw new TemplateException(path, $"'{place}' asks for what this reader may not see: {string.Join(", ", tooMuch)}");
    }

    private static ApplicantWord ReadApplicantWord(string path, string place, string text, CaseVocabulary vocabulary)
    {
        string[] parts = text.Split('/');
        ApplicantWord word = new(parts[0], parts.Length > 1 ? parts[1] : null);
        bool known = parts.Length <= 2 && vocabulary.ApplicantStatuses.Contains(word.Status, StringComparer.Ordinal)
            && (word.Need is null || vocabulary.ApplicantNeeds.Contains(word.Need, StringComparer.Ordinal));
        return known ? word : throw new TemplateException(path, $"'{place}' must be STATUS or STATUS/NEED with known words");
    }

    private sealed record Content(
        [property: JsonPropertyName("$comment")] string Comment,
        Dictionary<string, Dictionary<string, Dictionary<string, string>>> Gates);
}
