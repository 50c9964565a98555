using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Gates;

/// <param name="Gates">Gates that are open in this state; the first state in the table whose gates cover the open ones gives the label.</param>
/// <param name="Coarse">What the applicant sees.</param>
/// <param name="WhoActsNext">Shown to the applicant as "us", "our partner" or "you" only (design 11.6).</param>
/// <param name="Next">States that an ordinary move may lead to. Side paths, withdrawal and early closure can start anywhere and are not listed.</param>
public sealed record StateRow(CaseState State, ImmutableArray<Gate> Gates, CoarseStatus Coarse, NextActor WhoActsNext, ImmutableArray<CaseState> Next);

public enum NextActor
{
    Us,
    OurPartner,
    You,
    Nobody,
}

/// <summary>The one state table: labels, the help page, the diagram and the check of every move come from it (handbook section 2, states and legal moves).</summary>
public static class StateTable
{
    public static readonly ImmutableArray<StateRow> Rows =
    [
        new(CaseState.Referred, [Gate.Referral], CoarseStatus.Received, NextActor.Us, [CaseState.ConsentPending, CaseState.Closing]),
        new(CaseState.ConsentPending, [Gate.Consent], CoarseStatus.NeedSomething, NextActor.You, [CaseState.Intake, CaseState.Closing]),
        new(CaseState.Intake, [Gate.Identity], CoarseStatus.InReview, NextActor.Us, [CaseState.Interviewing]),
        new(CaseState.Interviewing, [Gate.Interview], CoarseStatus.InReview, NextActor.Us, [CaseState.VettingAndEvidence, CaseState.Assessment]),
        new(CaseState.VettingAndEvidence, [Gate.Vetting, Gate.Evidence], CoarseStatus.InReview, NextActor.Us, [CaseState.Assessment]),
        new(CaseState.Assessment, [Gate.Recommendation], CoarseStatus.InReview, NextActor.Us, [CaseState.Interviewing, CaseState.VettingAndEvidence, CaseState.Routing, CaseState.Closing]),
        new(CaseState.Routing, [Gate.Routing], CoarseStatus.InReview, NextActor.Us, [CaseState.Dossier, CaseState.Closing]),
        new(CaseState.Dossier, [Gate.Dossier, Gate.Nomination, Gate.Submission], CoarseStatus.InReview, NextActor.Us, [CaseState.Submitted, CaseState.Routing]),
        new(CaseState.Submitted, [Gate.Decision], CoarseStatus.WithPartner, NextActor.OurPartner, [CaseState.InfoRequested, CaseState.ReviewOrAppeal, CaseState.CommitmentIssued, CaseState.TravelDocument]),
        new(CaseState.InfoRequested, [Gate.InformationRequest], CoarseStatus.NeedSomething, NextActor.Us, [CaseState.Submitted]),
        new(CaseState.ReviewOrAppeal, [Gate.Review], CoarseStatus.PleaseContact, NextActor.You, [CaseState.Submitted, CaseState.Routing, CaseState.Closing]),
        new(CaseState.CommitmentIssued, [Gate.Commitment], CoarseStatus.PleaseContact, NextActor.OurPartner, [CaseState.TravelDocument, CaseState.ReviewOrAppeal]),
        new(CaseState.TravelDocument, [Gate.TravelDocument], CoarseStatus.PleaseContact, NextActor.OurPartner, [CaseState.TravelHold, CaseState.ReviewOrAppeal]),
        new(CaseState.TravelHold, [Gate.TravelSafety], CoarseStatus.PleaseContact, NextActor.Us, [CaseState.Travelling, CaseState.TravelDocument]),
        new(CaseState.Travelling, [Gate.Journey], CoarseStatus.PleaseContact, NextActor.Us, [CaseState.Arrived, CaseState.TravelHold]),
        new(CaseState.Arrived, [Gate.Reception], CoarseStatus.PleaseContact, NextActor.OurPartner, [CaseState.Closing]),
        new(CaseState.Closing, [Gate.Closure], CoarseStatus.PleaseContact, NextActor.Us, [CaseState.Closed]),
        new(CaseState.Closed, [], CoarseStatus.Closed, NextActor.Nobody, [CaseState.ConsentPending]),
        new(CaseState.Withdrawn, [], CoarseStatus.Closed, NextActor.Nobody, [CaseState.ConsentPending]),
        new(CaseState.Emergency, [], CoarseStatus.PleaseContact, NextActor.Us, []),
        new(CaseState.Parked, [], CoarseStatus.InReview, NextActor.Us, []),
        new(CaseState.Sealed, [], CoarseStatus.InReview, NextActor.Us, []),
    ];

    /// <summary>Run outcome that the definition's withdrawal branch finishes with.</summary>
    public const string WithdrawnOutcome = "withdrawn";

    public static StateRow For(CaseState state) => Rows[(int)state];

    /// <summary>The label for a position.</summary>
    /// <exception cref="InvalidOperationException">The open gates belong to no state: the definition is wrong and must not go on silently.</exception>
    public static CaseState StateOf(Position position)
    {
        if (position.Finished)
        {
            return position.RunOutcome == WithdrawnOutcome ? CaseState.Withdrawn : CaseState.Closed;
        }

        if (position.SidePath is { } path)
        {
            return path switch
            {
                SidePath.Emergency => CaseState.Emergency,
                SidePath.Parked => CaseState.Parked,
                SidePath.Sealed => CaseState.Sealed,
            };
        }

        var open = position.Open.Select(o => o.Gate).ToHashSet();
        if (open.Count == 0 && !position.Faults.IsEmpty)
        {
            // Its only step failed: it stands still and keeps its place until the step is tried again.
            return CaseState.Parked;
        }

        var row = Rows.FirstOrDefault(r => r.Gates.Length > 0 && open.Count > 0 && open.IsSubsetOf(r.Gates));
        return row?.State ?? throw new InvalidOperationException($"No state has the gates [{string.Join(", ", open)}] open.");
    }

    /// <summary>True when the handbook knows this move. Staying, side paths, withdrawal and, while the case runs, closing with a reason are always legal (design 11.2).</summary>
    public static bool IsLegal(CaseState from, CaseState to) =>
        from == to || (to is CaseState.Closing or CaseState.Closed && from is not (CaseState.Closed or CaseState.Withdrawn))
        || to is CaseState.Withdrawn or CaseState.Emergency or CaseState.Parked or CaseState.Sealed
        || from is CaseState.Emergency or CaseState.Parked or CaseState.Sealed || For(from).Next.Contains(to);
}
