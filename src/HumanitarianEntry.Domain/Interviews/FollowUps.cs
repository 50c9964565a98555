using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>A service period about which the vetting asks for another talk. What raised it stays with the vetting.</summary>
public sealed record FollowUp(string Service);

/// <summary>The questions about a service period that vetting opened. They name nothing but the person's own words, so that they cannot lead (handbook G3, leading questions).</summary>
public static class FollowUps
{
    /// <summary>Told to those who plan and hold interviews.</summary>
    public const string Topic = "unit-questions";

    /// <summary>The questions of the guide under which the answers are written.</summary>
    public static readonly IReadOnlyList<string> Codes = ["D6", "E1", "E3", "E4", "E5", "E6"];

    /// <summary>Service periods whose questions have not all been answered since they were opened.</summary>
    public static IEnumerable<ServicePeriod> Open(InterviewFacts facts) =>
        from asked in facts.FollowUps ?? []
        where Codes.Any(c => !IsAnswered(facts, c, asked.Provenance.At))
        let service = facts.Service.Values().LastOrDefault(s => s.Label == asked.Value.Service)
        where service is not null
        select service;

    /// <summary>What is to be asked in the next session.</summary>
    public static IEnumerable<NeutralQuestion> Questions(InterviewFacts facts) =>
        from asked in facts.FollowUps ?? []
        let service = facts.Service.Values().LastOrDefault(s => s.Label == asked.Value.Service)
        where service is not null
        from question in Of(service)
        where !IsAnswered(facts, question.Code, asked.Provenance.At)
        select question;

    /// <summary>The questions about one service period are open.</summary>
    internal static bool IsAsked(CaseFile file, string service) => Open(file.Interview).Any(s => s.Label == service);

    private static bool IsAnswered(InterviewFacts facts, string code, DateTimeOffset since) => facts.Answers.Exists(a => a.Value.Code == code && a.Provenance.At > since && !string.IsNullOrWhiteSpace(a.Value.Value));

    private static IEnumerable<NeutralQuestion> Of(ServicePeriod service)
    {
        var (en, ru) = (TimeOf(service, " to ", "today"), TimeOf(service, " – ", "сегодня"));
        yield return new("D6", $"Please take us through your time from {en}: each place, each post, who was above you, and when you were away.", $"Расскажите, пожалуйста, по порядку о времени {ru}: каждое место, каждая должность, кто был вашим начальником и когда вас не было на месте.");
        yield return new("E1", $"Where were you from {en}, as closely as you remember, and what did you do on an ordinary day?", $"Где вы были в это время ({ru}), насколько помните, и что вы делали в обычный день?");
        yield return new("E3", $"What were you given to do your work with from {en}, and what was your part in what the unit did?", $"Что вам выдали для работы в это время ({ru}) и какой была ваша часть в том, что делало подразделение?");
        yield return new("E4", $"Whom did you meet from {en} who was not a soldier, and what happened then?", $"С кем, кроме военных, вы встречались в это время ({ru}) и что тогда происходило?");
        yield return new("E5", $"Were there people who could not leave, from {en}? Who looked after them, and what did you have to do with it?", $"Были ли в это время ({ru}) люди, которые не могли уйти? Кто ими занимался и какое отношение к этому имели вы?");
        yield return new("E6", $"What did you see or hear from {en} that stayed with you? From whom, and when?", $"Что вы видели или слышали в это время ({ru}), что осталось в памяти? От кого и когда?");
    }

    private static string TimeOf(ServicePeriod service, string to, string open) => string.Create(CultureInfo.InvariantCulture, $"{service.From}{to}{service.To?.ToString() ?? open}");
}
