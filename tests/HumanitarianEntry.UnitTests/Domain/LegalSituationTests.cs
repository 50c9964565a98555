using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>What states have begun against or for the person, and the days that follow from it. First contact is on 2 May 2023.</summary>
public sealed class LegalSituationTests
{
    private static readonly DateOnly Today = new(2023, 5, 2);
    private static readonly HostRules Kazakhstan = new("KZ", [new HostDeadline("file-claim", CountedFrom.Arrival, 5, ProcedureStage.Filed), new HostDeadline("fingerprints", CountedFrom.Filing, 3, ProcedureStage.Registered)]);

    private static RecordRemovalOrder Order(int inDays, RemovalStatus status = RemovalStatus.InForce) => new(RemovalKind.Deportation, "KZ", "DEMO court", status) { EnforceableFrom = Today.AddDays(inDays) };

    [Theory]
    [InlineData(0, Priority.Emergency)]
    [InlineData(30, Priority.Emergency)]
    [InlineData(31, Priority.Normal)]
    public void RecordRemovalOrder_DaysAhead_MakesAnEmergencyWithinThirty(int days, Priority expected) =>
        Assert.Equal(expected, A.Case().To(Gate.Consent).Do(People.Counsel, Order(days)).File.Priority);

    [Fact]
    public void RecordRemovalOrder_NoDayKnown_CountsFromTheDayWeHeardOfIt()
    {
        var file = A.Case().To(Gate.Consent).Do(People.Protection, new RecordRemovalOrder(RemovalKind.Extradition, "KZ", "DEMO prosecutor", RemovalStatus.InForce)).File;

        Assert.Equal(Priority.Emergency, file.Priority);
        Assert.Equal(Today, LegalDays.Of(file, HostRules.None).Single(d => d.Kind == LegalDayKind.Removal).Day);
        Assert.True(LegalUrgency.RemovalIsNear(file));
    }

    [Fact]
    public void RecordRemovalOrder_Suspended_IsADangerAgainTheDayAfterTheSuspensionEnds()
    {
        var suspended = A.Case().To(Gate.Consent).Do(People.Counsel, Order(3))
            .Do(People.Counsel, Order(3, RemovalStatus.Suspended) with { Continues = "R1", SuspendedBy = "DEMO appeal court", SuspendedUntil = Today.AddDays(90) });

        Assert.Equal(Today.AddDays(91), LegalDays.Of(suspended.File, HostRules.None).Single(d => d.Kind == LegalDayKind.Removal).Day);
        Assert.False(LegalUrgency.RemovalIsNear(suspended.File));
        Assert.Equal(2, suspended.File.Legal.RemovalOrders.Count);
        Assert.Equal(RemovalStatus.InForce, suspended.File.Legal.RemovalOrders.Before("R1").Single().Value.Status);
        Assert.Equal(["suspended-by-missing"], suspended.Refusals(People.Counsel, Order(3, RemovalStatus.Suspended)));
        Assert.DoesNotContain(LegalDays.Of(suspended.Do(People.Counsel, Order(3, RemovalStatus.Annulled) with { Continues = "R1" }).File, HostRules.None), d => d.Kind == LegalDayKind.Removal);
    }

    [Fact]
    public void Facts_WrongInput_IsRefusedByName()
    {
        var demo = A.Case().To(Gate.Consent);

        Assert.Equal(["fact-unknown"], demo.Refusals(People.Counsel, Order(3) with { Continues = "R9" }));
        Assert.Equal(["country-unknown", "source-missing"], demo.Refusals(People.Counsel, new RecordRemovalOrder(RemovalKind.Deportation, "Kazakhstan", " ", RemovalStatus.InForce)));
        Assert.Equal(["enforceable-before-issued"], demo.Refusals(People.Counsel, Order(3) with { IssuedOn = Today.AddDays(9) }));
        Assert.Equal(["not-suspended"], demo.Refusals(People.Counsel, Order(3) with { SuspendedUntil = Today }));
        Assert.Equal(["filing-day-missing"], demo.Refusals(People.Counsel, new RecordAsylumProcedure("KZ", ProcedureStage.Filed, "DEMO office")));
        Assert.Equal(["zone-unknown"], demo.Refusals(People.Counsel, new RecordCourtEvent(CourtEventKind.AsylumHearing, "KZ", "DEMO court", demo.Now.AddDays(1), "Mars/Base")));
        Assert.Equal(["outcome-before-hearing"], demo.Refusals(People.Counsel, new RecordCourtEvent(CourtEventKind.AsylumHearing, "KZ", "DEMO court", demo.Now.AddDays(1), "Asia/Almaty") { Outcome = "won" }));
        Assert.Equal(["checked-in-the-future"], demo.Refusals(People.Counsel, new RecordWantedStatus("RU", SearchReach.National, "DEMO list", LearntHow.OfflineList, Today.AddDays(9), Reliability.B)));
        Assert.Equal(["restriction-ends-before-it-begins"], demo.Refusals(People.Counsel, new RecordExitRestriction("RU", ExitBasis.Debt, LearntHow.Lawyer, "DEMO") { Since = PartialDate.Parse("2023"), Until = new DateOnly(2022, 1, 1) }));
    }

    [Fact]
    public void Hearing_WithoutOutcome_StaysADayUntilItIsRecorded()
    {
        var demo = A.Case().To(Gate.Consent).Do(People.Counsel, new RecordCourtEvent(CourtEventKind.RemovalHearing, "KZ", "DEMO court", new DateTimeOffset(2023, 5, 8, 20, 30, 0, TimeSpan.Zero), "Asia/Almaty"));

        // Half past one in the night of the ninth on the clock of the court.
        Assert.Equal(new DateOnly(2023, 5, 9), LegalDays.Of(demo.File, HostRules.None).Single().Day);
        Assert.Equal(Priority.Urgent, demo.File.Priority);
        var held = demo.Later(10).Do(People.Counsel, new RecordCourtEvent(CourtEventKind.RemovalHearing, "KZ", "DEMO court", new DateTimeOffset(2023, 5, 8, 20, 30, 0, TimeSpan.Zero), "Asia/Almaty") { Continues = "C1", Outcome = "ordered", RemedyUntil = new DateOnly(2023, 5, 22) });
        Assert.Equal((LegalDayKind.Remedy, new DateOnly(2023, 5, 22)), LegalDays.Of(held.File, HostRules.None).Select(d => (d.Kind, d.Day)).Single());
        Assert.Empty(LegalDays.Of(held.Do(People.Counsel, new RecordCourtEvent(CourtEventKind.RemovalHearing, "KZ", "DEMO court", new DateTimeOffset(2023, 5, 8, 20, 30, 0, TimeSpan.Zero), "Asia/Almaty") { Continues = "C1", Outcome = "ordered", RemedyUntil = new DateOnly(2023, 5, 22), RemedyTaken = true }).File, HostRules.None));
    }

    [Fact]
    public void HostDeadline_FromArrivalAndFromFiling_RunsUntilItsStage()
    {
        var arrived = A.Case().Hosted(Kazakhstan).To(Gate.Consent).Do(People.Screener, new RecordStay("KZ", "visa-free", PartialDate.Parse("2023-04-30")));
        Assert.Equal(("file-claim", new DateOnly(2023, 5, 5)), LegalDays.Of(arrived.File, Kazakhstan).Select(d => (d.Label, d.Day)).Single());
        Assert.Equal(Priority.Urgent, arrived.File.Priority);

        var filed = arrived.Do(People.Counsel, new RecordAsylumProcedure("KZ", ProcedureStage.Filed, "DEMO office") { FiledOn = PartialDate.Parse("2023-05-02") });
        Assert.Equal(("fingerprints", new DateOnly(2023, 5, 5)), LegalDays.Of(filed.File, Kazakhstan).Select(d => (d.Label, d.Day)).Single());
        var registered = filed.Do(People.Counsel, new RecordAsylumProcedure("KZ", ProcedureStage.Registered, "DEMO office") { Continues = "P1", FiledOn = PartialDate.Parse("2023-05-02"), CertificateUntil = new DateOnly(2023, 8, 2) });
        Assert.Equal((LegalDayKind.Certificate, new DateOnly(2023, 8, 2)), LegalDays.Of(registered.File, Kazakhstan).Select(d => (d.Kind, d.Day)).Single());
    }

    [Fact]
    public void HostDeadline_PassedBeforeWeKnewThePerson_IsNoClock() =>
        Assert.Empty(LegalDays.Of(A.Case().Hosted(Kazakhstan).To(Gate.Consent).Do(People.Screener, new RecordStay("KZ", "asylum", PartialDate.Parse("2022-09-26"))).File, Kazakhstan));

    [Fact]
    public void Reminder_OfARemoval_IsToldOnceAlsoWhileTheCaseStandsStill()
    {
        var demo = A.Case().To(Gate.Consent).Do(People.Counsel, Order(40)).Do(People.Protection, new OpenEmergency("detained", "DEMO")).Later(12);
        var due = LegalReminders.Due(demo.File, HostRules.None, demo.Now)!;

        Assert.Equal(new LegalReminder(LegalDayKind.Removal, "R1", Today.AddDays(40), 30), due);
        demo.Do(People.System, new RemindLegalDay(due.Kind, due.Label, due.Day, due.DaysBefore));
        Assert.Equal([Role.Counsel, Role.ProtectionOfficer, Role.Coordinator], demo.Last!.Told.Select(t => t.Role));
        Assert.Equal(["reminder-not-due"], demo.Refusals(People.System, new RemindLegalDay(due.Kind, due.Label, due.Day, due.DaysBefore)));
        Assert.Null(LegalReminders.Due(demo.File, HostRules.None, demo.Now));
        Assert.Equal(14, LegalReminders.Due(demo.File, HostRules.None, demo.Now.AddDays(15))!.DaysBefore);

        // Another day of the same order begins its marks anew.
        demo.Do(People.Counsel, Order(45) with { Continues = "R1" });
        Assert.Equal(Today.AddDays(45), LegalReminders.Due(demo.Later(4).File, HostRules.None, demo.Now)!.Day);
    }

    [Fact]
    public void TravelSafety_LegalSituationSaysMore_IsNotBelieved()
    {
        var demo = A.Case().To(Gate.TravelSafety).TravelChecked();
        Assert.Empty(demo.GateBlockers(Gate.TravelSafety, "go", People.Protection));

        demo.Do(People.Counsel, Order(90)).Do(People.Counsel, new RecordExitRestriction("KZ", ExitBasis.OpenHostCase, LearntHow.OfficialPaper, "DEMO"))
            .Do(People.Protection, new RecordWantedStatus("RU", SearchReach.CisInterstate, "DEMO list", LearntHow.OfflineList, demo.File.OpenedAt.UtcDateTime is var at ? DateOnly.FromDateTime(at) : default, Reliability.A));
        Assert.Equal(["exit-ban-on-file", "removal-order-on-file", "wider-search-on-file"], demo.GateBlockers(Gate.TravelSafety, "go", People.Protection).Order());
        Assert.Equal([], demo.GateBlockers(Gate.TravelSafety, "hold", People.Protection));
    }

    [Fact]
    public void Wanted_ByThePersecutingState_WeighsAtNoGateButTheTravelCheck()
    {
        foreach (var gate in Enum.GetValues<Gate>().Where(g => g is not (Gate.TravelSafety or Gate.Referral or Gate.Review or Gate.InformationRequest or Gate.Commitment or Gate.Nomination)))
        {
            var plain = A.Case().To(gate);
            var wanted = A.Case().To(gate);
            foreach (var reach in Enum.GetValues<SearchReach>())
            {
                wanted.Do(People.Counsel, new RecordWantedStatus("RU", reach, "DEMO list", LearntHow.OfflineList, Today, Reliability.A) { Articles = "337, 338" });
            }

            Assert.Equal(plain.File.Priority, wanted.File.Priority);
            Assert.All(GateTable.For(gate).Outcomes, outcome => Assert.Equal(plain.GateBlockers(gate, outcome, People.Coordinator), wanted.GateBlockers(gate, outcome, People.Coordinator)));
        }
    }

    [Fact]
    public void View_ByRole_HoldsWhatTheRoleNeeds()
    {
        var file = A.Case().To(Gate.Consent).Do(People.Counsel, new RecordAsylumProcedure("KZ", ProcedureStage.Filed, "DEMO office") { FiledOn = PartialDate.Parse("2023"), FileNumber = "DEMO 7" }).Do(People.Counsel, Order(20))
            .Do(People.Counsel, new RecordWantedStatus("RU", SearchReach.National, "DEMO list", LearntHow.OfflineList, Today, Reliability.B)).File;

        Assert.Equal("DEMO 7", RoleView.For(Role.Counsel, file).Legal.Procedures.Single().Value.FileNumber);
        Assert.Null(RoleView.For(Role.Screener, file).Legal.Procedures.Single().Value.FileNumber);
        Assert.Empty(RoleView.For(Role.Screener, file).Legal.WantedStatuses);
        Assert.Single(RoleView.For(Role.Screener, file).Legal.RemovalOrders);
        Assert.All(
            [Role.Vetter, Role.EmbassyLiaison, Role.ReceptionPartner, Role.Interpreter, Role.EvidenceCustodian, Role.DossierOfficer, Role.SubmissionOfficer, Role.Administrator, Role.Applicant, Role.IntakeOfficer],
            role => Assert.Equal(new LegalFacts().ToString(), RoleView.For(role, file).Legal.ToString()));
    }
}
