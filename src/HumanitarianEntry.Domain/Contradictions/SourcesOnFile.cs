using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>When something was, by one source: one of these days. Several when the source names several and does not say which it means.</summary>
internal sealed record DateSaid(MismatchTopic Topic, ImmutableArray<PartialDate> Dates, Source Source)
{
    public DateOnly First => Dates.Min(d => d.Earliest);
    public DateOnly Last => Dates.Max(d => d.Latest);

    /// <summary>True when both can mean the same day.</summary>
    public bool Fits(DateSaid other) => Dates.Any(d => other.Dates.Any(d.MayEqual));

    public static DateSaid? Of(MismatchTopic topic, PartialDate? date, Source source) => date is { } known ? new DateSaid(topic, [known], source) : null;
}

/// <summary>What the case file holds, as sources that can be compared. Reads only what the file holds: a view for one role gives that role's sources and no others.</summary>
internal static class SourcesOnFile
{
    public static string Write(PartialDate? date) => date?.ToString() ?? string.Empty;

    public static string Write(IEnumerable<PartialDate> dates) => string.Join(", ", dates);

    /// <summary>
    /// The answers that count: the last one to a question in each session, none that was put right at a read-back. Earlier words of one session are how the final ones came about; other words in another
    /// session are a second account. The form of a later session comes filled in: a part that only stayed there is not said again, and is blank here.
    /// </summary>
    public static IEnumerable<Recorded<Answer>> CountingAnswers(InterviewFacts facts)
    {
        var readBacks = facts.ReadBacks.Select(r => r.Provenance.At).ToHashSet();
        foreach (var question in facts.Answers.GroupBy(a => a.Value.Code, StringComparer.Ordinal))
        {
            var given = question.OrderBy(a => a.Provenance.At).ToList();
            var corrected = given.FindLastIndex(a => readBacks.Contains(a.Provenance.At));
            foreach (var session in given.Skip(Math.Max(0, corrected)).GroupBy(a => a.Value.Session))
            {
                var last = session.Last();
                yield return Said(last, given.FindAll(a => a.Value.Session < last.Value.Session));
            }
        }
    }

    private static Recorded<Answer> Said(Recorded<Answer> answer, List<Recorded<Answer>> before)
    {
        var (value, verbatim) = (answer.Value.Value, answer.Value.Verbatim);
        var (valueStayed, verbatimStayed) = (before.Exists(b => b.Value.Value == value), before.Exists(b => b.Value.Verbatim == verbatim));
        return valueStayed == verbatimStayed ? answer : answer with { Value = answer.Value with { Value = valueStayed ? string.Empty : value, Verbatim = verbatimStayed ? null : verbatim } };
    }

    public static Source Of(InterviewFacts facts, Recorded<Answer> answer, string says)
    {
        var session = facts.Sessions.Values().FirstOrDefault(s => s.Number == answer.Value.Session);
        var quote = string.Join('\n', new[] { answer.Value.Verbatim, answer.Value.Value }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return new Source(SourceKind.Answer, answer.Value.Code, Compartment.Interview, says, quote, answer.Provenance)
        {
            Session = answer.Value.Session,
            Language = session?.Language,
            InterpretedBy = session?.InterpreterCode,
            TouchesExclusion = answer.Value.Trigger || answer.Value.Code.StartsWith('E'),
        };
    }

    public static Source Of(Recorded<Statement> statement, int number, string says) =>
        new(SourceKind.Statement, number.ToString(CultureInfo.InvariantCulture), Compartment.Interview, says, Short(statement.Value.Text), statement.Provenance)
        {
            Language = statement.Value.Language,
            InterpretedBy = statement.Value.TranslatorFunction,
        };

    public static Source Of(Recorded<ServicePeriod> service, string says)
    {
        var period = service.Value;
        return new Source(SourceKind.Service, period.Label, Compartment.Interview, says, $"{period.Force}, {period.Unit}{(period.UnitName is { } name ? $" {name}" : "")}, {period.Place}: {period.From} / {Write(period.To)}; {period.Rank}, {period.Post}", service.Provenance)
        {
            TouchesExclusion = period.OnUkrainianTerritory,
        };
    }

    /// <summary>The statement that counts, the latest, with its number; null when there is none.</summary>
    public static (Recorded<Statement> Statement, int Number)? LastStatement(InterviewFacts facts) =>
        facts.Statements.Count == 0 ? null : (facts.Statements.OrderBy(s => s.Provenance.At).Last(), 1);

    /// <summary>All the words of an answer, in which a date may stand in either language.</summary>
    public static string WordsOf(Answer answer) => $"{answer.Value}\n{answer.Verbatim}";

    private static string Short(string text) => text.Length <= MostQuoted ? text : text[..MostQuoted] + " …";

    private const int MostQuoted = 600;
}
