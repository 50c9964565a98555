using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Hand-over between screeners, stand-ins, conflicts of interest: the case is never without who answers for it.</summary>
public sealed class AssignmentTests
{
    [Fact]
    public void HandOver_UntilItIsAccepted_NothingChangesHands()
    {
        var asked = Held().Do(People.Screener, new AskHandOver(People.SecondScreener.Id) { Note = "DEMO" });
        var id = HandOvers.Waiting(asked.File)!.Value.Id;
        Assert.Equal([People.SecondScreener.Id], asked.Last!.Mailed);
        Assert.Equal([People.Screener.Id], Screeners(asked));

        // Only the one who is asked answers, and only once.
        Assert.Equal(["hand-over-not-open"], asked.Refusals(People.Screener, new AnswerHandOver(id, Accepts: true)));
        Assert.Equal(["hand-over-not-open"], asked.Refusals(People.SecondScreener, new AnswerHandOver(People.Vetter.Id, Accepts: true)));
        Assert.Equal(["hand-over-waits"], asked.Refusals(People.Screener, new AskHandOver(People.Vetter.Id)));

        asked.Do(People.SecondScreener, new AnswerHandOver(id, Accepts: true));
        Assert.Equal([People.SecondScreener.Id], Screeners(asked));
        Assert.Equal([(People.SecondScreener.Id, false), (People.Screener.Id, true)], asked.Last.Assignments.Select(a => (a.StaffId, a.Ends)));
        Assert.Equal(["hand-over-not-open"], asked.Refusals(People.SecondScreener, new AnswerHandOver(id, Accepts: false)));
    }

    [Fact]
    public void HandOver_DeclinedOrTakenBack_LeavesItWhereItWas()
    {
        var asked = Held().Do(People.Screener, new AskHandOver(People.SecondScreener.Id));
        asked.Do(People.SecondScreener, new AnswerHandOver(HandOvers.Waiting(asked.File)!.Value.Id, Accepts: false) { Reason = "too much" });
        Assert.Equal([People.Screener.Id], Screeners(asked));
        Assert.Equal([new Told(Role.Screener, AnswerHandOver.DeclinedTopic)], asked.Last!.Told);

        asked.Do(People.Screener, new AskHandOver(People.SecondScreener.Id));
        var id = HandOvers.Waiting(asked.File)!.Value.Id;
        asked.Do(People.Screener, new TakeBackHandOver(id));
        Assert.Equal(["hand-over-not-open"], asked.Refusals(People.SecondScreener, new AnswerHandOver(id, Accepts: true)));
        Assert.Equal([People.Screener.Id], Screeners(asked));
    }

    [Fact]
    public void HandOver_AskerTakenOffMeanwhile_IsNoMoreToBeAnswered()
    {
        var asked = Held().Do(People.Screener, new AskHandOver(People.SecondScreener.Id));
        var id = HandOvers.Waiting(asked.File)!.Value.Id;
        asked.Do(People.Coordinator, new UnassignStaff(People.Screener.Id, Role.Screener, "DEMO"));
        Assert.Equal(["hand-over-not-open"], asked.Refusals(People.SecondScreener, new AnswerHandOver(id, Accepts: true)));
    }

    [Fact]
    public void HandOver_WithATalkArranged_GoesToTheNewScreenerIfHeIsFree()
    {
        var asked = Held();
        var talk = new ProposeAppointment(AppointmentKind.Interview, new DateTimeOffset(2023, 6, 1, 8, 0, 0, TimeSpan.Zero), 60, ChannelKind.Signal) { InterpreterCode = "INT-4", Language = "ru" };
        asked.Do(People.Screener, talk).Do(People.Screener, new AskHandOver(People.SecondScreener.Id));
        var accept = new AnswerHandOver(HandOvers.Waiting(asked.File)!.Value.Id, Accepts: true);
        var own = AppointmentBook.Open(asked.File)!.Value.Id;
        var quarters = accept.Books(asked.File, People.SecondScreener);
        Assert.Equal(4, quarters.Count);

        Assert.Equal(["you-are-booked"], accept.Check(asked.File, asked.Context(People.SecondScreener) with { Taken = [new TakenQuarter(quarters[0], People.Vetter.Id)] }).Select(b => b.Code));
        Assert.Empty(accept.Check(asked.File, asked.Context(People.SecondScreener) with { Taken = [new TakenQuarter(quarters[0], own)] }));
        asked.Do(People.SecondScreener, accept);
        Assert.Equal(People.SecondScreener.Id, AppointmentBook.Open(asked.File)!.With);
    }

    [Fact]
    public void StandIn_OnlyForWhomHeStandsInNow_JoinsBesideHim()
    {
        var held = Held();
        Assert.Equal(["not-standing-in"], held.Refusals(People.SecondScreener, new StandIn()));
        Assert.Empty(new StandIn().Check(held.File, held.Context(People.SecondScreener) with { StandsInFor = [People.Screener.Id] }));
        Assert.Equal(["not-standing-in"], new StandIn().Check(held.File, held.Context(People.SecondScreener) with { StandsInFor = [People.Vetter.Id] }).Select(b => b.Code));
        Assert.Equal([People.Screener.Id, People.SecondScreener.Id], new StandIn().Apply(held.File, held.Context(People.SecondScreener)).File.Assignments.Where(a => a.Role == Role.Screener).Select(a => a.StaffId));
    }

    [Fact]
    public void Conflict_Declared_TakesHimOffInAllRolesForGood()
    {
        var held = Held().Do(People.Coordinator, new AssignStaff(People.Screener.Id, Role.EvidenceCustodian, "north"));
        held.Do(People.Screener, new ProposeAppointment(AppointmentKind.Interview, new DateTimeOffset(2023, 6, 1, 8, 0, 0, TimeSpan.Zero), 60, ChannelKind.Signal));
        Assert.Equal(["reason-missing"], held.Refusals(People.Screener, new DeclareConflict(ConflictKind.Other, " ")));

        held.Do(People.Screener, new DeclareConflict(ConflictKind.SameUnit, "DEMO: the same company"));
        Assert.DoesNotContain(held.File.Assignments, a => a.StaffId == People.Screener.Id);
        Assert.Equal(2, held.Last!.Assignments.Count);
        Assert.Null(AppointmentBook.Open(held.File));
        Assert.Contains(new Told(Role.Coordinator, DeclareConflict.Topic), held.Last.Told);
        Assert.Equal(["conflict-of-interest"], held.Refusals(People.Coordinator, new AssignStaff(People.Screener.Id, Role.Screener, "north")));
        Assert.Equal(["conflict-of-interest"], held.Refusals(People.Coordinator, new AssignStaff(People.Screener.Id, Role.Counsel, "north")));
    }

    [Fact]
    public void Conflict_Reason_IsReadByCoordinatorsOnly()
    {
        var held = Held().Do(People.Screener, new DeclareConflict(ConflictKind.KnowsThePerson, "DEMO"));
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Applicant or Role.System)))
        {
            Assert.Equal(role == Role.Coordinator ? 1 : 0, RoleView.For(role, held.File).Dossier.Conflicts.Count);
        }
    }

    [Theory]
    [InlineData("в/ч 00117", "", "SameUnit")]
    [InlineData("00118", "крым", "")]
    [InlineData("", "Crimea", "SameTown")]
    [InlineData("", "Cri", "")]
    [InlineData("00117", "Crimea", "SameUnit SameTown")]
    [InlineData("no number", "", "")]
    public void Hints_OfWhatHeNamed_WarnOfSameUnitAndTown(string units, string towns, string hints)
    {
        var served = A.Case().To(Gate.Interview).Interviewed().Serving().File;
        Assert.Equal(hints, string.Join(' ', ConflictHints.Of(served, new StaffTies(units.Length == 0 ? [] : [units], towns.Length == 0 ? [] : [towns]))));
    }

    private static CaseBuilder Held()
    {
        var held = A.Case().To(Gate.Interview).Later(1).Do(People.Coordinator, new AssignStaff(People.Screener.Id, Role.Screener, "north"));
        return held.Later((new DateTimeOffset(2023, 5, 30, 0, 0, 0, TimeSpan.Zero) - held.Now).TotalDays);
    }

    private static IEnumerable<Guid> Screeners(CaseBuilder @case) => @case.File.Assignments.Where(a => a.Role == Role.Screener).Select(a => a.StaffId);
}
