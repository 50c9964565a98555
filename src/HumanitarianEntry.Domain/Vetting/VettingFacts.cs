using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.MilitaryUnits;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Compartment "vetting": screening runs, adjudications, unit analysis, exclusion, voluntariness, findings. Never shown to the applicant, referrer or embassy.</summary>
public sealed record VettingFacts : CompartmentFacts
{
    public ImmutableList<Recorded<ScreeningRun>> Runs { get; init; } = [];
    public ImmutableList<Recorded<HitAdjudication>> Adjudications { get; init; } = [];
    public ImmutableList<Recorded<ReportedIncident>> Incidents { get; init; } = [];
    public ImmutableList<Recorded<UnitOverlap>> Overlaps { get; init; } = [];
    /// <summary>Which registered unit a service period means.</summary>
    public ImmutableList<Recorded<UnitReading>> UnitReadings { get; init; } = [];

    /// <summary>Persons of lists whose entry names a unit of the applicant.</summary>
    public ImmutableList<Recorded<ServiceExposure>> Exposures { get; init; } = [];

    /// <summary>Incidents of the register that the vetter was told of.</summary>
    public ImmutableList<Recorded<IncidentNews>> IncidentNews { get; init; } = [];
    public ImmutableList<Recorded<ExclusionAssessment>> Exclusions { get; init; } = [];
    public ImmutableList<Recorded<VoluntarinessFinding>> Voluntariness { get; init; } = [];
    public ImmutableList<Recorded<FindingCard>> Findings { get; init; } = [];

    /// <summary>What became of finding cards.</summary>
    public ImmutableList<Recorded<FindingStep>> FindingSteps { get; init; } = [];

    /// <summary>Open sources as they were found (4e).</summary>
    public ImmutableList<Recorded<SourceCapture>> Captures { get; init; } = [];

    /// <summary>What examinations found in the files of captures; null before the first. In no dossier, and for those alone who vet.</summary>
    public ImmutableList<Recorded<FileExamination>>? CaptureExaminations { get; init; }
    public ImmutableList<Recorded<OpenSourceReview>> OpenSourceReviews { get; init; } = [];

    /// <summary>What vetters made of sources that do not fit together (4f).</summary>
    public ImmutableList<Recorded<MismatchStep>> MismatchSteps { get; init; } = [];

    /// <summary>Newer list versions that the result of a run was found to hold for as well.</summary>
    public ImmutableList<Recorded<ScreeningCarried>> Carried { get; init; } = [];

    /// <summary>Dismissals whose day had come.</summary>
    public ImmutableList<Recorded<HitReopened>> Reopened { get; init; } = [];

    /// <summary>The last run, with the list versions that its result holds for by now.</summary>
    public Recorded<ScreeningRun>? LatestRun => Runs.LastOrDefault() is not { } run ? null
        : Carried.LastOrDefault() is { } carried && carried.Provenance.At >= run.Provenance.At && carried.Value.Run == Runs.Count ? run with { Value = run.Value with { Lists = carried.Value.Lists } }
        : run;

    /// <summary>
    /// How a hit stands by the latest opinion of each person: "same" counts only when two said so, and whoever speaks last does not settle a disagreement;
    /// without a majority nobody can tell.
    /// </summary>
    public HitStanding StandingOf(ScreeningHit hit)
    {
        var opinions = AnswersTo(hit).GroupBy(a => a.Provenance.By).Select(g => g.Last().Value.Outcome).ToList();
        if (opinions.Count == 0)
        {
            return HitStanding.Pending;
        }

        var most = opinions.GroupBy(o => o).MaxBy(g => g.Count())!;
        return 2 * most.Count() <= opinions.Count ? HitStanding.CannotTell : most.Key switch
        {
            HitOutcome.NotSame => HitStanding.NotSame,
            HitOutcome.CannotTell => HitStanding.CannotTell,
            HitOutcome.Same => most.Count() >= 2 ? HitStanding.Same : HitStanding.SameNeedsSecond,
        };
    }

    /// <summary>The person's answer that counts for a hit; null when he has given none for this entry and these facts of the applicant.</summary>
    public HitAdjudication? AnswerOf(Guid person, ScreeningHit hit) => AnswersTo(hit).LastOrDefault(a => a.Provenance.By == person)?.Value;

    /// <summary>The last answer that counts for a hit, whoever gave it.</summary>
    public HitAdjudication? AnswerTo(ScreeningHit hit) => AnswersTo(hit).LastOrDefault()?.Value;

    /// <summary>A dismissal that counts no more because its day, or another dismissal's of the same entry, has come.</summary>
    public bool IsReopened(Recorded<HitAdjudication> answer) =>
        answer.Value.Outcome == HitOutcome.NotSame && Reopened.Exists(r => r.Value.EntryHash == answer.Value.EntryHash && r.Provenance.At >= answer.Provenance.At);

    /// <summary>The answers that count for a hit now, in order.</summary>
    public IEnumerable<Recorded<HitAdjudication>> AnswersTo(ScreeningHit hit) =>
        Adjudications.Where(a => a.Value.EntryHash == hit.EntryHash && a.Value.ApplicantHash == LatestRun?.Value.ApplicantHash && !IsReopened(a));
}
