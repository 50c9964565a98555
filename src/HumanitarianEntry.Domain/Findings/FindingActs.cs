using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Findings;

[ActKind("record-finding", Compartment.Vetting, Role.Vetter)]
public sealed record RecordFinding(FindingKind Kind, string Claim, string Source, string Grade, string CounterEvidence, bool Concern) : Act
{
    public IntegrityPattern? Pattern { get; init; }

    /// <summary>Needed for every finding about the person's integrity or credibility.</summary>
    public string? Innocent { get; init; }
    public ImmutableList<FactLink> Links { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context).Concat(BlindReview.AgainstChange(file, context, answered: true)))
        {
            yield return blocker;
        }

        if (new[] { Claim, Source, CounterEvidence }.Any(string.IsNullOrWhiteSpace))
        {
            yield return new Blocker("finding-incomplete", "A finding needs its claim, its source and what speaks against it.");
        }

        if (!FindingRules.IsGrade(Grade))
        {
            yield return new Blocker("grade-unreadable", "Grade the source from A to F and the information from 1 to 6, such as B2.");
        }

        if (Kind != FindingKind.OpenSource && string.IsNullOrWhiteSpace(Innocent))
        {
            yield return new Blocker("innocent-explanation-missing", "Say which harmless explanations you considered: each pattern has some.");
        }

        foreach (var blocker in FactLinks.Check(file, Links))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var card = new FindingCard(Kind, Claim, Source, Grade, CounterEvidence, Concern)
        {
            Label = "F" + (file.Vetting.Findings.Count + 1).ToString(CultureInfo.InvariantCulture),
            Pattern = Pattern,
            Innocent = Innocent,
            Links = Links,
        };
        return new(file with { Vetting = file.Vetting with { Findings = file.Vetting.Findings.Add(context.Record(card, Source)) } });
    }
}

/// <summary>Answers a finding, or takes one's own back. The card stays as it was written.</summary>
[ActKind("settle-finding", Compartment.Vetting, Role.Vetter)]
public sealed record SettleFinding(string Finding, FindingStanding Standing, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context).Concat(BlindReview.AgainstChange(file, context, answered: true)))
        {
            yield return blocker;
        }

        // Of another reviewer nothing can be answered before both reviews are sealed.
        if (BlindReview.For(context.Actor.Id, file).Vetting.Findings.Find(f => FindingRules.LabelOf(f) == Finding) is not { } card)
        {
            yield return new Blocker("finding-unknown", $"There is no finding {Finding}.");
            yield break;
        }

        if (Standing == FindingRules.StandingOf(file.Vetting, card))
        {
            yield return new Blocker("finding-stands-so", $"Finding {Finding} stands so already.");
        }

        if (Standing == FindingStanding.Withdrawn && card.Provenance.By != context.Actor.Id)
        {
            yield return new Blocker("finding-of-another", "Only who wrote a finding can withdraw it; you can answer it.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say why.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { FindingSteps = file.Vetting.FindingSteps.Add(context.Record(new FindingStep(Finding, Standing, Reason.Trim()), "vetter")) } });
}
