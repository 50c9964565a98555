using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Two sealed reviews side by side, item by item, and the third person's where there was a panel.</summary>
/// <param name="Opinions">Outcome and reason of each, in the order in which they were given; two or three.</param>
/// <param name="Decision">The decision that ended it; null while the panel waits.</param>
public sealed record ReviewComparison(ImmutableList<Opinion> Opinions, ImmutableList<ReviewItem> Items, GateDecision? Decision)
{
    /// <summary>The third person is of a team that the two reviewers are not of. Preferred, not demanded.</summary>
    public bool IsThirdOfAnotherTeam => Opinions.Count < 3 || Opinions.Take(2).All(o => o.By.Team != Opinions[2].By.Team);

    /// <summary>The reviews that are open to all who vet: those that wait for a third person, else those of the last decision.</summary>
    /// <returns>Null while a review is not sealed, and when nothing was ever decided.</returns>
    public static ReviewComparison? Of(CaseFile file)
    {
        var round = ReviewRound.Of(file);
        if (round.IsPanel)
        {
            return Of(file, Heard(round.Proposal!), null);
        }

        return !round.IsOpen && file.Vetting.Decisions.LastOrDefault(d => d.Gate == Gate.Vetting) is { ProposedBy: not null } decision && decision.Agreeing.Count + decision.Dissent.Count > 1
            ? Of(file, decision)
            : null;
    }

    /// <summary>The reviews behind a decision, as they were then.</summary>
    public static ReviewComparison Of(CaseFile file, GateDecision decision) => Of(file, [.. decision.Agreeing.Concat(decision.Dissent).OrderBy(o => o.By.At).DistinctBy(o => o.By.By)], decision);

    /// <summary>Whether two reviews that came to the same outcome differ on something that matters.</summary>
    internal static bool NeedsPanel(CaseFile file, Proposal proposal, Opinion second)
    {
        var compared = Of(file, [new Opinion(proposal.Outcome, proposal.Reason, proposal.By), second], null);
        return compared.Items.Exists(i => i.NeedsPanel(VettingGate.IsPassing(second.Outcome)));
    }

    private static ImmutableList<Opinion> Heard(Proposal proposal) => [new Opinion(proposal.Outcome, proposal.Reason, proposal.By), .. proposal.Opinions];

    private static ReviewComparison Of(CaseFile file, ImmutableList<Opinion> opinions, GateDecision? decision)
    {
        var until = decision?.By.At ?? DateTimeOffset.MaxValue;
        var then = file with
        {
            Vetting = file.Vetting with
            {
                Runs = file.Vetting.Runs.FindAll(r => r.Provenance.At <= until),
                Adjudications = file.Vetting.Adjudications.FindAll(a => a.Provenance.At <= until),
                Exclusions = file.Vetting.Exclusions.FindAll(a => a.Provenance.At <= until),
                Voluntariness = file.Vetting.Voluntariness.FindAll(a => a.Provenance.At <= until),
                Findings = file.Vetting.Findings.FindAll(a => a.Provenance.At <= until),
                FindingSteps = file.Vetting.FindingSteps.FindAll(a => a.Provenance.At <= until),
                MismatchSteps = file.Vetting.MismatchSteps.FindAll(a => a.Provenance.At <= until),
            },
        };
        return new ReviewComparison(opinions, [.. Hits(then, opinions), .. Exclusions(then, opinions), .. Rest(then, opinions)], decision);
    }

    private static IEnumerable<ReviewItem> Hits(CaseFile file, ImmutableList<Opinion> opinions) =>
        (file.Vetting.LatestRun?.Value.Hits ?? []).Select(hit =>
        {
            // What speaks for the person holds nobody up and takes nobody before a panel (handbook section 5, statement 13).
            var weighs = PersecutorRule.MayWeighAgainst(hit.Class);
            return Item(ReviewItemKind.Hit, hit.Label, opinions, weighs, weighs, by => file.Vetting.AnswerOf(by, hit) is { } answer ? Answer(answer.Outcome) : ReviewAnswer.NoAnswer);
        }).Where(i => i.First != ReviewAnswer.NoAnswer || i.Second != ReviewAnswer.NoAnswer || i.IsRequired);

    private static IEnumerable<ReviewItem> Exclusions(CaseFile file, ImmutableList<Opinion> opinions)
    {
        var asked = VettingGate.ExclusionQuestions(file).ToHashSet(StringComparer.Ordinal);
        var said = file.Vetting.Exclusions.Where(e => opinions.Exists(o => o.By.By == e.Provenance.By)).Select(e => ReviewItem.SubjectOf(file, e.Value));
        return asked.Concat(said).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(subject => Item(
            ReviewItemKind.Exclusion, subject, opinions, weighs: true, asked.Contains(subject), by => file.Vetting.Exclusions.LastOrDefault(e => e.Provenance.By == by && ReviewItem.SubjectOf(file, e.Value) == subject) is { } found ? Answer(found.Value.Conclusion) : ReviewAnswer.NoAnswer));
    }

    private static IEnumerable<ReviewItem> Rest(CaseFile file, ImmutableList<Opinion> opinions)
    {
        if (opinions.Exists(o => file.Vetting.Voluntariness.Exists(v => v.Provenance.By == o.By.By)))
        {
            yield return Item(ReviewItemKind.Voluntariness, string.Empty, opinions, false, false, by =>
                file.Vetting.Voluntariness.LastOrDefault(v => v.Provenance.By == by) is { } found ? Answer(found.Value.Conclusion) : ReviewAnswer.NoAnswer);
        }

        foreach (var key in file.Vetting.MismatchSteps.Where(s => opinions.Exists(o => o.By.By == s.Provenance.By)).Select(s => s.Value.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return Item(ReviewItemKind.Mismatch, key, opinions, false, false, by => file.Vetting.MismatchSteps.LastOrDefault(s => s.Provenance.By == by && s.Value.Key == key) is { } step ? Answer(step.Value.Kind) : ReviewAnswer.NoAnswer);
        }

        if (opinions.Exists(o => file.Vetting.Findings.Exists(f => f.Provenance.By == o.By.By)))
        {
            yield return Item(ReviewItemKind.Concern, string.Empty, opinions, false, false, by => FindingRules.OpenConcerns(file.Vetting).Any(f => f.Provenance.By == by) ? ReviewAnswer.Concern : ReviewAnswer.NoConcern);
        }
    }

    private static ReviewItem Item(ReviewItemKind kind, string subject, ImmutableList<Opinion> opinions, bool weighs, bool required, Func<Guid, ReviewAnswer> answerOf) =>
        new(kind, subject, answerOf(opinions[0].By.By), answerOf(opinions[1].By.By), weighs, required) { Third = opinions.Count > 2 ? answerOf(opinions[2].By.By) : ReviewAnswer.NoAnswer };

    private static ReviewAnswer Answer(HitOutcome outcome) => outcome switch
    {
        HitOutcome.Same => ReviewAnswer.Same,
        HitOutcome.NotSame => ReviewAnswer.NotSame,
        HitOutcome.CannotTell => ReviewAnswer.CannotTell,
    };

    private static ReviewAnswer Answer(ExclusionConclusion conclusion) => conclusion switch
    {
        ExclusionConclusion.NoTrigger or ExclusionConclusion.TriggerCleared => ReviewAnswer.Cleared,
        ExclusionConclusion.Unresolved => ReviewAnswer.Unresolved,
        ExclusionConclusion.SeriousReasons => ReviewAnswer.SeriousReasons,
    };

    private static ReviewAnswer Answer(VoluntarinessConclusion conclusion) => conclusion switch
    {
        VoluntarinessConclusion.Voluntary => ReviewAnswer.OfOwnWill,
        VoluntarinessConclusion.NotVoluntary => ReviewAnswer.NotOfOwnWill,
        VoluntarinessConclusion.CannotTell => ReviewAnswer.CannotTell,
    };

    private static ReviewAnswer Answer(MismatchStepKind step) => step switch
    {
        MismatchStepKind.Explained or MismatchStepKind.Confirmed => ReviewAnswer.Explained,
        MismatchStepKind.KeptOpen or MismatchStepKind.Asked or MismatchStepKind.NotAgreed => ReviewAnswer.LeftOpen,
    };
}
