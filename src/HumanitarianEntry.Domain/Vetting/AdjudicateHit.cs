using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Vetting;

[ActKind("adjudicate-hit", Compartment.Vetting, Role.Vetter)]
public sealed record AdjudicateHit(string Hit, HitOutcome Outcome, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == Hit) is null)
        {
            yield return new Blocker("hit-unknown", $"The last screening has no hit {Hit}.");
        }

        if (file.Interview.Interviewers.Contains(context.Actor.Id))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must vet him.");
        }

        foreach (var blocker in BlindReview.AgainstChange(file, context, HasAnswered(file, context.Actor.Id)))
        {
            yield return blocker;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write what decides it: dates, places, patronymic, photo.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var run = file.Vetting.LatestRun!.Value;
        var adjudication = new HitAdjudication(run.Hits.Find(h => h.Label == Hit)!.EntryHash, run.ApplicantHash, Outcome, Reason.Trim());
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
