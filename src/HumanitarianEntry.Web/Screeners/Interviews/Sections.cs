using System.Collections.Immutable;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The sections of the interview guide, A to L.</summary>
public static class Sections
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["A"] = "Before we begin",
        ["B"] = "Identity and papers",
        ["C"] = "Family, health, harm",
        ["D"] = "Call-up and service",
        ["E"] = "In the war",
        ["F"] = "Refusal and leaving",
        ["G"] = "Persecution",
        ["H"] = "Standing against the war",
        ["I"] = "Country of stay",
        ["J"] = "Contacts with services",
        ["K"] = "Earlier requests, wishes",
        ["L"] = "Closing",
    };

    public static IReadOnlyList<string> All { get; } = [.. Questionnaire.Current.Questions.Select(q => q.Section).Distinct(StringComparer.Ordinal)];

    public static string Title(string section) => Titles.GetValueOrDefault(section, "Other questions");

    /// <summary>The section's letter as the guide writes it; null when there is none.</summary>
    public static string? Of(string typed) => All.FirstOrDefault(s => string.Equals(s, typed, StringComparison.OrdinalIgnoreCase));

    public static ImmutableList<Question> QuestionsOf(string section) => Questionnaire.Current.Questions.FindAll(q => q.Section == section);

    /// <summary>The section after this one; null after the last.</summary>
    public static string? After(string section) => All.SkipWhile(s => s != section).Skip(1).FirstOrDefault();

    public static int Answered(string section, InterviewFacts facts) => QuestionsOf(section).Count(q => facts.AnswerTo(q.Code) is not null);
}
