using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G5 and G6 with the French thresholds: two acts of two types, one public or costly, one before first contact, C3 K2 or better.</summary>
public sealed class EvidenceAndRecommendationTests
{
    [Fact]
    public void Evidence_Nothing_FailsAllFourCounts() =>
        Assert.Equal(Enumerable.Repeat("evidence-below-threshold", 4), Blockers(Open()));

    [Fact]
    public void Evidence_CaseA_IsSufficient() => Assert.Empty(Blockers(Open().EvidenceOfCaseA()));

    [Theory]
    [InlineData(Reliability.D, 2, Corroboration.K2)]
    [InlineData(Reliability.A, 4, Corroboration.K2)]
    [InlineData(Reliability.A, 2, Corroboration.K1)]
    [InlineData(Reliability.F, 6, Corroboration.K0)]
    public void Evidence_OneItemBelowAnyMeasure_DoesNotCount(Reliability reliability, int credibility, Corroboration corroboration) =>
        Assert.Contains("evidence-below-threshold", Blockers(Open().EvidenceOfCaseA().Graded("E2", reliability, credibility, corroboration)));

    [Fact]
    public void Evidence_OneTypeOrQuietOrAfterFirstContact_IsBelowThreshold()
    {
        Assert.Single(Blockers(Two(EvidenceType.Channel, EvidenceType.Channel, "2023-01", true)));
        Assert.Single(Blockers(Two(EvidenceType.Channel, EvidenceType.Donation, "2023-01", false)));
        Assert.Single(Blockers(Two(EvidenceType.Channel, EvidenceType.Donation, "2023-05", true)));
        Assert.Empty(Blockers(Two(EvidenceType.Channel, EvidenceType.Donation, "2023-04", true)));
    }

    [Fact]
    public void Evidence_VerifiedDateAfterFirstContact_BeatsTheClaimedOne()
    {
        var late = new GradeEvidence("E1", Reliability.B, 2, "Upload date of the platform.") { VerifiedOn = PartialDate.Parse("2023-05") };

        Assert.Single(Blockers(Two(EvidenceType.Channel, EvidenceType.Donation, "2023-04", true).Do(People.Custodian, late).Do(People.Custodian, late with { Item = "E2" })));
    }

    [Fact]
    public void Evidence_UngradedOrContradicted_IsBlocked()
    {
        Assert.Equal(["evidence-ungraded"], Blockers(Open().EvidenceOfCaseA().Evidence(EvidenceType.Protest, "2022")));
        Assert.Equal(["evidence-contradicted"], Blockers(Open().EvidenceOfCaseA().Evidence(EvidenceType.Protest, "2022").GradedLast(Reliability.A, 2, Corroboration.KX)));
        Assert.Empty(Open().GateBlockers(Gate.Evidence, "insufficient", People.Custodian));
    }

    [Fact]
    public void Evidence_TopGradeOfOnePerson_DoesNotCount()
    {
        var top = Open().EvidenceOfCaseA().Graded("E2", Reliability.A, 1, Corroboration.K3, People.Custodian, People.Custodian);
        Assert.Contains("top-grade-needs-two", Blockers(top));

        Assert.Empty(Blockers(top.Graded("E2", Reliability.A, 1, Corroboration.K3, People.Screener)));
    }

    [Fact]
    public void GradeEvidence_UnknownOutOfRangeOrUnexplained_IsRefused()
    {
        var open = Open().EvidenceOfCaseA();

        Assert.Equal(["evidence-unknown"], open.Refusals(People.Custodian, new GradeEvidence("E9", Reliability.A, 2, "x")));
        Assert.Equal(["credibility-out-of-range", "verification-missing"], open.Refusals(People.Custodian, new GradeEvidence("E1", Reliability.A, 7, "")));
    }

    [Fact]
    public void AddEvidence_BeforeConsentInTheFutureOrBadLink_IsRefused()
    {
        Assert.Equal(["consent-to-store-missing"], A.Case().To(Gate.Referral).Refusals(People.Applicant, new AddEvidence(EvidenceType.PublicPost, "x", "me")));
        Assert.Equal(
            ["title-missing", "date-in-future", "link-unreadable"],
            Open().Refusals(People.Applicant, new AddEvidence(EvidenceType.PublicPost, " ", "me") { ClaimedOn = PartialDate.Parse("2030"), SourceUrl = "javascript:alert(1)" }));
    }

    [Fact]
    public void Recommendation_NothingDone_NamesEveryGateThatWasNotPassed() =>
        Assert.Equal(
            ["recommendation-not-written", "identity-grade-too-low", "name-missing", "birth-missing", "identity-not-passed", "interview-not-passed", "vetting-not-passed", "evidence-not-passed"],
            A.Case().To(Gate.Identity).GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));

    [Fact]
    public void Recommendation_ResultsOlderThanNinetyDays_AreStale()
    {
        var old = A.Case().To(Gate.Recommendation).RecommendationWritten().Later(84);
        Assert.Equal(["identity-too-old"], old.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        Assert.Empty(old.GradedA().GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        Assert.Equal(["interview-too-old", "vetting-too-old", "evidence-too-old"], old.Later(7).GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        Assert.Empty(old.GateBlockers(Gate.Recommendation, "return-to-vetting", People.Coordinator));
    }

    [Fact]
    public void Recommendation_GradeRaisedOrTooLowAfterTheGate_IsBlocked()
    {
        var low = A.Case().To(Gate.Recommendation).RecommendationWritten().Do(People.Screener, new GradeIdentity(IdentityGrade.C, "x"));
        Assert.Equal(["identity-grade-too-low"], low.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));

        var raised = A.Case().To(Gate.Identity).Names().PassportInOriginal().NoTravelDocumentToBeHad().Do(People.Screener, new GradeIdentity(IdentityGrade.C, "Copies."))
            .Decides(People.Screener, Gate.Identity, "verified").To(Gate.Recommendation).RecommendationWritten().GradedA();
        Assert.Equal(["identity-grade-too-high"], raised.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
    }

    [Fact]
    public void WriteRecommendation_WithoutFinding_IsRefused() =>
        Assert.Equal(["recommendation-incomplete"], A.Case().To(Gate.Recommendation).Refusals(People.Coordinator, new WriteRecommendation("x", [new CriterionFinding("identity", " ") { Result = CriterionResult.Met }])));

    [Fact]
    public void ConsentTakenBack_NoMoreEvidence() =>
        Assert.Equal(["consent-to-store-missing"], Open().Consents(ConsentPurpose.Store, status: ConsentStatus.Withdrawn).Refusals(People.Applicant, new AddEvidence(EvidenceType.PublicPost, "x", "me")));

    private static CaseBuilder Open() => A.Case().To(Gate.Evidence);

    private static CaseBuilder Two(EvidenceType one, EvidenceType other, string claimedOn, bool isPublic) =>
        Open().Evidence(one, claimedOn, isPublic).GradedLast(Reliability.B, 2, Corroboration.K2).Evidence(other, claimedOn, isPublic).GradedLast(Reliability.B, 2, Corroboration.K2);

    private static IReadOnlyList<string> Blockers(CaseBuilder builder) => builder.GateBlockers(Gate.Evidence, "sufficient", People.Custodian);
}
