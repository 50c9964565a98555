using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Vetting;

[ActKind("adjudicate-hit", Compartment.Vetting, Role.Vetter)]
public sealed record AdjudicateHit(string Hit, HitOutcome Outcome, string Reason) : Act
{
    /// <summary>The longest time for which a dismissal is put off.</summary>
    public const int MaxReviewDays = 5 * 366;

    /// <summary>What the answer rests on; at least one.</summary>
    public ImmutableList<HitReason> Codes { get; init; } = [];

    /// <summary>Until when a dismissal holds; null when it holds until the entry or the applicant's facts change.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Labels of evidence items that it rests on.</summary>
    public ImmutableList<string> Evidence { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == Hit) is null)
        {
            yield return new Blocker("hit-unknown", $"The last screening has no hit {Hit}.");
        }

        foreach (var blocker in VetterRules.AgainstInterviewer(file, context).Concat(BlindReview.AgainstChange(file, context, HasAnswered(file, context.Actor.Id))))
        {
            yield return blocker;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write what decides it: dates, places, patronymic, photo.");
        }

        if (Codes.IsEmpty || Codes.Exists(c => !HitReasons.For(Outcome).Contains(c)))
        {
            yield return Codes.IsEmpty
                ? new Blocker("reason-code-missing", "Tick at least one reason on which the answer rests.")
                : new Blocker("reason-code-wrong", "One of the reasons belongs to another answer.");
        }

        if (ReviewOn is { } day && (Outcome != HitOutcome.NotSame || day <= context.Today || day > context.Today.AddDays(MaxReviewDays)))
        {
            yield return new Blocker("review-date-wrong", "Only “not the same person” takes a day to look again; it lies ahead, at most five years.");
        }

        var seen = BlindReview.For(context.Actor.Id, file).Evidence.Items.Values().Select(i => i.Label).ToHashSet(StringComparer.Ordinal);
        foreach (var item in Evidence.Where(e => !seen.Contains(e)))
        {
            yield return new Blocker("evidence-unknown", $"There is no evidence item {item}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var run = file.Vetting.LatestRun!.Value;
        var adjudication = new HitAdjudication(run.Hits.Find(h => h.Label == Hit)!.EntryHash, run.ApplicantHash, Outcome, Reason.Trim())
        {
            Codes = [.. Codes.Distinct().Order()],
            ReviewOn = ReviewOn,
            Evidence = [.. Evidence.Distinct(StringComparer.Ordinal)],
        };
        var vetting = file.Vetting with { Adjudications = file.Vetting.Adjudications.Add(context.Record(adjudication, "vetter", Confidence.Confirmed)) };
        return new(file with { Vetting = vetting, Evidence = WithPersecution(file.Evidence, vetting, run, context) });
    }

    private bool HasAnswered(CaseFile file, Guid person) => file.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == Hit) is { } hit && file.Vetting.AnswerOf(person, hit) is not null;

    /// <summary>Being wanted for refusing the war is proof in his favour (persecutor rule) as soon as two people know that it is he; a namesake's entry never is.</summary>
    private EvidenceFacts WithPersecution(EvidenceFacts evidence, VettingFacts vetting, ScreeningRun run, ActContext context)
    {
        var hit = run.Hits.Find(h => h.Label == Hit)!;
        var list = run.Lists.Find(l => l.Id == hit.ListId);
        if (hit.Class != HitClass.PersecutionEvidence || vetting.StandingOf(hit) != HitStanding.Same || evidence.Items.Exists(i => i.Value.ListEntryHash == hit.EntryHash))
        {
            return evidence;
        }

        var title = $"Entry in {list?.Name ?? hit.ListId}: {string.Join(", ", hit.Articles)}";
        var item = new EvidenceItem(string.Empty, EvidenceType.CriminalCase, title, list is null ? null : PartialDate.Of(list.VersionDate), "screening", IsPublic: false, IsCostly: true)
        {
            ListEntryHash = hit.EntryHash,
        };
        return evidence.Add(context, item, "list");
    }
}
