using System.Collections.Immutable;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Web.Screeners.Interviews;

/// <summary>The sections of the interview guide, A to L.</summary>
public static class Sections
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["A"] = N("Before we begin"),
        ["B"] = N("Identity and papers"),
        ["C"] = N("Family, health, harm"),
        ["D"] = N("Call-up and service"),
        ["E"] = N("In the war"),
        ["F"] = N("Refusal and leaving"),
        ["G"] = N("Persecution"),
        ["H"] = N("Standing against the war"),
        ["I"] = N("Country of stay"),
        ["J"] = N("Contacts with services"),
        ["K"] = N("Earlier requests, wishes"),
        ["L"] = N("Closing"),
    };

    public static IReadOnlyList<string> All { get; } = [.. Questionnaire.Current.Questions.Select(q => q.Section).Distinct(StringComparer.Ordinal)];

    public static string Title(string section) => S(Titles.GetValueOrDefault(section, N("Other questions")));

    /// <summary>The section's letter as the guide writes it; null when there is none.</summary>
    public static string? Of(string typed) => All.FirstOrDefault(s => string.Equals(s, typed, StringComparison.OrdinalIgnoreCase));

    public static ImmutableList<Question> QuestionsOf(string section) => Questionnaire.Current.Questions.FindAll(q => q.Section == section);

    /// <summary>The section after this one; null after the last.</summary>
    public static string? After(string section) => All.SkipWhile(s => s != section).Skip(1).FirstOrDefault();

    public static int Answered(string section, InterviewFacts facts) => QuestionsOf(section).Count(q => facts.AnswerTo(q.Code) is not null);
}
