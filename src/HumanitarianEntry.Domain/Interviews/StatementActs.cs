using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Interviews;

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
        // Many know their unit by its name only; the register finds it by that too.
        if (!UnitRules.IsNumber(Unit) && !(Unit.Length == 0 && UnitName is { } name && UnitRules.IsName(name)))
        {
            yield return new Blocker("unit-number-wrong", "A military unit has a number of five digits. Where he does not know it, leave it empty and write the unit's name.");
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
