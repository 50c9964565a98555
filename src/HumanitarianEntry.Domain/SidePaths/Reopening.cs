using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Domain.SidePaths;

/// <summary>Why a closed case begins again (handbook G16).</summary>
public enum ReopeningCause
{
    NewFacts,
    NewProgramme,
    AdverseHit,
    AskedByApplicant,

    /// <summary>The internal review overturned "not recommended".</summary>
    ReviewOverturned,
}

/// <summary>A case that begins again: what was recorded stays; decisions and consents before it count no more.</summary>
public sealed record Reopening(ReopeningCause Cause, string Reason);

/// <summary>G16, re-opening: back to consent with the whole history; consent, identity, vetting and every later gate are taken anew.</summary>
[ActKind("reopen", Compartment.Contact, Role.Coordinator)]
public sealed record ReopenCase(ReopeningCause Cause, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.Finished)
        {
            yield return new Blocker("not-closed", $"Only a case that has ended begins again; this one is at {file.Position.State}.");
        }

        if (file.DecisionOn(Gate.Closure)?.Outcome is "deceased" or "erasure")
        {
            yield return new Blocker("closed-for-good", "A case that ended with death or erasure does not begin again.");
        }

        if (file.Position.State == CaseState.Withdrawn && Cause != ReopeningCause.AskedByApplicant)
        {
            yield return new Blocker("withdrawn-by-applicant", "He stopped it himself: it begins again only when he asks for it.");
        }

        if (Cause == ReopeningCause.ReviewOverturned && InternalReview.Decided(file) is not { Value.Upheld: false })
        {
            yield return new Blocker("review-not-overturned", "No review overturned the decision on this case.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write what is new in a sentence or two.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var opened = file with { Contact = file.Contact with { Reopenings = file.Contact.Reopenings.Add(context.Record(new Reopening(Cause, Reason.Trim()), "coordinator", Confidence.Confirmed)) } };
        var accepted = new GateDecision(Gate.Referral, "accept", Reason.Trim(), [], context.Provenance("reopening", Confidence.Confirmed), null, []);
        return GateRules.Decide(opened, accepted) with { Restarts = true };
    }
}
