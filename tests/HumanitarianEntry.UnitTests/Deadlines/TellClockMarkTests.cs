using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Deadlines;

/// <summary>Who is told of a mark, and when telling it is refused.</summary>
public sealed class TellClockMarkTests
{
    private static readonly DateTimeOffset Since = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Gate.Evidence, Role.EvidenceCustodian, ClockMark.FirstReminder, "EvidenceCustodian clock-half")]
    [InlineData(Gate.Evidence, Role.EvidenceCustodian, ClockMark.SecondReminder, "EvidenceCustodian clock-four-fifths")]
    [InlineData(Gate.Evidence, Role.EvidenceCustodian, ClockMark.ToCaseLead, "Coordinator clock-overdue")]
    [InlineData(Gate.Evidence, Role.EvidenceCustodian, ClockMark.ToDutyOfficer, "ProtectionOfficer clock-far-overdue")]
    // A state's post is not hurried by our clock: who submitted asks it.
    [InlineData(Gate.Decision, Role.EmbassyLiaison, ClockMark.FirstReminder, "SubmissionOfficer clock-half")]
    // Nobody of the partner is on the case: he cannot be told.
    [InlineData(Gate.Reception, Role.ReceptionPartner, ClockMark.FirstReminder, "Coordinator clock-half")]
    [InlineData(Gate.Dossier, null, ClockMark.FirstReminder, "DossierOfficer clock-half")]
    public void Apply_Mark_TellsWhoMustAct(Gate gate, Role? role, ClockMark mark, string told) =>
        Assert.Equal([told], Told(Case(gate, role), gate, mark));

    [Fact]
    public void Apply_ProposalWaits_TellsWhoSecondsIt()
    {
        var file = Case(Gate.Dossier, Role.DossierOfficer);
        var proposal = new Proposal(Gate.Dossier, "released", "DEMO", [], null, new Provenance(Guid.Empty, Role.DossierOfficer, "demo", Since.AddHours(1), "proposal", Confidence.Confirmed));
        file = file with { Dossier = file.Dossier with { Proposals = [proposal] } };
        Assert.Equal(["Coordinator clock-half", "DossierOfficer clock-half"], Told(file, Gate.Dossier, ClockMark.FirstReminder));

        // A proposal from an earlier round says nothing about this one.
        file = file with { Dossier = file.Dossier with { Proposals = [proposal with { By = proposal.By with { At = Since.AddHours(-1) } }] } };
        Assert.Equal(["DossierOfficer clock-half"], Told(file, Gate.Dossier, ClockMark.FirstReminder));
    }

    [Fact]
    public void Check_MarkNotReachedToldHigherOrCaseStandsStill_IsRefused()
    {
        var file = Case(Gate.Evidence, Role.EvidenceCustodian);
        Assert.Empty(Blockers(file, ClockMark.FirstReminder, 5));
        Assert.Equal(["mark-not-due"], Blockers(file, ClockMark.FirstReminder, 4.9));
        Assert.Equal(["mark-not-due"], Blockers(file, ClockMark.FirstReminder, 8));
        Assert.Equal(["mark-not-due"], Blockers(Case(Gate.Evidence, Role.EvidenceCustodian, ClockMark.FirstReminder), ClockMark.FirstReminder, 5));
        Assert.Equal(["mark-not-due"], Blockers(file with { Position = file.Position with { SidePath = SidePath.Parked } }, ClockMark.FirstReminder, 5));
        Assert.Equal(["mark-not-due"], Blockers(file with { Position = file.Position with { Standstills = [new ClockPause(Since.AddDays(1), Since.AddDays(2), "Parked")] } }, ClockMark.FirstReminder, 5));
        Assert.Equal(["mark-not-due"], Blockers(file with { Position = file.Position with { Open = [] } }, ClockMark.FirstReminder, 5));
    }

    private static IEnumerable<string> Told(CaseFile file, Gate gate, ClockMark mark) =>
        new TellClockMark("wait#1", gate, mark).Apply(file, Context(20)).Told.Select(t => $"{t.Role} {t.Topic}");

    private static IEnumerable<string> Blockers(CaseFile file, ClockMark mark, double days) => new TellClockMark("wait#1", Gate.Evidence, mark).Check(file, Context(days)).Select(b => b.Code);

    private static CaseFile Case(Gate gate, Role? role, ClockMark? told = null) => A.Case().File with
    {
        Position = new Position([new OpenGate(gate, Since) { WaitId = "wait#1", Role = role, Told = told }], null, null, false),
    };

    private static ActContext Context(double days)
    {
        var times = ImmutableDictionary<(Gate, Priority), GateTime>.Empty.Add((Gate.Evidence, Priority.Normal), new GateTime(TimeSpan.FromDays(10), InWorkingDays: false));
        return new ActContext(Guid.Empty, People.System, Since.AddDays(days), Programmes.France with { Clocks = new GateClocks(times, WorkingTime.EveryHour) });
    }
}
