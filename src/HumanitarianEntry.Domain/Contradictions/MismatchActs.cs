using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Ticks how two sources come to differ without anybody having said anything wrong. Where it is about who the person is or about exclusion, a second person looks too.</summary>
/// <param name="Mismatch">Its key.</param>
/// <param name="Seen">Its fingerprint as it was looked at.</param>
[ActKind("explain-mismatch", Compartment.Interview, Role.Screener, Role.Coordinator)]
public sealed record ExplainMismatch(string Mismatch, string Seen, ImmutableList<InnocentReason> Reasons) : Act
{
    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => MismatchRules.CheckStep(file, context, Mismatch, Seen, Words).Concat(MismatchRules.CheckReasons(file, context, Mismatch, Reasons, Words));

    public override ActOutcome Apply(CaseFile file, ActContext context) => MismatchRules.Adding(file, context, Mismatch, MismatchStepKind.Explained, Reasons, Words);
}

/// <summary>Puts a neutral question on the list of the next session.</summary>
[ActKind("ask-about-mismatch", Compartment.Interview, Role.Screener, Role.Coordinator)]
public sealed record AskAboutMismatch(string Mismatch, string Seen) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => MismatchRules.CheckStep(file, context, Mismatch, Seen, null);

    public override ActOutcome Apply(CaseFile file, ActContext context) => MismatchRules.Adding(file, context, Mismatch, MismatchStepKind.Asked, [], null);
}

/// <summary>Leaves it open with a reason, as a doubt that is stated and not hidden; a second person looks.</summary>
[ActKind("keep-mismatch-open", Compartment.Interview, Role.Screener, Role.Coordinator)]
public sealed record KeepMismatchOpen(string Mismatch, string Seen, string Words) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => MismatchRules.CheckStep(file, context, Mismatch, Seen, Words).Concat(MismatchRules.CheckWords(Words));

    public override ActOutcome Apply(CaseFile file, ActContext context) => MismatchRules.Adding(file, context, Mismatch, MismatchStepKind.KeptOpen, [], Words);
}

/// <summary>The second look at what another person made of it.</summary>
[ActKind("look-again-at-mismatch", Compartment.Interview, Role.Screener, Role.Coordinator)]
public sealed record LookAgainAtMismatch(string Mismatch, string Seen, bool Agrees) : Act
{
    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => MismatchRules.CheckStep(file, context, Mismatch, Seen, Words).Concat(MismatchRules.CheckSecondLook(file, context, Mismatch, Agrees, Words));

    public override ActOutcome Apply(CaseFile file, ActContext context) => MismatchRules.Adding(file, context, Mismatch, Agrees ? MismatchStepKind.Confirmed : MismatchStepKind.NotAgreed, [], Words);
}

/// <summary>What a vetter makes of it (handbook 4f). Kept with the vetting, where those who interview do not read it.</summary>
[ActKind("weigh-mismatch", Compartment.Vetting, Role.Vetter)]
public sealed record WeighMismatch(string Mismatch, string Seen, MismatchStepKind Kind, ImmutableList<InnocentReason> Reasons) : Act
{
    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in MismatchRules.CheckStep(file, context, Mismatch, Seen, Words))
        {
            yield return blocker;
        }

        foreach (var blocker in VetterRules.AgainstInterviewer(file, context).Concat(BlindReview.AgainstChange(file, context, answered: true)))
        {
            yield return blocker;
        }

        foreach (var blocker in Kind switch
        {
            MismatchStepKind.Explained => MismatchRules.CheckReasons(file, context, Mismatch, Reasons, Words),
            MismatchStepKind.KeptOpen => MismatchRules.CheckWords(Words),
            MismatchStepKind.Confirmed or MismatchStepKind.NotAgreed => MismatchRules.CheckSecondLook(file, context, Mismatch, Kind == MismatchStepKind.Confirmed, Words),
            MismatchStepKind.Asked => [new Blocker("mismatch-not-asked-by-vetters", "Questions are asked by those who interview. Ask the coordinator for another session.")],
        })
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => MismatchRules.Adding(file, context, Mismatch, Kind, Kind == MismatchStepKind.Explained ? Reasons : [], Words);
}
