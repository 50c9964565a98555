using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Gates;

/// <summary>Decides a gate that takes one person. Gates with four eyes refuse it: see <see cref="ProposeDecision"/>.</summary>
[ActKind("decide", Compartment.Dossier, Role.IntakeOfficer, Role.Screener, Role.EvidenceCustodian, Role.Coordinator, Role.SubmissionOfficer, Role.EmbassyLiaison, Role.Counsel, Role.ProtectionOfficer, Role.ReceptionPartner)]
public sealed record DecideGate(Gate Gate, string Outcome, string Reason) : Act
{
    public ImmutableList<string> ReasonCodes { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var row = GateTable.For(Gate);
        if (row.Eyes != Eyes.Two)
        {
            return [new Blocker("gate-needs-two-people", $"{row.Number} takes two people: one proposes, another decides.")];
        }

        return GateRules.CheckDecision(file, context, Gate, Outcome, Reason, row.Deciders);
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        GateRules.Decide(file, new GateDecision(Gate, Outcome, Reason.Trim(), ReasonCodes, context.Provenance("decision", Confidence.Confirmed), null, []));
}

/// <summary>The first pair of eyes at a gate that takes two people.</summary>
[ActKind("propose", Compartment.Dossier, Role.Vetter, Role.Coordinator, Role.DossierOfficer, Role.ProtectionOfficer)]
public sealed record ProposeDecision(Gate Gate, string Outcome, string Reason) : Act
{
    public ImmutableList<string> ReasonCodes { get; init; } = [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var row = GateTable.For(Gate);
        if (row.Eyes == Eyes.Two)
        {
            return [new Blocker("gate-needs-one-person", $"{row.Number} is decided by one person; there is nothing to propose.")];
        }

        var blockers = GateRules.CheckDecision(file, context, Gate, Outcome, Reason, row.Proposers);
        if (Gate == Gate.Recommendation)
        {
            blockers = blockers.Concat(RecommendationGate.CheckCodes(Outcome, ReasonCodes));
        }

        return file.ProposalOn(Gate) is not { } waiting || GateRules.IsOutdated(file, waiting)
            ? blockers
            : blockers.Append(new Blocker("proposal-is-waiting", "Somebody has proposed a decision already; it waits for a second person."));
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var row = GateTable.For(Gate);
        var facts = file[row.Compartment];
        var proposal = new Proposal(Gate, Outcome, Reason.Trim(), ReasonCodes, GateRules.SubjectOf(file, Gate), context.Provenance("proposal", Confidence.Confirmed));
        // A proposal about something that has changed since can never be agreed to; the new one takes its place.
        return new ActOutcome(file.With(row.Compartment, facts with { Proposals = facts.Proposals.RemoveAll(p => p.Gate == Gate).Add(proposal) }))
        {
            Told = [.. row.Deciders.Select(r => new Told(r, "decision-waits-for-second-person"))],
        };
    }
}

/// <summary>
/// The second pair of eyes: agrees and so decides, or names another outcome. Disagreement sends the question back to a new proposal;
/// in vetting it goes to a panel of three whose majority decides, and dissent is kept (handbook 4g); so do two reviews with one outcome that differ on what matters.
/// </summary>
[ActKind("second", Compartment.Dossier, Role.Vetter, Role.Coordinator, Role.DossierOfficer, Role.ProtectionOfficer, Role.Counsel)]
public sealed record SecondDecision(Gate Gate, string Outcome, string Reason) : Act
{
    private const int PanelSize = 3;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var row = GateTable.For(Gate);
        if (file.ProposalOn(Gate) is not { } proposal)
        {
            return [new Blocker("nothing-proposed", "Nobody has proposed a decision at this gate yet.")];
        }

        var blockers = GateRules.CheckDecision(file, context, Gate, Outcome, Reason, row.Deciders).ToList();
        var heard = proposal.Opinions.Select(o => o.By).Append(proposal.By).ToList();
        if (heard.Exists(p => p.By == context.Actor.Id))
        {
            blockers.Add(new Blocker("second-person-must-differ", "You have given your opinion already; another person must decide."));
        }

        if (row.Eyes == Eyes.FourOfTwoTeams && proposal.Opinions.Count == 0 && proposal.By.Team == context.Actor.Team)
        {
            blockers.Add(new Blocker("second-person-must-be-of-another-team", "The second reviewer must belong to another team or organisation than the analyst."));
        }

        if (GateRules.WroteIt(file, Gate, context.Actor.Id))
        {
            blockers.Add(new Blocker("second-person-must-differ", "You wrote what is to be decided; another person must decide."));
        }

        if (GateRules.IsOutdated(file, proposal))
        {
            blockers.Add(new Blocker("proposal-is-outdated", "What was proposed has changed since. It must be proposed again."));
        }

        return blockers;
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var row = GateTable.For(Gate);
        var proposal = file.ProposalOn(Gate)!;
        var mine = new Opinion(Outcome, Reason.Trim(), context.Provenance("second opinion", Confidence.Confirmed));
        var first = new Opinion(proposal.Outcome, proposal.Reason, proposal.By);
        var opinions = proposal.Opinions.Add(mine);
        ImmutableList<Opinion> all = [first, .. opinions];

        if (opinions.Count == 1 && Outcome == proposal.Outcome && (Gate != Gate.Vetting || !ReviewComparison.NeedsPanel(file, proposal, mine)))
        {
            return Close(file, row, proposal, mine, all);
        }

        if (row.Eyes != Eyes.FourOfTwoTeams)
        {
            return new ActOutcome(Without(file, row, proposal)) { Told = [.. row.Proposers.Select(r => new Told(r, "proposal-was-not-agreed"))] };
        }

        if (all.Count < PanelSize)
        {
            return new ActOutcome(Replace(file, row, proposal, proposal with { Opinions = opinions })) { Told = [new Told(Role.Vetter, "panel-member-needed")] };
        }

        var majority = all.GroupBy(o => o.Outcome).OrderByDescending(g => g.Count()).First();
        // The third person's act decides, also where the other two outvote him. Three different opinions: nobody is cleared and nobody is condemned by a split panel.
        return majority.Count() > 1
            ? Close(file, row, proposal, majority.Key == Outcome ? mine : mine with { Outcome = majority.Key, Reason = majority.Last().Reason }, all)
            : Close(file, row, proposal, mine with { Outcome = "unresolved", Reason = "The panel of three was split." }, all);
    }

    /// <summary>Both write reasons (handbook 4g): those who agreed are kept beside those who did not.</summary>
    private static ActOutcome Close(CaseFile file, GateRow row, Proposal proposal, Opinion deciding, ImmutableList<Opinion> all)
    {
        var decision = new GateDecision(
            row.Gate, deciding.Outcome, deciding.Reason, proposal.ReasonCodes, deciding.By, proposal.By, all.RemoveAll(o => o.Outcome == deciding.Outcome))
        {
            Agreeing = all.RemoveAll(o => o.Outcome != deciding.Outcome),
        };
        return GateRules.Decide(Without(file, row, proposal), decision);
    }

    private static CaseFile Without(CaseFile file, GateRow row, Proposal proposal)
    {
        var facts = file[row.Compartment];
        return file.With(row.Compartment, facts with { Proposals = facts.Proposals.Remove(proposal) });
    }

    private static CaseFile Replace(CaseFile file, GateRow row, Proposal old, Proposal changed)
    {
        var facts = file[row.Compartment];
        return file.With(row.Compartment, facts with { Proposals = facts.Proposals.Replace(old, changed) });
    }
}
