using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Interviews;

/// <summary>One answer as given on the interview page or in a case file.</summary>
public sealed record GivenAnswer(string Code, string Value)
{
    public string? Verbatim { get; init; }
    public bool Trigger { get; init; }
}

/// <summary>Stores answers of the last session, also when they are written up after it. A changed answer is added; the earlier one stays in the record.</summary>
[ActKind("record-answers", Compartment.Interview, Role.Screener)]
public sealed record RecordAnswers(ImmutableList<GivenAnswer> Answers) : Act
{
    public const int MaxLength = 50_000;

    /// <summary>An answer was marked that asks for an exclusion interview by another officer.</summary>
    public const string TriggerTopic = "interview-trigger";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Sessions.Count == 0)
        {
            yield return new Blocker("interview-not-held", "Start an interview session first.");
        }

        if (Answers.Count == 0)
        {
            yield return new Blocker("answers-missing", "There is no answer to store.");
        }

        foreach (var answer in Answers)
        {
            if (file.Interview.Questions.Find(answer.Code) is null)
            {
                yield return new Blocker("question-unknown", $"The questionnaire has no question {answer.Code}.");
            }

            if (answer.Value.Length > MaxLength || answer.Verbatim?.Length > MaxLength)
            {
                yield return new Blocker("text-too-long", $"The answer to {answer.Code} is longer than {MaxLength} signs. Split it over two questions or hand it in as a statement.");
            }
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var session = file.Interview.Sessions.Count;
        var added = Answers.Select(a => context.Record(new Answer(session, a.Code, a.Value, a.Verbatim, a.Trigger), "applicant"));
        var marked = Answers.Any(a => a.Trigger && file.Interview.AnswerTo(a.Code) is not { Trigger: true });
        return new(file with { Interview = file.Interview with { Answers = file.Interview.Answers.AddRange(added) } })
        {
            Told = marked ? [new Told(Role.Coordinator, TriggerTopic) { At = Gate.Interview }] : [],
        };
    }
}

/// <summary>
/// The record was read to the person, line by line. What he put right is added as answers of its own; what was read is sealed. Confirmed means that he heard every line, the corrected ones too,
/// and stands by them.
/// </summary>
[ActKind("read-back", Compartment.Interview, Role.Screener)]
public sealed record RecordReadBack(bool Confirmed) : Act
{
    /// <summary>What he said to the whole.</summary>
    public string? Corrections { get; init; }

    /// <summary>Lines that he put right, as they are right.</summary>
    public ImmutableList<GivenAnswer> Corrected { get; init; } = [];

    /// <summary>Questions whose line he heard and ticked off; null when it was read as a whole.</summary>
    public ImmutableList<string>? Heard { get; init; }

    /// <summary>Null: the language of the last session.</summary>
    public string? Language { get; init; }
    public string? InterpreterCode { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Answers.Count == 0)
        {
            yield return new Blocker("answers-missing", "There is nothing to read back yet.");
        }

        if (Confirmed && Heard is { } heard && file.Interview.CurrentAnswers.Select(a => a.Code).Except(heard, StringComparer.Ordinal).ToList() is { Count: > 0 } open)
        {
            yield return new Blocker("lines-not-heard", $"These lines were not ticked as heard: {string.Join(", ", open)}. Read them too, or record that the record is not confirmed yet.");
        }

        foreach (var line in Corrected.Where(c => file.Interview.AnswerTo(c.Code) is null))
        {
            yield return new Blocker("line-unknown", $"There is no answer to {line.Code} that could be corrected.");
        }

        if (Corrected.Exists(c => string.IsNullOrWhiteSpace(c.Value)))
        {
            yield return new Blocker("text-missing", "A correction says what is right; an answer that was given cannot be emptied.");
        }

        if (Corrected.Exists(c => c.Value.Length > RecordAnswers.MaxLength || c.Verbatim?.Length > RecordAnswers.MaxLength))
        {
            yield return new Blocker("text-too-long", $"A correction is longer than {RecordAnswers.MaxLength} signs.");
        }

        if (!InterviewSeal.Holds(file.Interview))
        {
            yield return InterviewGate.SealBroken;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var session = file.Interview.Sessions.Count;
        var corrected = Corrected.Select(c => context.Record(new Answer(session, c.Code, c.Value, c.Verbatim, c.Trigger), "applicant"));
        var facts = file.Interview with { Answers = file.Interview.Answers.AddRange(corrected) };
        var read = InterviewSeal.On(facts, new ReadBack(session, Confirmed, Corrections) { Language = Language ?? facts.Sessions.Latest()?.Language, InterpreterCode = InterpreterCode ?? facts.Sessions.Latest()?.InterpreterCode });
        return new(file with { Interview = facts with { ReadBacks = facts.ReadBacks.Add(context.Record(read, "applicant", Confidence.Confirmed)) } });
    }
}
