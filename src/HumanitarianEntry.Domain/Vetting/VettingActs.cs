using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Asks for a name screening; the worker does it outside the transaction and reports with <see cref="RecordScreeningRun"/>.</summary>
[ActKind("request-screening", Compartment.Vetting, Role.Vetter, Role.Coordinator, Role.ProtectionOfficer, Role.System)]
public sealed record RequestScreening : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.IsAllowed(ConsentPurpose.Vet, context.Now))
        {
            yield return new Blocker("consent-to-vet-missing", "He has not allowed a security check.");
        }

        if (file.Identity.MainName is null)
        {
            yield return new Blocker("name-missing", "There is no name to search for.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Work = [new WorkRequest(WorkKind.ScreenNames, ScreeningCheck.ApplicantHash(file))] };
}

/// <summary>The result of a screening. A persecutor-class hit sets the travel flag at once and never lowers anything; it becomes evidence when it is known to be he.</summary>
[ActKind("record-screening", Compartment.Vetting, Role.System)]
public sealed record RecordScreeningRun(ScreeningRun Run) : Act
{
    /// <summary>No person asked for it: a gate opened, facts changed, or a list or the search did.</summary>
    public bool ByItself { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var hit in Run.Hits)
        {
            if (Run.Lists.Find(l => l.Id == hit.ListId) is not { } list)
            {
                yield return new Blocker("hit-of-unknown-list", $"Hit {hit.Label} names a list that this run did not search.");
            }
            else if (PersecutorRule.Classify(list.Kind, hit.Articles) != hit.Class)
            {
                yield return new Blocker("hit-class-wrong", $"Hit {hit.Label} is classed as {hit.Class}; by the persecutor rule it is {PersecutorRule.Classify(list.Kind, hit.Articles)}.");
            }
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Runs = file.Vetting.Runs.Add(context.Record(Run, "screening", Confidence.Confirmed)) } })
        {
            Told = !ByItself ? [new Told(Role.Vetter, "screening-done")] : HasNews(file.Vetting.LatestRun?.Value) ? [new Told(Role.Vetter, "screening-news")] : [],
        };

    /// <summary>Somebody must look: an entry came, went or is another one now, or the search failed. A run that nobody asked for and that says the same as before disturbs nobody.</summary>
    private bool HasNews(ScreeningRun? before) =>
        (Run.Failure is not null && Run.Failure != before?.Failure) || !Run.Hits.Select(h => h.EntryHash).ToHashSet(StringComparer.Ordinal).SetEquals(before?.Hits.Select(h => h.EntryHash) ?? []);
}

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

[ActKind("report-incident", Compartment.Vetting, Role.Vetter)]
public sealed record ReportIncident(string Id, ImmutableList<string> Units, string Place, PartialDate From, PartialDate To, string Type, ImmutableList<string> Sources) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Sources.Count == 0)
        {
            yield return new Blocker("source-missing", "An incident needs at least one named source.");
        }

        if (Units.Count == 0 || Units.Exists(u => u.Length != 5 || !u.All(char.IsAsciiDigit)))
        {
            yield return new Blocker("unit-number-wrong", "Name the units by their numbers of five digits.");
        }

        if (To.Latest < From.Earliest)
        {
            yield return new Blocker("incident-ends-before-it-begins", "The incident would end before it begins.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Incidents = file.Vetting.Incidents.Add(context.Record(new ReportedIncident(Id, Units, Place, From, To, Type, Sources), "register")) } });
}

/// <summary>Holds a service period against an incident; the result is the rule's, the proof of absence is the vetter's.</summary>
[ActKind("assess-unit-overlap", Compartment.Vetting, Role.Vetter)]
public sealed record AssessUnitOverlap(string Service, string Incident) : Act
{
    /// <summary>Evidence item that proves that he was elsewhere; it must be graded B2 or better and K2 or better.</summary>
    public string? AbsenceProvenBy { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Interview.Service.Values().Any(s => s.Label == Service))
        {
            yield return new Blocker("service-unknown", $"There is no service period {Service}.");
        }

        if (!file.Vetting.Incidents.Values().Any(i => i.Id == Incident))
        {
            yield return new Blocker("incident-unknown", $"There is no incident {Incident} on file.");
        }

        if (AbsenceProvenBy is not null && !(file.Evidence.GradeOf(AbsenceProvenBy) is { Reliability: <= Reliability.B, Credibility: <= 2, Corroboration: Corroboration.K2 or Corroboration.K3 }))
        {
            yield return new Blocker("absence-not-proven", $"Evidence {AbsenceProvenBy} is not graded B2 and K2 or better; it does not prove absence.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var service = file.Interview.Service.Values().Last(s => s.Label == Service);
        var incident = file.Vetting.Incidents.Values().Last(i => i.Id == Incident);
        var overlap = UnitOverlapRule.Assess(service, incident, AbsenceProvenBy is not null);
        return new(file with { Vetting = file.Vetting with { Overlaps = file.Vetting.Overlaps.Add(context.Record(overlap, "rule 4b")) } });
    }
}

[ActKind("assess-exclusion", Compartment.Vetting, Role.Vetter)]
public sealed record AssessExclusion(string Subject, ExclusionLimb Limb, string Act, ExclusionConclusion Conclusion, string Reason) : Act
{
    public string Contribution { get; init; } = string.Empty;
    public string KnowledgeAndIntent { get; init; } = string.Empty;
    public string Defences { get; init; } = string.Empty;
    public string Proportionality { get; init; } = string.Empty;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Interview.Interviewers.Contains(context.Actor.Id))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must assess exclusion.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Write the reason for the conclusion.");
        }

        if (Conclusion != ExclusionConclusion.NoTrigger && new[] { Act, Contribution, KnowledgeAndIntent }.Any(string.IsNullOrWhiteSpace))
        {
            yield return new Blocker("assessment-incomplete", "Act, contribution, knowledge and intent are each needed before a conclusion.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var assessment = new ExclusionAssessment(Subject, Limb, Act, Contribution, KnowledgeAndIntent, Defences, Proportionality, Conclusion, Reason.Trim())
        {
            EntryHash = file.Vetting.LatestRun?.Value.Hits.Find(h => h.Label == Subject)?.EntryHash,
        };
        return new(file with { Vetting = file.Vetting with { Exclusions = file.Vetting.Exclusions.Add(context.Record(assessment, "vetter", Confidence.Confirmed)) } });
    }
}

[ActKind("assess-voluntariness", Compartment.Vetting, Role.Vetter)]
public sealed record AssessVoluntariness(bool Voluntary, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say how he entered, why he stayed and which chances to leave he had.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Voluntariness = file.Vetting.Voluntariness.Add(context.Record(new VoluntarinessFinding(Voluntary, Reason), "vetter")) } });
}

[ActKind("record-finding", Compartment.Vetting, Role.Vetter)]
public sealed record RecordFinding(FindingKind Kind, string Claim, string Source, string Grade, string CounterEvidence, bool Concern) : Act
{
    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Findings = file.Vetting.Findings.Add(context.Record(new FindingCard(Kind, Claim, Source, Grade, CounterEvidence, Concern), Source)) } });
}
