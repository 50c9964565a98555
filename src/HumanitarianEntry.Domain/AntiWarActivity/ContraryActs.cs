using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.AntiWarActivity;

/// <summary>What speaks against an anti-war stance (handbook G5, question H4).</summary>
public enum ContraryKind
{
    ProWarPost,
    WarSymbolShown,
    AwardDisplayed,
    RallyAttended,
    MoneyForTheWar,
    StatementForTheWar,
    OtherContrary,
}

/// <summary>An act of the person that speaks against the stance. It is put before officials and weighed by people; it never counts as engagement.</summary>
/// <param name="Label">Such as N1.</param>
/// <param name="Disclosed">The person named it unasked or when asked (H4).</param>
public sealed record ContraryAct(string Label, ContraryKind Kind, string Description, PartialDate? On, string Source, bool Disclosed);

/// <summary>What the person says to it, or that it turned out not to be so.</summary>
/// <param name="NotSo">It was not the person, or did not happen: it is shown no more outside this page.</param>
public sealed record ContraryAnswer(string Label, string Answer, bool NotSo);

[ActKind("record-contrary-act", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record RecordContraryAct(ContraryKind Kind, string Description, string Source) : Act
{
    public PartialDate? On { get; init; }
    public bool Disclosed { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Description) || string.IsNullOrWhiteSpace(Source))
        {
            yield return new Blocker("contrary-incomplete", "Say what was seen and where it is known from.");
        }

        if (!file.IsAllowed(Consent.ConsentPurpose.Store, context.Now))
        {
            yield return new Blocker("consent-to-store-missing", "Evidence is taken only after consent to keep it.");
        }

        if (On is { } day && day.Earliest > context.Today)
        {
            yield return new Blocker("date-in-future", "The date lies in the future.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"N{file.Evidence.ContraryActs.Count + 1}");
        var act = new ContraryAct(label, Kind, Description.Trim(), On, Source.Trim(), Disclosed);
        return new(file with { Evidence = file.Evidence with { ContraryActs = file.Evidence.ContraryActs.Add(context.Record(act, Source.Trim())) } });
    }
}

/// <summary>Records what the person says to a contrary act, or that it was not so. The act itself stays on file.</summary>
[ActKind("answer-contrary-act", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record AnswerContraryAct(string ContraryAct, string Answer) : Act
{
    public bool NotSo { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Evidence.ContraryActs.Exists(a => a.Value.Label == ContraryAct))
        {
            yield return new Blocker("contrary-unknown", "There is no such contrary act on file.");
        }

        if (string.IsNullOrWhiteSpace(Answer))
        {
            yield return new Blocker("reason-missing", "Write the answer, or why it was not so.");
        }

        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var answer = context.Record(new ContraryAnswer(ContraryAct, Answer.Trim(), NotSo), NotSo ? "worksheet" : "applicant");
        return new(file with { Evidence = file.Evidence with { ContraryAnswers = file.Evidence.ContraryAnswers.Add(answer) } });
    }
}
