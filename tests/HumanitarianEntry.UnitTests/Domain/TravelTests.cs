using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G12 to G15: unknown means hold.</summary>
public sealed class TravelTests
{
    [Fact]
    public void TravelDocument_MissingExpiredOrCarrierNotAsked_IsBlocked()
    {
        var document = A.Case().To(Gate.TravelDocument);
        var paper = new RecordTravelPaper(TravelPaperKind.LaissezPasser, "00LP1", document.Day(0), document.Day(60));

        Assert.Equal(["travel-paper-missing"], Issued(document));
        Assert.Equal(["travel-paper-missing"], Issued(document.Do(People.SubmissionOfficer, paper with { ValidFrom = document.Day(1) })));
        Assert.Equal(["carrier-not-asked"], Issued(document.Do(People.SubmissionOfficer, paper)));
        Assert.Equal(["document-expires-before-issue", "number-missing"], document.Refusals(People.Liaison, paper with { Number = "", ValidUntil = document.Day(-1) }));
        Assert.Empty(Issued(document.LaissezPasser()));
    }

    [Fact]
    public void TravelSafety_NoCheck_IsBlocked() => Assert.Equal(["travel-check-missing"], Go(A.Case().To(Gate.TravelSafety)));

    [Fact]
    public void TravelSafety_EverythingUnknown_IsHoldForEachThing() =>
        Assert.Equal(
            ["wanted-scope-unknown", "exit-ban", "open-host-case", "overstay-fine", "removal-order", "route-missing", "counsel-not-on-call"],
            Go(A.Case().To(Gate.TravelSafety).TravelChecked(_ => new CheckTravel(WantedScope.Unknown, "nobody knows", Finding.Unknown, Finding.Unknown, Finding.Unknown, Finding.Unknown))));

    [Theory]
    [InlineData(WantedScope.Interstate, "wanted-beyond-border")]
    [InlineData(WantedScope.International, "wanted-beyond-border")]
    [InlineData(WantedScope.None, "wanted-flag-set")]
    public void TravelSafety_WantedScope_Blocks(WantedScope scope, string code) => Assert.Equal([code], Go(Checked(c => c with { Wanted = scope })));

    [Theory]
    [InlineData("AM")]
    [InlineData("KG")]
    [InlineData("BY")]
    [InlineData("RU")]
    [InlineData("KZ")]
    public void TravelSafety_RouteThroughTheSearchBase_IsBlocked(string transit) => Assert.Equal(["route-through-search-base"], Go(Checked(c => c with { Route = ["KZ", transit, "FR"] })));

    [Fact]
    public void TravelSafety_AnyFindingYesOrNoCounsel_IsBlocked()
    {
        Assert.Equal(["exit-ban"], Go(Checked(c => c with { ExitBan = Finding.Yes })));
        Assert.Equal(["open-host-case"], Go(Checked(c => c with { OpenHostCase = Finding.Yes })));
        Assert.Equal(["overstay-fine"], Go(Checked(c => c with { OverstayFine = Finding.Unknown })));
        Assert.Equal(["removal-order"], Go(Checked(c => c with { RemovalOrder = Finding.Yes })));
        Assert.Equal(["counsel-not-on-call"], Go(Checked(c => c with { CounselOnCall = false })));
        Assert.Empty(Go(Checked(c => c)));
    }

    [Fact]
    public void TravelSafety_StaleCheckScreeningOrPaper_IsBlocked()
    {
        Assert.Equal(["travel-check-stale"], Go(Checked(c => c).Later(1.1)));
        Assert.Equal(["screening-stale", "wanted-list-stale"], Go(A.Case().To(Gate.TravelSafety).Later(15).TravelChecked()));
        Assert.Equal(["travel-paper-missing", "screening-stale", "wanted-list-stale"], Go(A.Case().To(Gate.TravelSafety).Later(61).TravelChecked()));
    }

    [Fact]
    public void TravelSafety_FailedRescreening_KeepsTheFlag()
    {
        var failed = A.Case().To(Gate.TravelSafety);
        failed.Do(People.System, new RecordScreeningRun(Screenings.Run(failed.File) with { Failure = "unreadable" }));

        Assert.True(TravelSafetyGate.IsWanted(failed.File));
        Assert.Contains("screening-failed", Go(failed.TravelChecked()));
    }

    [Fact]
    public void TravelSafety_PaperForAnotherRoute_IsBlocked()
    {
        var document = A.Case().To(Gate.TravelDocument);
        document.Do(People.SubmissionOfficer, new RecordTravelPaper(TravelPaperKind.LaissezPasser, "1", document.Day(0), document.Day(60)) { CarrierAccepts = true, RouteAllowed = ["KZ", "FR"] })
            .Decides(People.SubmissionOfficer, Gate.TravelDocument, "issued").TravelChecked();

        Assert.Equal(["route-not-allowed"], Go(document));
    }

    [Fact]
    public void TravelSafety_OpenConditionOfTheState_IsBlocked()
    {
        var condition = A.Case().To(Gate.Decision).StateDecides("accepted-on-condition", "exit guarantee").LaissezPasser().Decides(People.SubmissionOfficer, Gate.TravelDocument, "issued");

        Assert.Equal(["condition-open"], Go(condition.TravelChecked()));
        Assert.Empty(Go(condition.TravelChecked(c => c with { ConditionsMet = ["exit guarantee"] })));
    }

    [Fact]
    public void TravelSafety_ExpiredPaper_GoesBackToTheDocumentAndOnlyThen()
    {
        var valid = Checked(c => c);
        Assert.Equal(["travel-paper-still-valid"], valid.GateBlockers(Gate.TravelSafety, "document-expired", People.Protection));
        Assert.Empty(valid.Later(61).GateBlockers(Gate.TravelSafety, "document-expired", People.Protection));
        Assert.Empty(valid.GateBlockers(Gate.TravelSafety, "hold", People.Protection));
    }

    [Fact]
    public void TravelSafety_NewCheckAfterTheProposal_NeedsANewProposal() =>
        Assert.Equal(
            ["proposal-is-outdated"],
            Checked(c => c).Do(People.Protection, new ProposeDecision(Gate.TravelSafety, "go", "x")).TravelChecked().Refusals(People.Counsel, new SecondDecision(Gate.TravelSafety, "go", "x")));

    [Fact]
    public void Journey_LandedOrAdmittedOnAnEarlierAttempt_IsNotArrived()
    {
        var journey = A.Case().To(Gate.Journey).Do(People.Applicant, new RecordCheckIn(TravelEvent.Landed));
        Assert.Equal(["not-admitted-yet"], journey.GateBlockers(Gate.Journey, "arrived", People.Protection));

        var turnedBack = journey.Do(People.Applicant, new RecordCheckIn(TravelEvent.Admitted)).Decides(People.Protection, Gate.Journey, "turned-back").TravelChecked().Go();
        Assert.Equal(["not-admitted-yet"], turnedBack.GateBlockers(Gate.Journey, "arrived", People.Protection));
    }

    [Fact]
    public void CheckIn_Boarded_TellsThePartnerAndNothingBefore()
    {
        Assert.Empty(A.Case().To(Gate.Journey).Do(People.Applicant, new RecordCheckIn(TravelEvent.PassedExitControl)).Last!.Told);
        Assert.Single(A.Case().To(Gate.Journey).Do(People.Applicant, new RecordCheckIn(TravelEvent.Boarded)).Last!.Told);
        Assert.Equal(["gate-is-not-open"], A.Case().To(Gate.TravelSafety).Refusals(People.Applicant, new RecordCheckIn(TravelEvent.Left)));
    }

    [Fact]
    public void Reception_NotArrivedOrWithoutPackageOrConsent_IsBlocked()
    {
        Assert.Equal(["not-arrived", "package-missing"], A.Case().To(Gate.Journey).GateBlockers(Gate.Reception, "accepted", People.Partner));
        Assert.Equal(["package-missing"], A.Case().To(Gate.Reception).GateBlockers(Gate.Reception, "accepted", People.Partner));
        Assert.Equal(
            ["consent-to-reception-missing"],
            A.Case().To(Gate.Reception).Consents(ConsentPurpose.Reception, status: ConsentStatus.Withdrawn).Refusals(People.Coordinator, new PrepareReception("A", "ru", "x")));
    }

    private static CaseBuilder Checked(Func<CheckTravel, CheckTravel> change) => A.Case().To(Gate.TravelSafety).TravelChecked(change);

    private static IReadOnlyList<string> Go(CaseBuilder builder) => builder.GateBlockers(Gate.TravelSafety, "go", People.Protection);

    private static IReadOnlyList<string> Issued(CaseBuilder builder) => builder.GateBlockers(Gate.TravelDocument, "issued", People.SubmissionOfficer);
}
