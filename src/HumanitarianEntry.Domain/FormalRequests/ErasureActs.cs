using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Domain.FormalRequests;

/// <summary>
/// The first of two people says what the answer to a wish to be erased should be. It is whole or not at all: a person who is half erased can still be found (handbook section 5, statements 12 and 24).
/// </summary>
[ActKind("propose-erasure-answer", Compartment.Contact, Role.Coordinator)]
public sealed record ProposeErasureAnswer(int Number, FormalOutcome Outcome, string Words, string Reason) : Act
{
    public KeepingGround? Ground { get; init; }

    /// <summary>Everyone who received something was asked to destroy it: afterwards nobody knows any more who they are.</summary>
    public bool ReceiversAsked { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (FormalRules.Find(file, Number) is not { IsOpen: true, Asked.Value.Kind: FormalRequestKind.Erase })
        {
            yield return new Blocker("formal-request-answered", "No wish to be erased with this number waits for an answer.");
            yield break;
        }

        if (FormalRules.Proposal(file, Number) is not null)
        {
            yield return new Blocker("proposal-open", "A proposal waits for a second person already.");
        }

        if (Outcome is not (FormalOutcome.Granted or FormalOutcome.NotGranted))
        {
            yield return new Blocker("formal-outcome-unknown", "An erasure is granted or not: nobody is erased in part.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write for the second person why.");
        }

        if (Outcome == FormalOutcome.NotGranted && (Ground is null || string.IsNullOrWhiteSpace(Words)))
        {
            yield return new Blocker("erasure-ground-missing", "A refusal names its ground in law, and explains it to the person in plain words.");
        }

        foreach (var blocker in Outcome == FormalOutcome.Granted ? ErasureRules.Against(file, ReceiversAsked) : [])
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var step = new ErasureStep(Number, Outcome, Outcome == FormalOutcome.NotGranted ? Ground : null, Words.Trim(), Reason.Trim(), null);
        return ErasureRules.With(file, context, step) with { Told = [new Told(Role.Coordinator, "decision-waits-for-second-person")] };
    }
}

/// <summary>
/// The second person. When both agree to erase, all work stops at once as at a withdrawal; what is kept is destroyed three days later, so that who was forced to ask can still take it back.
/// </summary>
[ActKind("second-erasure-answer", Compartment.Contact, Role.Coordinator)]
public sealed record SecondErasureAnswer(int Number, bool Agrees, string Reason) : Act
{
    public const string RefusedTopic = "proposal-was-not-agreed";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (FormalRules.Proposal(file, Number) is not { } proposal)
        {
            yield return new Blocker("proposal-missing", "No proposal waits. Somebody else proposes first.");
            yield break;
        }

        if (proposal.Provenance.By == context.Actor.Id)
        {
            yield return new Blocker("second-person-must-differ", "You proposed it. Another person must agree.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason in a sentence or two.");
        }

        foreach (var blocker in Agrees && proposal.Value.Outcome == FormalOutcome.Granted ? ErasureRules.Against(file, receiversAsked: true) : [])
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var proposed = FormalRules.Proposal(file, Number)!.Value;
        var spoken = ErasureRules.With(file, context, proposed with { Agreed = Agrees, Reason = Reason.Trim() });
        if (!Agrees)
        {
            return spoken with { Told = [new Told(Role.Coordinator, RefusedTopic)] };
        }

        var answered = FormalRules.With(spoken.File, context, new FormalAnswer(Number, proposed.Outcome, proposed.Words) { Ground = proposed.Ground }, "two of the staff");
        var told = new Told(Role.Applicant, AnswerRequest.Topic);
        if (proposed.Outcome != FormalOutcome.Granted)
        {
            return new ActOutcome(answered) { Told = [told] };
        }

        var stopped = file.Position.Finished ? new ActOutcome(answered) : WithdrawCase.Stop(answered, context, null);
        return stopped with { Told = stopped.Told.Add(told), Work = [new WorkRequest(WorkKind.EraseCase, Number.ToString(System.Globalization.CultureInfo.InvariantCulture))] };
    }
}

internal static class ErasureRules
{
    public static IEnumerable<Blocker> Against(CaseFile file, bool receiversAsked)
    {
        if (file.Position.SidePath == SidePath.Emergency)
        {
            yield return new Blocker("erasure-in-emergency", "While an emergency is open nothing is erased: somebody may have been forced to ask for it, and what is known may be needed to find the person.");
        }

        if (file.Dossier.Submissions.Count > 0 && !receiversAsked)
        {
            yield return new Blocker("erasure-receivers-not-asked", "Something was handed over. Ask every receiver to destroy it first; afterwards nobody knows who they are.");
        }
    }

    public static ActOutcome With(CaseFile file, ActContext context, ErasureStep step) =>
        new(file with { Contact = file.Contact with { ErasureSteps = file.Contact.ErasureSteps.Add(context.Record(step, "staff")) } });
}
