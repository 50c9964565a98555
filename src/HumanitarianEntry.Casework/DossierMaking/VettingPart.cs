using Content = HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Section 10: what was checked, with which lists, what came of it and where it ends. Of hits only the dismissed namesakes and what speaks for him.</summary>
internal static class VettingPart
{
    private static readonly ListKind[] Adverse = [ListKind.Sanctions, ListKind.CourtOrPolice];

    public static Content.VettingSummary Summary(Desk desk)
    {
        var facts = desk.File.Vetting;
        var run = facts.LatestRun?.Value;
        var decision = desk.File.DecisionOn(Gate.Vetting);
        return new Content.VettingSummary
        {
            Conclusion = Conclusion(desk, decision),
            Method = [.. Method(desk).Select(m => new Content.CitedText(m))],
            Lists = [.. (run?.Lists ?? []).Select(l => new Content.ConsultedList($"{desk.Words.Word(l.Kind)} ({l.Id})", l.Name, l.Version, l.VersionDate))],
            Results = run is null ? [] : [Result(desk, run, desk.Texts.CheckAdverse, Adverse), Result(desk, run, desk.Texts.CheckPersecutor, [ListKind.PersecutorWanted])],
            NearNamesakes = [.. Namesakes(desk, run)],
            UnitResult = facts.Overlaps.Count == 0 ? desk.Texts.NoOverlapResult : desk.Words.Word(VettingGate.CurrentOverlaps(desk.File).Max(o => o.Result)),
            UnitAnalysis = [.. Units(desk).Select(u => new Content.CitedText(u))],
            ExclusionTrigger = Trigger(desk),
            ExclusionElements = [.. ReviewResult.ExclusionsOf(desk.File).SelectMany(e => Elements(desk, e))],
            ExclusionConclusion = ReviewResult.ExclusionsOf(desk.File) is { Count: > 0 } concluded ? desk.Words.Word(concluded.Max(e => e.Conclusion)) : desk.Texts.ExclusionNotNeeded,
            Limits = [.. Limits(desk, run).Select(l => new Content.CitedText(l))],
            Acts = decision is null ? [] : [.. Reviewers(desk, decision)],
            SecondReview = SecondReview(desk, decision),
            Dissents = [.. OtherAssessments(desk).Select(d => new Content.CitedText(d)), .. (decision?.Dissent ?? []).Select(d => new Content.CitedText(FactWords.Fill(desk.Texts.Dissent, desk.Words.Word("vetting", d.Outcome), desk.Clean(d.Reason))))],
        };
    }

    private static string Conclusion(Desk desk, GateDecision? decision) => decision switch
    {
        null => desk.Texts.NotEstablished,
        { Outcome: "clear-with-remarks" } => $"{desk.Words.Word("vetting", decision.Outcome)} {desk.Clean(decision.Reason)}",
        _ => desk.Words.Word("vetting", decision.Outcome),
    };

    private static IEnumerable<string> Method(Desk desk)
    {
        var facts = desk.File.Vetting;
        if (facts.LatestRun?.Value.Lists.Count > 0)
        {
            yield return desk.Texts.MethodNames;
        }

        if (facts.Incidents.Count > 0)
        {
            yield return desk.Texts.MethodUnits;
        }

        if (facts.OpenSourceReviews.Count > 0 || facts.Findings.Values().Any(f => f.Kind == FindingKind.OpenSource))
        {
            yield return desk.Texts.MethodOpenSources;
        }
    }

    private static Content.VettingResult Result(Desk desk, ScreeningRun run, string check, ListKind[] kinds)
    {
        var lists = run.Lists.Where(l => kinds.Contains(l.Kind)).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        var standing = run.Hits.Where(h => lists.Contains(h.ListId)).Select(h => (h.Class, Standing: desk.File.Vetting.StandingOf(h))).Where(h => h.Standing != HitStanding.NotSame).ToList();
        if (standing.Count == 0)
        {
            return lists.Count == 0 || run.Failure is not null ? new(check, desk.Texts.NotEstablished, desk.Texts.NotEstablished) : new(check, desk.Texts.ResultNone, desk.Texts.ResultNoneWhy);
        }

        var same = standing.Where(s => s.Standing == HitStanding.Same).ToList();
        if (same.Count == 0)
        {
            return new(check, desk.Texts.ResultOpen, desk.Texts.ResultOpenWhy);
        }

        return kinds.Contains(ListKind.PersecutorWanted)
            ? new(check, string.Join(desk.Texts.Between, same.Select(s => desk.Words.Word(s.Class)).Distinct(StringComparer.Ordinal)), desk.Texts.ResultPersecutionWhy)
            : new(check, desk.Texts.ResultSame, desk.Texts.ResultSameWhy);
    }

    private static IEnumerable<Content.NearNamesake> Namesakes(Desk desk, ScreeningRun? run)
    {
        var kinds = run?.Lists.ToDictionary(l => l.Id, l => l, StringComparer.Ordinal) ?? [];
        foreach (var hit in run?.Hits ?? [])
        {
            if (kinds.TryGetValue(hit.ListId, out var list) && list.Kind is ListKind.Sanctions or ListKind.CourtOrPolice or ListKind.PersecutorWanted && desk.File.Vetting.StandingOf(hit) == HitStanding.NotSame)
            {
                var reasons = desk.File.Vetting.Adjudications.Where(a => a.Value.EntryHash == hit.EntryHash && a.Value.Outcome == HitOutcome.NotSame).GroupBy(a => a.Provenance.By).Select(g => g.Last().Value.Reason).Distinct(StringComparer.Ordinal);
                yield return new Content.NearNamesake(FactWords.Fill(desk.Texts.Namesake, hit.MatchedName, list.Name), desk.Clean(string.Join(' ', reasons)));
            }
        }
    }

    private static IEnumerable<string> Units(Desk desk)
    {
        foreach (var overlap in VettingGate.CurrentOverlaps(desk.File))
        {
            var service = desk.File.Interview.Service.Values().LastOrDefault(s => s.Label == overlap.ServiceLabel);
            var incident = desk.File.Vetting.Incidents.Values().LastOrDefault(i => i.Id == overlap.IncidentId);
            if (service is not null && incident is not null)
            {
                yield return FactWords.Fill(desk.Texts.UnitAnalysis, service.Label, desk.May(Domain.Dossiers.DisclosedPart.UnitNames) ? JourneyPart.Unit(desk.File, service) : desk.Material.Texts.Document.NotDisclosedShort, incident.Id, desk.Words.Date(incident.From), desk.Words.Date(incident.To), desk.Words.Word(overlap.Result));
            }
        }
    }

    /// <summary>Assessments of the same subject by other people that came to another conclusion and were not replaced: a doubt is stated.</summary>
    private static IEnumerable<string> OtherAssessments(Desk desk)
    {
        var (all, standing) = (desk.File.Vetting.Exclusions, ReviewResult.ExclusionsOf(desk.File).ToDictionary(e => ReviewItem.SubjectOf(desk.File, e), e => e.Conclusion, StringComparer.Ordinal));
        return from other in all
               where !Exclusions.IsSuperseded(all, other) && standing[ReviewItem.SubjectOf(desk.File, other.Value)] != other.Value.Conclusion
               select FactWords.Fill(desk.Texts.AssessmentDissent, Subject(desk, other.Value), desk.Words.Word(other.Value.Conclusion), desk.Clean(other.Value.Reason));
    }

    private static Content.CitedText? Trigger(Desk desk) => ReviewResult.ExclusionsOf(desk.File) is { Count: > 0 } assessed
        ? new Content.CitedText(FactWords.Fill(desk.Texts.ExclusionTrigger, string.Join(desk.Texts.Between, assessed.Select(e => Subject(desk, e)).Distinct(StringComparer.Ordinal))))
        : null;

    private static string Subject(Desk desk, ExclusionAssessment assessment) =>
        desk.File.Vetting.Incidents.Values().Any(i => i.Id == assessment.Subject) ? FactWords.Fill(desk.Texts.SubjectIncident, assessment.Subject)
        : desk.File.Vetting.Runs.Values().Any(r => r.Hits.Exists(h => h.Label == assessment.Subject)) ? desk.Texts.SubjectList
        : desk.Texts.SubjectInterview;

    private static IEnumerable<Content.ExclusionElement> Elements(Desk desk, ExclusionAssessment assessment) =>
        new (string, string?)[] { (desk.Texts.ElementAct, assessment.IsGuided ? FactWords.Fill(desk.Texts.ElementAnswer, desk.Words.Word(assessment.Limb), assessment.Act) : assessment.Act) }
        .Concat([(desk.Texts.ElementWhen, assessment.When), (desk.Texts.ElementWhere, assessment.Where), (desk.Texts.ElementSources, assessment.Sources)])
        .Concat(Answers(desk, assessment, ExclusionElements.Of(assessment.Limb)))
        .Concat([(desk.Texts.ElementModes, string.Join(desk.Texts.Between, (assessment.Modes ?? []).Select(m => desk.Words.Word(m)))), (desk.Texts.ElementContribution, assessment.Contribution), (desk.Texts.ElementIntent, assessment.KnowledgeAndIntent)])
        .Concat([(desk.Texts.ElementDefences, assessment.Defences)])
        .Concat((assessment.Grounds ?? []).SelectMany(g => Answers(desk, assessment, ExclusionElements.Of(g))))
        .Concat([(desk.Texts.ElementProportionality, assessment.Proportionality), (desk.Texts.ElementExpiation, assessment.Expiation)])
        .Concat([(desk.Texts.ElementStandard, assessment.Standard), (desk.Texts.ElementConclusion, assessment.Reason)])
        .Where(e => !string.IsNullOrWhiteSpace(e.Item2)).Select(e => new Content.ExclusionElement(e.Item1, desk.Clean(e.Item2!)));

    private static IEnumerable<(string, string?)> Answers(Desk desk, ExclusionAssessment assessment, IEnumerable<ExclusionElement> elements) =>
        elements.Select(assessment.AnswerTo).OfType<ElementAnswer>().Select(a => (desk.Words.Word(a.Element), (string?)FactWords.Fill(desk.Texts.ElementAnswer, desk.Words.Word(a.Finding), a.Words)));

    private static IEnumerable<string> Limits(Desk desk, ScreeningRun? run)
    {
        foreach (var limit in desk.Texts.Limits)
        {
            yield return limit;
        }

        if (run?.Failure is not null)
        {
            yield return desk.Texts.LimitFailed;
        }

        if (run?.Hits.Count(h => desk.File.Vetting.StandingOf(h) is HitStanding.Pending or HitStanding.SameNeedsSecond) is > 0 and var pending)
        {
            yield return FactWords.Fill(desk.Texts.LimitPending, pending);
        }
    }

    private static string SecondReview(Desk desk, GateDecision? decision)
    {
        if (decision?.ProposedBy is null)
        {
            return desk.Texts.NotEstablished;
        }

        var given = Given(decision);
        var second = FactWords.Fill(desk.Texts.SecondReview, desk.Words.Date(given[1].At));
        return given.Count == 2 ? second : $"{second} {FactWords.Fill(desk.Texts.Panel, desk.Words.Date(given[^1].At), decision.Agreeing.Count)}";
    }

    /// <summary>Who gave an opinion, in order; of a decision that kept no opinions, the two who took it.</summary>
    private static IReadOnlyList<Provenance> Given(GateDecision decision) => decision.Agreeing.Count + decision.Dissent.Count > 1
        ? [.. decision.Agreeing.Concat(decision.Dissent).Select(o => o.By).OrderBy(b => b.At).DistinctBy(b => b.By)]
        : [.. new[] { decision.ProposedBy, decision.By }.OfType<Provenance>()];

    /// <summary>Functions and organisations by letter; who they are stays in the house.</summary>
    private static IEnumerable<Content.VettingAct> Reviewers(Desk desk, GateDecision decision)
    {
        var teams = new List<string>();
        var organisations = new List<string>();
        string Pseudonym(string team)
        {
            var organisation = team.Split('/')[0];
            if (!organisations.Contains(organisation, StringComparer.Ordinal))
            {
                organisations.Add(organisation);
            }

            if (!teams.Contains(team, StringComparer.Ordinal))
            {
                teams.Add(team);
            }

            return FactWords.Fill(desk.Texts.Organisation, (char)('A' + organisations.IndexOf(organisation)), teams.IndexOf(team) + 1);
        }

        var given = Given(decision);
        for (var i = 0; i < given.Count; i++)
        {
            var (act, function) = i switch
            {
                0 => (desk.Texts.ActFirst, desk.Texts.FunctionFirst),
                1 => (desk.Texts.ActSecond, desk.Texts.FunctionSecond),
                _ => (desk.Texts.ActThird, desk.Texts.FunctionThird),
            };
            yield return new Content.VettingAct(act, function, Pseudonym(given[i].Team), FactWords.Day(given[i].At));
        }
    }
}
