using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class FamilyAndNeedsTests
{
    private static readonly DateOnly Day = new(2023, 5, 2);
    private static readonly RecordFamilyMember Child = new(Relation.Child, "DEMO child") { BirthYear = 2015, Travels = true, Dependant = true };
    private static readonly CheckBestInterest Check = new("M1", Day, BestInterest.ToTravel, Custody.OtherParentAgrees, ChildHeard: true, "DEMO: with both parents.");

    [Fact]
    public void Child_WhoTravels_StandsAgainstRecommendationUntilChecked()
    {
        var demo = A.Case().To(Gate.Recommendation).RecommendationWritten();
        Assert.Empty(demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));

        demo.Do(People.Screener, Child);
        Assert.Equal(["child-check-missing"], demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        Assert.Equal([], demo.GateBlockers(Gate.Recommendation, "hold", People.Coordinator));
        demo.Do(People.Protection, Check with { Result = BestInterest.NotClear });
        Assert.Equal(["child-check-open"], demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        demo.Do(People.Protection, Check with { Custody = Custody.NotKnown });
        Assert.Equal(["custody-open"], demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        demo.Do(People.Protection, Check);
        Assert.Empty(demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));

        // What is known of the child changed: the check was held on something else.
        demo.Do(People.Screener, Child with { Continues = "M1", Country = "RU" });
        Assert.Equal(["child-check-missing"], demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        demo.Do(People.Screener, Child with { Continues = "M1", Travels = false });
        Assert.Empty(demo.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator));
        Assert.Equal(3, demo.File.Family.Members.Count);
    }

    [Fact]
    public void Child_WhoTravels_StandsAgainstDossierAndTravel()
    {
        var dossier = A.Case().To(Gate.Dossier).Do(People.Screener, Child).DossierMade();
        Assert.Contains("child-check-missing", dossier.GateBlockers(Gate.Dossier, "released", People.Coordinator));
        var travel = A.Case().To(Gate.TravelSafety).Do(People.Screener, Child).TravelChecked();
        Assert.Equal(["child-check-missing"], travel.GateBlockers(Gate.TravelSafety, "go", People.Protection));
        Assert.Equal([], travel.GateBlockers(Gate.TravelSafety, "no-go", People.Protection));
    }

    [Theory]
    [InlineData(2005, true)]
    [InlineData(2004, false)]
    [InlineData(null, true)]
    public void IsChild_TheYearLeavesItOpen_CountsAsAChild(int? year, bool expected) => Assert.Equal(expected, FamilyRules.IsChild(new FamilyMember("M1", Relation.Child, "DEMO", year, null, true, true), Day));

    [Fact]
    public void GrownUpMember_AllowsForHerself()
    {
        var demo = A.Case().To(Gate.Dossier).Do(People.Screener, new RecordFamilyMember(Relation.Spouse, "DEMO wife") { BirthYear = 1995, Travels = true }).DossierMade();
        Assert.Contains("member-consent-missing", demo.GateBlockers(Gate.Dossier, "released", People.Coordinator));
        demo.Do(People.Screener, new RecordMemberConsent("M1", ConsentPurpose.Submit, ConsentStatus.Given, ConsentMethod.Signed, "ru"));
        Assert.DoesNotContain("member-consent-missing", demo.GateBlockers(Gate.Dossier, "released", People.Coordinator));
        demo.Do(People.Screener, new RecordMemberConsent("M1", ConsentPurpose.Submit, ConsentStatus.Withdrawn, ConsentMethod.Signed, "ru"));
        Assert.Contains("member-consent-missing", demo.GateBlockers(Gate.Dossier, "released", People.Coordinator));
        Assert.Equal(["not-a-child"], demo.Refusals(People.Protection, Check));
    }

    [Fact]
    public void WrongInput_IsRefusedByName()
    {
        var demo = A.Case().To(Gate.Consent);
        Assert.Equal(["member-unknown", "name-missing", "birth-year-impossible", "country-unknown"], demo.Refusals(People.Screener, new RecordFamilyMember(Relation.Parent, " ") { Continues = "M7", BirthYear = 2031, Country = "Russia" }));
        Assert.Equal(["member-unknown", "held-in-the-future", "reason-missing"], demo.Refusals(People.Protection, Check with { HeldOn = Day.AddDays(9), Reasons = "" }));
        Assert.Equal(["member-unknown", "state-decision-not-recorded"], demo.Refusals(People.Coordinator, new RecordMemberOutcome("M1", MemberDecision.Refused, Day)));
        Assert.Equal(["member-unknown"], demo.Refusals(People.Screener, new RecordMemberConsent("M1", ConsentPurpose.Submit, ConsentStatus.Given, ConsentMethod.Signed, "ru")));
        Assert.Equal(["need-unknown", "member-unknown", "need-missing"], demo.Refusals(People.Protection, new WriteNeed(Sheet.Medical, " ", NeedUrgency.Soon) { Continues = "N3", Whose = "M3" }));
        Assert.Equal(["referral-unknown", "answer-missing"], demo.Refusals(People.Protection, new AnswerReferral(Sheet.Medical, "A1", "")));
    }

    [Fact]
    public void ReferNeed_WithoutConsentForCare_TellsNobody()
    {
        var demo = A.Case().To(Gate.Consent).Do(People.Protection, new WriteNeed(Sheet.Psychological, "DEMO: cannot sleep", NeedUrgency.Soon));
        var refer = new ReferNeed(Sheet.Psychological, "N1", "DEMO psychologist", "cannot sleep");
        Assert.Equal(["consent-to-care-missing"], demo.Refusals(People.Protection, refer));
        Assert.Equal(["consent-to-care-missing"], demo.Consents(ConsentPurpose.Reception).Refusals(People.Protection, refer));

        demo.Consents(ConsentPurpose.Care).Do(People.Protection, refer);
        var disclosed = Assert.Single(demo.Last!.Disclosures);
        Assert.Equal((ReferNeed.NeutralRecipient, demo.File.Contact.Consents[^1].ActId), (disclosed.RecipientFunction, disclosed.ConsentActId));
        Assert.DoesNotContain("sleep", disclosed.What, StringComparison.Ordinal);
        Assert.Equal(["consent-to-care-missing"], demo.Consents(ConsentPurpose.Care, status: ConsentStatus.Withdrawn).Refusals(People.Protection, refer));

        demo.Do(People.Protection, new AnswerReferral(Sheet.Psychological, "A1", "Next week."));
        Assert.Equal("Next week.", demo.File.Psychological.Referrals.Current().Single().Value.Answer);
        Assert.Equal(2, demo.File.Psychological.Referrals.Count);
        Assert.Empty(demo.File.Medical.Needs);
        Assert.Equal(["need-unknown"], demo.Consents(ConsentPurpose.Care).Refusals(People.Protection, refer with { Sheet = Sheet.Medical }));
    }

    [Fact]
    public void View_OfSheetsAndFamily_HoldsWhatTheRoleNeeds()
    {
        var file = A.Case().To(Gate.Consent).Do(People.Protection, new WriteNeed(Sheet.Psychological, "DEMO", NeedUrgency.Soon)).Do(People.Protection, new WriteNeed(Sheet.Medical, "DEMO", NeedUrgency.Soon))
            .Do(People.Screener, Child).Do(People.Screener, new RecordFamilyMember(Relation.Parent, "DEMO mother")).File;

        Assert.Equal([Role.ProtectionOfficer, Role.Counsel, Role.System], Enum.GetValues<Role>().Where(r => RoleView.For(r, file).Psychological.Needs.Count > 0));
        Assert.Equal([Role.Coordinator, Role.ProtectionOfficer, Role.Counsel, Role.System], Enum.GetValues<Role>().Where(r => RoleView.For(r, file).Medical.Needs.Count > 0));
        Assert.Equal(["DEMO child"], RoleView.For(Role.DossierOfficer, file).Family.Members.Select(m => m.Value.CalledName));
        Assert.Empty(RoleView.For(Role.Vetter, file).Family.Members);
        Assert.Empty(RoleView.For(Role.ReceptionPartner, file).Family.Members);
    }
}
