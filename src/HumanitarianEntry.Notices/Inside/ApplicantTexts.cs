using System.Text.Json.Serialization;

namespace HumanitarianEntry.Notices.Inside;

/// <summary>The applicant's words in one language.</summary>
internal sealed class ApplicantTexts
{
    private readonly Content content;

    private ApplicantTexts(Content content) => this.content = content;

    public static ApplicantTexts Load(string path, CaseVocabulary vocabulary)
    {
        Content read = TemplateJson.Read<Content>(path);
        TemplateJson.RequireExactly(path, "status texts", vocabulary.ApplicantStatuses, read.Statuses.Keys);
        TemplateJson.RequireExactly(path, "texts of needs", vocabulary.ApplicantNeeds, read.Needs.Keys);
        foreach ((string key, string text) in read.Statuses.Concat(read.Needs))
        {
            if (PlainTemplate.Parse(text, out string? fault) is not { Names.Count: 0 })
            {
                throw new TemplateException(path, $"'{key}' {fault ?? "may not have anything to fill in"}");
            }
        }

        return new ApplicantTexts(read);
    }

    public string Status(string status) =>
        content.Statuses.TryGetValue(status, out string? text) ? text : throw new KeyNotFoundException($"No applicant status '{status}'.");

    public string Need(string need) =>
        content.Needs.TryGetValue(need, out string? text) ? text : throw new KeyNotFoundException($"No applicant need '{need}'.");

    /// <param name="Review">Who has checked the language; for translators, never shown.</param>
    private sealed record Content(
        Dictionary<string, string> Statuses,
        Dictionary<string, string> Needs,
        [property: JsonPropertyName("_review")] string? Review = null);
}
