using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>
/// Two people vet without knowing of each other's findings (handbook 4g, decision 0029). What is personal: answers to hits, exclusion assessments, voluntariness, finding cards, what was made of contradictions,
/// outcome and reasons. What is common: screening runs, incidents, results of the unit rule, captured sources.
/// </summary>
public static class BlindReview
{
    /// <summary>The case as a vetter may see it: what another person found is absent until both have sealed. That there is a proposal, and who gave an opinion, stays.</summary>
    public static CaseFile For(Guid person, CaseFile file)
    {
        var round = ReviewRound.Of(file);
        bool Shown(Provenance by) => by.By == person || !round.IsClosed(by.At);
        bool Known(Recorded<HitAdjudication> answer) =>
            Shown(answer.Provenance) && (answer.Provenance.By == person || round.IsSettled(answer.Provenance.At) || round.IsPanel || HasAnswered(file.Vetting, person, answer.Value));
        var seen = file.Vetting with
        {
            Adjudications = file.Vetting.Adjudications.FindAll(Known),
            Proposals = file.Vetting.Proposals.ConvertAll(p => p.Gate != Gate.Vetting || round.IsPanel || HasSpoken(p, person) ? p : Blank(p)),
        };
        return WithoutListEvidence(file with { Vetting = Keeping(seen, Shown) }, answer => !Known(answer), file.Vetting);
    }

    /// <summary>The case for everybody else who may read results of the vetting: nothing of a review that is not decided.</summary>
    public static CaseFile Settled(CaseFile file)
    {
        var round = ReviewRound.Of(file);
        bool Shown(Provenance by) => round.IsSettled(by.At) || (round.SettledAt is not null && !round.IsOpen);
        return file with { Vetting = Keeping(file.Vetting with { Adjudications = file.Vetting.Adjudications.FindAll(a => Shown(a.Provenance)) }, Shown) };
    }

    /// <summary>
    /// What a person's outcome rests on: the common facts and his own findings. A third person rests on the two sealed reviews as well, wherever they say the same and he has not spoken himself.
    /// </summary>
    public static CaseFile BasisOf(Guid person, CaseFile file)
    {
        var own = file with { Vetting = Keeping(file.Vetting with { Adjudications = file.Vetting.Adjudications.FindAll(a => a.Provenance.By == person) }, by => by.By == person) };
        own = own with { Vetting = own.Vetting with { MismatchSteps = file.Vetting.MismatchSteps.FindAll(s => s.Provenance.By == person || IsConfirmed(own.Vetting, s)) } };
        return ReviewRound.Of(file) is { } round && round.IsThird(person) ? WithAgreed(own, file, round.Proposal!) : own;
    }

    /// <summary>A sealed review is not changed; what came up after it was sealed is still answered.</summary>
    /// <param name="answered">The person has said something about this very thing.</param>
    internal static IEnumerable<Blocker> AgainstChange(CaseFile file, ActContext context, bool answered)
    {
        if (answered && ReviewRound.Of(file).IsSealedBy(context.Actor.Id))
        {
            yield return new Blocker("review-is-sealed", "You have given your outcome, so your review is sealed. It can be changed when the gate has been decided and opens again.");
        }
    }

    private static CaseFile WithAgreed(CaseFile own, CaseFile file, Proposal proposal)
    {
        var (mine, all) = (own.Vetting, file.Vetting);
        var first = Keeping(all, by => by.By == proposal.By.By);
        var agreed = ReviewComparison.Of(file)?.Items.Where(i => i.Agrees).Select(i => (i.Kind, i.Subject)).ToHashSet() ?? [];
        bool Hits(HitAdjudication answer) => all.LatestRun?.Value.Hits.Find(h => h.EntryHash == answer.EntryHash) is { } hit && agreed.Contains((ReviewItemKind.Hit, hit.Label));
        return own with
        {
            Vetting = mine with
            {
                Adjudications = [.. all.Adjudications.Where(a => a.Provenance.By == proposal.By.By && Hits(a.Value) && !mine.Adjudications.Exists(m => m.Value.EntryHash == a.Value.EntryHash)), .. mine.Adjudications],
                Exclusions = [.. first.Exclusions.Where(e => agreed.Contains((ReviewItemKind.Exclusion, ReviewItem.SubjectOf(file, e.Value)))), .. mine.Exclusions],
                Voluntariness = [.. first.Voluntariness.Where(_ => agreed.Contains((ReviewItemKind.Voluntariness, string.Empty))), .. mine.Voluntariness],
                MismatchSteps = [.. all.MismatchSteps.Where(s => (s.Provenance.By == proposal.By.By && agreed.Contains((ReviewItemKind.Mismatch, s.Value.Key))) || mine.MismatchSteps.Contains(s))],
            },
        };
    }

    /// <summary>Somebody's explanation to which this person said yes is his as well.</summary>
    private static bool IsConfirmed(VettingFacts own, Recorded<MismatchStep> step) =>
        own.MismatchSteps.Exists(s => s.Value.Kind == MismatchStepKind.Confirmed && s.Value.Key == step.Value.Key && s.Value.Fingerprint == step.Value.Fingerprint && s.Provenance.At > step.Provenance.At);

    private static VettingFacts Keeping(VettingFacts facts, Func<Provenance, bool> shown) => facts with
    {
        Exclusions = facts.Exclusions.FindAll(f => shown(f.Provenance)),
        Voluntariness = facts.Voluntariness.FindAll(f => shown(f.Provenance)),
        Findings = facts.Findings.FindAll(f => shown(f.Provenance)),
        FindingSteps = facts.FindingSteps.FindAll(f => shown(f.Provenance)),
        OpenSourceReviews = facts.OpenSourceReviews.FindAll(f => shown(f.Provenance)),
        MismatchSteps = facts.MismatchSteps.FindAll(f => shown(f.Provenance)),
    };

    /// <summary>A list entry becomes evidence when two people say that it is he: whoever may not know the other's answer must not read it there.</summary>
    private static CaseFile WithoutListEvidence(CaseFile file, Func<Recorded<HitAdjudication>, bool> isClosed, VettingFacts whole)
    {
        var closed = whole.Adjudications.Where(isClosed).Select(a => a.Value.EntryHash).ToHashSet(StringComparer.Ordinal);
        var hidden = file.Evidence.Items.Values().Where(i => i.ListEntryHash is { } hash && closed.Contains(hash)).Select(i => i.Label).ToHashSet(StringComparer.Ordinal);
        return hidden.Count == 0 ? file : file with
        {
            Evidence = file.Evidence with { Items = file.Evidence.Items.RemoveAll(i => hidden.Contains(i.Value.Label)), Grades = file.Evidence.Grades.RemoveAll(g => hidden.Contains(g.Value.Item)) },
        };
    }

    private static bool HasAnswered(VettingFacts vetting, Guid person, HitAdjudication other) =>
        vetting.Adjudications.Exists(a => a.Provenance.By == person && a.Value.EntryHash == other.EntryHash && a.Value.ApplicantHash == other.ApplicantHash);

    private static bool HasSpoken(Proposal proposal, Guid person) => proposal.By.By == person || proposal.Opinions.Exists(o => o.By.By == person);

    private static Proposal Blank(Proposal proposal) => proposal with
    {
        Outcome = string.Empty,
        Reason = string.Empty,
        ReasonCodes = [],
        Opinions = proposal.Opinions.ConvertAll(o => o with { Outcome = string.Empty, Reason = string.Empty }),
    };
}
