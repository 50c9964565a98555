using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Interviews;

[ActKind("start-interview", Compartment.Interview, Role.Screener)]
public sealed record StartInterview(InterviewMode Mode, string Language) : Act
{
    public bool WithInterpreter { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.IsOpen(Gate.Interview))
        {
            yield return new Blocker("gate-is-not-open", $"No interview is due: the case is at {file.Position.State}.");
        }

        if (!file.IsAllowed(ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", "There is no valid consent to keep what he says.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var session = new InterviewSession(file.Interview.Sessions.Count + 1, Mode, Language, WithInterpreter, Questionnaire.Current.Version);
        return new(file with { Interview = file.Interview with { Sessions = file.Interview.Sessions.Add(context.Record(session, "screener")) } });
    }
}

/// <summary>One answer as given on the interview page or in a case file.</summary>
public sealed record GivenAnswer(string Code, string Value)
{
    public string? Verbatim { get; init; }
    public bool Trigger { get; init; }
}

/// <summary>Stores answers of the running session. A changed answer is added; the earlier one stays in the record.</summary>
[ActKind("record-answers", Compartment.Interview, Role.Screener)]
public sealed record RecordAnswers(ImmutableList<GivenAnswer> Answers) : Act
{
    public const int MaxLength = 50_000;

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
            if (Questionnaire.Current.Find(answer.Code) is null)
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
        return new(file with { Interview = file.Interview with { Answers = file.Interview.Answers.AddRange(added) } });
    }
}

[ActKind("read-back", Compartment.Interview, Role.Screener)]
public sealed record RecordReadBack(bool Confirmed) : Act
{
    public string? Corrections { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Answers.Count == 0)
        {
            yield return new Blocker("answers-missing", "There is nothing to read back yet.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Interview = file.Interview with { ReadBacks = file.Interview.ReadBacks.Add(context.Record(new ReadBack(file.Interview.Sessions.Count, Confirmed, Corrections), "applicant", Confidence.Confirmed)) } });
}

[ActKind("record-statement", Compartment.Interview, Role.Screener, Role.Applicant)]
public sealed record RecordStatement(string Language, string Text) : Act
{
    public const int MaxLength = 500_000;
    public string? Translation { get; init; }
    public string? TranslationLanguage { get; init; }
    public string? TranslatorFunction { get; init; }
    public bool Signed { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return new Blocker("text-missing", "Write the statement first.");
        }

        if (Text.Length > MaxLength || Translation?.Length > MaxLength)
        {
            yield return new Blocker("text-too-long", $"The statement is longer than {MaxLength} signs. Hand the rest in as a file.");
        }

        if (Translation is not null && (string.IsNullOrWhiteSpace(TranslationLanguage) || string.IsNullOrWhiteSpace(TranslatorFunction)))
        {
            yield return new Blocker("translator-missing", "A translation names its language and who translated.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var statement = new Statement(Language, Text, Translation, TranslationLanguage, TranslatorFunction, Signed);
        return new(file with { Interview = file.Interview with { Statements = file.Interview.Statements.Add(context.Record(statement, "applicant")) } });
    }
}

[ActKind("record-service", Compartment.Interview, Role.Screener)]
public sealed record RecordService(string Force, string Unit, string Place, PartialDate From, string Rank, string Post, ServiceBasis Basis) : Act
{
    public string? UnitName { get; init; }
    public PartialDate? To { get; init; }
    public bool OnUkrainianTerritory { get; init; }
    public bool RemoteRole { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Unit.Length != 5 || !Unit.All(char.IsAsciiDigit))
        {
            yield return new Blocker("unit-number-wrong", "A military unit has a number of five digits.");
        }

        if (To is { } to && to.Latest < From.Earliest)
        {
            yield return new Blocker("service-ends-before-it-begins", "The service would end before it begins.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = "S" + (file.Interview.Service.Count + 1).ToString(CultureInfo.InvariantCulture);
        var period = new ServicePeriod(label, Force, Unit, UnitName, Place, From, To, Rank, Post, Basis, OnUkrainianTerritory, RemoteRole);
        return new(file with { Interview = file.Interview with { Service = file.Interview.Service.Add(context.Record(period, "applicant")) } });
    }
}

[ActKind("record-prosecution", Compartment.Interview, Role.Screener, Role.Counsel)]
public sealed record RecordProsecution(string State, string Article, ProsecutionStatus Status, string LearntFrom) : Act
{
    public string? Body { get; init; }
    public string? Number { get; init; }
    public PartialDate? On { get; init; }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Interview = file.Interview with { Prosecutions = file.Interview.Prosecutions.Add(context.Record(new Prosecution(State, Article, Status, Body, Number, On, LearntFrom), LearntFrom)) } });
}
