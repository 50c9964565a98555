using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>How the person was heard.</summary>
public enum HearingWay
{
    InPerson,
    Call,
    InWriting,
    ThroughCounsel,
}

/// <summary>The person was told what speaks against a recommendation, and what the answer was; or why that could not be done before the decision.</summary>
/// <param name="Told">What was told, in the words used; null when the hearing was left out.</param>
/// <param name="WhyNot">Why it was left out; null when it took place.</param>
public sealed record Hearing(HearingWay? Way, string? Told, string? Answer, string? WhyNot);

/// <summary>The right to be heard before a case is not recommended (handbook G6; told in a conversation, never by a notice).</summary>
public static class HearingRules
{
    /// <summary>The hearing of this round of the case; null when there was none.</summary>
    public static Recorded<Hearing>? Standing(CaseFile file) => file.Dossier.Hearings.LastOrDefault(h => h.Provenance.At >= file.Position.BeganAt);

    public static IEnumerable<Blocker> Check(CaseFile file, string outcome)
    {
        if (outcome == RecommendationGate.NotRecommended && Standing(file) is null)
        {
            yield return new Blocker("not-heard", "The person has not been heard on what speaks against it. Hear the person, or write why that would put somebody in danger.");
        }
    }
}

[ActKind("record-hearing", Compartment.Dossier, Role.Coordinator, Role.Counsel)]
public sealed record RecordHearing(HearingWay Way, string Told, string Answer) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }

        if (string.IsNullOrWhiteSpace(Told) || string.IsNullOrWhiteSpace(Answer))
        {
            yield return new Blocker("text-missing", "Write what was told and what the answer was. \"Says nothing to it\" is an answer.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Hearings = file.Dossier.Hearings.Add(context.Record(new Hearing(Way, Told.Trim(), Answer.Trim(), null), "applicant", Confidence.Confirmed)) } });
}

/// <summary>Leaves the hearing out because telling would endanger somebody; the second person at the gate reads why.</summary>
[ActKind("leave-out-hearing", Compartment.Dossier, Role.Coordinator)]
public sealed record LeaveOutHearing(string WhyNot) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished)
        {
            yield return new Blocker("gate-is-not-open", $"The case is {file.Position.State}.");
        }

        if (string.IsNullOrWhiteSpace(WhyNot))
        {
            yield return new Blocker("reason-missing", "Write whom it would endanger, and how.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { Hearings = file.Dossier.Hearings.Add(context.Record(new Hearing(null, null, null, WhyNot.Trim()), "coordinator", Confidence.Confirmed)) } });
}
