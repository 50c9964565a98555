using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>The person asks that "not recommended" be looked at again.</summary>
public sealed record ReviewRequest(string Grounds);

/// <summary>What came of it, by somebody who had no part in the decision.</summary>
public sealed record ReviewDecision(bool Upheld, string Reason);

/// <summary>Internal review of "not recommended" (handbook G6 and P2): asked for within thirty days, decided by somebody else; until then the case is not closed. A case whose review overturned
/// the decision is closed and begins again with that cause: what was decided on it counts no more.</summary>
public static class InternalReview
{
    public const int Days = 30;

    public const int MaxGrounds = 5_000;

    /// <summary>Where a day ends last on earth.</summary>
    private static readonly TimeSpan LastMidnight = TimeSpan.FromHours(12);

    /// <summary>The last day on which a review can be asked for. All of it counts, wherever the person is: what he was told is a day.</summary>
    public static DateOnly LastDay(GateDecision decision) => DateOnly.FromDateTime(decision.By.At.UtcDateTime).AddDays(Days);

    public static bool IsInTime(GateDecision decision, DateTimeOffset now) => now < new DateTimeOffset(LastDay(decision).AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) + LastMidnight;

    /// <summary>The decision that can be reviewed, at the gate or by closing early; null when there is none.</summary>
    public static GateDecision? Reviewable(CaseFile file) =>
        new[] { Gate.Recommendation, Gate.Closure }.Select(file.DecisionOn).OfType<GateDecision>().FirstOrDefault(d => d.Outcome == RecommendationGate.NotRecommended);

    /// <summary>The request on the decision in force; null when nobody asked.</summary>
    public static Recorded<ReviewRequest>? Asked(CaseFile file) => Reviewable(file) is { } decision ? file.Dossier.ReviewRequests.LastOrDefault(r => r.Provenance.At >= decision.By.At) : null;

    /// <summary>What was decided on that request; null while it waits.</summary>
    public static Recorded<ReviewDecision>? Decided(CaseFile file) => Asked(file) is { } asked ? file.Dossier.ReviewDecisions.LastOrDefault(r => r.Provenance.At >= asked.Provenance.At) : null;

    /// <summary>Who had a part in what is reviewed: the decision, every text it was decided on, and how the person was heard before (handbook P2: other reviewers).</summary>
    public static bool HadPart(CaseFile file, GateDecision decision, Guid person) =>
        new[] { decision.By, decision.ProposedBy }.OfType<Provenance>()
            .Concat(decision.Agreeing.Concat(decision.Dissent).Select(o => o.By))
            .Concat(file.Dossier.Recommendations.Select(r => r.Provenance).Concat(file.Dossier.Hearings.Select(h => h.Provenance)).Where(p => p.At >= file.Position.BeganAt && p.At <= decision.By.At))
            .Any(p => p.By == person);

    public static bool Waits(CaseFile file) => Asked(file) is not null && Decided(file) is null;

    public static IEnumerable<Blocker> AgainstClosing(CaseFile file, string outcome)
    {
        // Who closes early passes the gate by, not the right to be heard.
        if (Reviewable(file) is null)
        {
            foreach (var blocker in HearingRules.Check(file, outcome))
            {
                yield return blocker;
            }
        }

        if (outcome == RecommendationGate.NotRecommended && Waits(file))
        {
            yield return new Blocker("review-waits", "The person asked for a review of the decision, and nobody has decided on it yet.");
        }
    }
}

/// <param name="Grounds">What the person says against the decision. He himself need not say anything; who asks for him says what he was asked to.</param>
[ActKind("ask-for-review", Compartment.Dossier, Role.Coordinator, Role.Counsel, Role.Applicant)]
public sealed record AskForReview(string Grounds) : Act
{
    public const string Asked = "review-asked";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (InternalReview.Reviewable(file) is not { } decision)
        {
            yield return new Blocker("nothing-to-review", "There is no decision \"not recommended\" that could be reviewed.");
        }
        else if (!InternalReview.IsInTime(decision, context.Now))
        {
            yield return new Blocker("review-too-late", $"A review is asked for within {InternalReview.Days} days of the decision. New facts re-open the case at any time.");
        }

        if (InternalReview.Asked(file) is not null)
        {
            yield return new Blocker("review-asked-already", "The review of this decision was asked for already.");
        }

        if (context.Actor.Role != Role.Applicant && string.IsNullOrWhiteSpace(Grounds))
        {
            yield return new Blocker("reason-missing", "Write what the person says against the decision.");
        }

        if (Grounds.Length > InternalReview.MaxGrounds)
        {
            yield return new Blocker("text-too-long", $"The text is longer than {InternalReview.MaxGrounds} signs.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { ReviewRequests = file.Dossier.ReviewRequests.Add(context.Record(new ReviewRequest(Grounds.Trim()), "applicant", Confidence.Confirmed)) } })
        {
            Told = [new Told(Role.Coordinator, Asked)],
        };
}

[ActKind("decide-review", Compartment.Dossier, Role.Coordinator)]
public sealed record DecideReview(bool Upheld, string Reason) : Act
{
    public const string Decided = "review-decided";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!InternalReview.Waits(file))
        {
            yield return new Blocker("no-review-waits", "No review waits for a decision.");
        }
        else if (InternalReview.Reviewable(file) is { } decision && InternalReview.HadPart(file, decision, context.Actor.Id))
        {
            yield return new Blocker("reviewer-must-differ", "You took part in the decision; a person who had no part in it decides on the review.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reasons; the person is told them in a conversation.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { ReviewDecisions = file.Dossier.ReviewDecisions.Add(context.Record(new ReviewDecision(Upheld, Reason.Trim()), "coordinator", Confidence.Confirmed)) } })
        {
            // The person reads that there is an answer; what it is he hears in a conversation.
            Told = [new Told(Role.Coordinator, Decided), new Told(Role.Counsel, Decided), new Told(Role.Applicant, Decided)],
        };
}
