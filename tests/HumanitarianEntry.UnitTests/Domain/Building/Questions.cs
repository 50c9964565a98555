using System.Collections.Immutable;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.UnitTests.Domain.Building;

internal static class Questions
{
    public static ImmutableList<GivenAnswer> AllRequired { get; } =
        [.. Questionnaire.Current.Questions.Where(q => q.Required).Select(q => new GivenAnswer(q.Code, "DEMO answer") { Verbatim = "ДЕМО ответ" })];
}
