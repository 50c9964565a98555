using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Shared.Fields;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HumanitarianEntry.Web.Applicants.Story;

public sealed record StoryForm
{
    [Required(ErrorMessage = "story.empty"), StringLength(RecordStatement.MaxLength, ErrorMessage = "blocker.text-too-long")]
    public string? Text { get; init; }

    [Required, LanguageOfApplicant("other")]
    public string? Language { get; init; }

    /// <summary>"yes" when he signs; otherwise it is kept as it is and may be changed.</summary>
    public string? Sign { get; init; }

    public bool IsSigned => Sign == "yes";

    /// <summary>The version that counts now; never read from the request.</summary>
    [BindNever]
    public Recorded<Statement>? Last { get; init; }

    public static StoryForm Of(InterviewFacts facts, string language)
    {
        var last = facts.Statements.LastOrDefault();
        return new() { Text = last?.Value.Text, Language = last?.Value.Language ?? language, Last = last };
    }

    public RecordStatement ToAct() => new(Language ?? "other", Text ?? "") { Signed = IsSigned };

    public static IReadOnlyList<Choice> LanguagesOf(Texts texts) =>
        [.. Languages.All.Select(l => new Choice(l, Languages.NameOf(l))), new Choice("other", texts["language.other"])];
}
