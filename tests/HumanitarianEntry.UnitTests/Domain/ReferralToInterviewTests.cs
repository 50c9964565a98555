using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G0 to G3.</summary>
public sealed class ReferralToInterviewTests
{
    [Fact]
    public void OpenCase_EachMissingThing_IsNamed()
    {
        var open = new OpenCase("DEMO", CaseBuilder.Channel, "KZ", "ru", "x");

        Assert.Equal(["pseudonym-missing"], A.Case().Refusals(People.Intake, open with { Pseudonym = " " }));
        Assert.Equal(["country-unknown"], A.Case().Refusals(People.Intake, open with { CountryOfStay = "kz" }));
        Assert.Equal(["channel-missing"], A.Case().Refusals(People.Intake, open with { Channel = CaseBuilder.Channel with { Handle = "" } }));
        Assert.Equal(["programme-not-open"], A.Case().Under(p => p with { Status = ProgrammeStatus.Closed }).Refusals(People.Intake, open));
        Assert.Empty(A.Case().Under(p => p with { Status = ProgrammeStatus.Suspended }).Refusals(People.Intake, open));
    }

    [Fact]
    public void OpenCase_InDetention_IsAnEmergency() =>
        Assert.Equal(Priority.Emergency, A.Case().Do(People.Applicant, new OpenCase("DEMO", CaseBuilder.Channel, "KZ", "ru", "x") { InDetention = true }).File.Priority);

    [Fact]
    public void Consent_Without_PlanStoreOrProgrammePurposes_IsBlocked()
    {
        var consent = A.Case().To(Gate.Consent);

        Assert.Equal(["safe-contact-plan-missing", "consent-to-store-missing"], consent.GateBlockers(Gate.Consent, "partial", People.Intake));
        consent.SafeContact().Consents(ConsentPurpose.Store);
        Assert.Empty(consent.GateBlockers(Gate.Consent, "partial", People.Intake));
        Assert.Equal(["consent-missing-record", "consent-missing-vet", "consent-missing-submit"], consent.GateBlockers(Gate.Consent, "consented", People.Intake));
        Assert.Empty(A.Case().To(Gate.Consent).GateBlockers(Gate.Consent, "refused", People.Intake));
    }

    [Fact]
    public void Consent_ForAnotherState_DoesNotCount() =>
        Assert.Equal(
            ["consent-missing-submit"],
            A.Case().To(Gate.Consent).SafeContact().Consents(ConsentPurpose.Store).Consents(ConsentPurpose.Record).Consents(ConsentPurpose.Vet).Consents(ConsentPurpose.Submit, "DE").GateBlockers(Gate.Consent, "consented", People.Intake));

    [Fact]
    public void Consent_ExpiredOrTakenBack_DoesNotCount()
    {
        var consent = A.Case().To(Gate.Consent).Do(People.Intake, new RecordConsent(ConsentPurpose.Store, ConsentStatus.Given, "v1", "ru", ConsentMethod.Signed) { ExpiresOn = new DateOnly(2023, 5, 3) });

        Assert.True(consent.File.IsAllowed(ConsentPurpose.Store, consent.Now.AddDays(1)));
        Assert.False(consent.File.IsAllowed(ConsentPurpose.Store, consent.Now.AddDays(2)));
        Assert.False(consent.Consents(ConsentPurpose.Store, status: ConsentStatus.Withdrawn).File.IsAllowed(ConsentPurpose.Store, consent.Now));
    }

    [Fact]
    public void RecordConsent_SubmitWithoutStateOrExpired_IsRefused()
    {
        var consent = A.Case().To(Gate.Consent);
        var given = new RecordConsent(ConsentPurpose.Submit, ConsentStatus.Given, "v1", "ru", ConsentMethod.Signed);

        Assert.Equal(["consent-recipient-missing"], consent.Refusals(People.Intake, given));
        Assert.Equal(["consent-already-expired"], consent.Refusals(People.Intake, given with { Recipient = "FR", ExpiresOn = new DateOnly(2023, 5, 1) }));
    }

    [Fact]
    public void PlanSafeContact_SamePhraseTwice_IsRefused()
    {
        var consent = A.Case().To(Gate.Consent);

        Assert.Equal(["phrases-missing"], consent.Refusals(People.Intake, new PlanSafeContact([CaseBuilder.Channel], false, "Rook", "rook ", "x")));
        Assert.Equal(["channel-missing", "mail-address-missing"], consent.Refusals(People.Intake, new PlanSafeContact([], false, "a", "b", "x") { MailNotices = true }));
    }

    [Fact]
    public void Identity_NothingRecorded_NamesEachMissingThing() =>
        Assert.Equal(["name-missing", "birth-missing", "identity-grade-missing"], A.Case().To(Gate.Identity).GateBlockers(Gate.Identity, "verified", People.Screener));

    [Fact]
    public void Identity_GradeAboveWhatThePapersCarry_IsBlocked()
    {
        var graded = A.Case().To(Gate.Identity).Names().PassportInOriginal().GradedA();
        Assert.Equal(["identity-grade-too-high"], graded.GateBlockers(Gate.Identity, "verified", People.Screener));

        graded.Do(People.Screener, new ComparePhoto("D1", PhotoMatch.SamePerson));
        Assert.Equal(["photo-already-compared"], graded.Refusals(People.Screener, new ComparePhoto("D1", PhotoMatch.SamePerson)));
        Assert.Equal(["identity-grade-too-high"], graded.GateBlockers(Gate.Identity, "verified", People.Screener));

        graded.Do(People.SecondScreener, new ComparePhoto("D1", PhotoMatch.SamePerson));
        Assert.Empty(graded.GateBlockers(Gate.Identity, "verified", People.Screener));
    }

    [Fact]
    public void Identity_AnotherFace_BlocksEvenALowGrade()
    {
        var doubtful = A.Case().To(Gate.Identity).Names().PassportInOriginal().Do(People.Screener, new ComparePhoto("D1", PhotoMatch.NotSamePerson)).Do(People.Screener, new GradeIdentity(IdentityGrade.C, "x"));
        Assert.Equal(["photo-of-another-person"], doubtful.GateBlockers(Gate.Identity, "verified", People.Screener));
        Assert.Empty(doubtful.GateBlockers(Gate.Identity, "doubt", People.Screener));

        doubtful.Do(People.SecondScreener, new ComparePhoto("D1", PhotoMatch.SamePerson)).Do(People.Intake, new ComparePhoto("D1", PhotoMatch.SamePerson));
        Assert.Empty(doubtful.GateBlockers(Gate.Identity, "verified", People.Screener));
    }

    [Theory]
    [InlineData(2, true, 0, IdentityGrade.B)]
    [InlineData(2, false, 0, IdentityGrade.C)]
    [InlineData(1, true, 0, IdentityGrade.C)]
    [InlineData(0, true, 2, IdentityGrade.D)]
    [InlineData(0, true, 1, IdentityGrade.X)]
    public void Proof_CopiesVideoAndWitnesses_CarriesTheGrade(int copies, bool video, int witnesses, IdentityGrade expected)
    {
        var builder = A.Case().To(Gate.Identity).Do(People.Screener, new RecordDocument(DocumentKind.MilitaryId, SeenAs.None, "unit"));
        for (var i = 0; i < copies; i++)
        {
            builder.Do(People.Screener, new RecordDocument(DocumentKind.InternalPassport, SeenAs.Scan, "applicant") { HasPhoto = true });
        }

        Assert.Equal(expected, IdentityProof.Of(builder.File.Identity, new IdentityGrading(expected, "x", video, witnesses)).Carries);
    }

    [Fact]
    public void Proof_OfAnOriginal_SaysWhatTheBestGradeStillLacks()
    {
        var builder = A.Case().To(Gate.Identity).Names().PassportInOriginal();
        var before = IdentityProof.Of(builder.File.Identity, grading: null);
        Assert.Equal(IdentityGrade.C, before.Carries);
        Assert.Equal([Proof.PhotoComparedByTwo], before.MissingFor(IdentityGrade.A));
        Assert.Equal([Proof.SecondPaper, Proof.LiveVideo], before.MissingFor(IdentityGrade.B));
        Assert.Equal(["D1"], before.Rows.Single(r => r.Proof == Proof.PhotoPaperInOriginal).Papers);

        var after = IdentityProof.Of(builder.PhotoComparedByTwo().File.Identity, grading: null);
        Assert.Equal((IdentityGrade.A, 0), (after.Carries, after.MissingFor(IdentityGrade.A).Count()));
    }

    [Fact]
    public void Knowledge_TooFewTwiceOrWithoutANote_IsRefused()
    {
        var builder = A.Case().To(Gate.Identity);
        Assert.Equal(["too-few-topics"], builder.Refusals(People.Screener, new CheckKnowledge([.. Known.Take(3)])));
        Assert.Equal(["topic-twice"], builder.Refusals(People.Screener, new CheckKnowledge([.. Known, Known[0]])));
        Assert.Equal(["note-missing"], builder.Refusals(People.Screener, new CheckKnowledge([Known[0] with { Note = " " }, .. Known.Skip(1)])));
        Assert.Empty(builder.Refusals(People.Screener, new CheckKnowledge([Known[0] with { Result = KnowledgeResult.NotChecked, Note = "" }, .. Known.Skip(1)])));
    }

    [Fact]
    public void Knowledge_ContradictedAfterTheGrade_MustBeGradedAgain()
    {
        var graded = A.Case().To(Gate.Identity).Names().PassportInOriginal().PhotoComparedByTwo().GradedA().Do(People.Screener, new CheckKnowledge([.. Known]));
        Assert.Empty(graded.GateBlockers(Gate.Identity, "verified", People.Screener));

        graded.Do(People.SecondScreener, new CheckKnowledge([Known[0] with { Result = KnowledgeResult.Contradicts }, .. Known.Skip(1)]));
        Assert.Equal(["knowledge-contradicted"], graded.GateBlockers(Gate.Identity, "verified", People.Screener));
        Assert.Empty(graded.GateBlockers(Gate.Identity, "doubt", People.Screener));
        Assert.Equal([ProofDoubt.KnowledgeContradicted], IdentityProof.Of(graded.File.Identity, grading: null).Doubts);

        Assert.Empty(graded.GradedA().GateBlockers(Gate.Identity, "verified", People.Screener));
    }

    [Fact]
    public void Recognition_NewestWordOfAState_Counts()
    {
        var builder = A.Case().To(Gate.Identity).Names().PassportInOriginal();
        var french = new RecordRecognition("D1", "FR", Recognition.Yes, "letter of the ministry");
        Assert.Equal(["document-unknown", "country-unknown", "source-missing"], builder.Refusals(People.Screener, french with { Document = "D9", State = "fr", Source = "" }));
        builder.Do(People.Screener, french).Do(People.Screener, french with { State = "DE" }).Do(People.Intake, french with { Recognised = Recognition.No });
        Assert.Equal([("FR", Recognition.No), ("DE", Recognition.Yes)], builder.File.Identity.RecognitionsOf("D1").Select(r => (r.State, r.Recognised)));
    }

    private static readonly KnowledgeAnswer[] Known = [.. new[] { KnowledgeTopic.School, KnowledgeTopic.Family, KnowledgeTopic.DraftOffice, KnowledgeTopic.UnitAndBase }.Select(t => new KnowledgeAnswer(t, KnowledgeResult.Fits, "asked; map"))];

    [Fact]
    public void Identity_GradedX_CannotBeVerified() =>
        Assert.Equal(["identity-in-doubt"], A.Case().To(Gate.Identity).Names().PassportInOriginal().Do(People.Screener, new GradeIdentity(IdentityGrade.X, "x")).GateBlockers(Gate.Identity, "verified", People.Screener));

    [Fact]
    public void RecordDocument_MrzMismatch_IsNoBlocker() =>
        Assert.Empty(A.Case().To(Gate.Identity).Refusals(People.Screener, new RecordDocument(DocumentKind.InternalPassport, SeenAs.Original, "applicant") { MrzLine1 = "P", MrzLine2 = "9" }));

    [Fact]
    public void RecordDocumentOrBirth_ImpossibleDates_AreRefused()
    {
        var identity = A.Case().To(Gate.Identity);

        Assert.Equal(["document-expires-before-issue"], identity.Refusals(People.Screener, new RecordDocument(DocumentKind.Other, SeenAs.Scan, "x") { IssuedOn = PartialDate.Parse("2020"), ExpiresOn = PartialDate.Parse("2019-12") }));
        Assert.Equal(["born-in-future", "nationality-missing"], identity.Refusals(People.Screener, new RecordBirth(PartialDate.Parse("2024"), Sex.M, [])));
        Assert.Equal(["nationality-unknown", "nationality-unknown"], identity.Refusals(People.Screener, new RecordBirth(PartialDate.Parse("1998"), Sex.M, ["RU", "XX", "RUSSIA"])));
        Assert.Equal(["RU", "KZ", "XXA"], identity.Do(People.Screener, new RecordBirth(PartialDate.Parse("1998"), Sex.M, ["rus", "KZ", "RU", "XXA"])).File.Identity.Births[^1].Value.Nationalities);
        Assert.Equal(["obstacle-incomplete"], identity.Refusals(People.Screener, new RecordDocumentObstacle("a", "", "c")));
    }

    [Fact]
    public void Interview_EachStepMissing_IsBlocked()
    {
        var interview = A.Case().To(Gate.Interview);
        Assert.Equal(["interview-not-held"], interview.GateBlockers(Gate.Interview, "complete", People.Screener));

        var allButOne = Questions.AllRequired.RemoveAt(0).Add(new GivenAnswer("A1", "  "));
        interview.Do(People.Screener, new StartInterview(InterviewMode.Video, "ru")).Do(People.Screener, new RecordAnswers(allButOne));
        Assert.Equal(["answers-missing", "read-back-missing", "statement-missing"], interview.GateBlockers(Gate.Interview, "complete", People.Screener));

        interview.Stated().ReadBack().Do(People.Screener, new RecordAnswers([new GivenAnswer("A1", "Alone.")]));
        Assert.Equal(["read-back-missing"], interview.GateBlockers(Gate.Interview, "complete", People.Screener));
        Assert.Equal(["no-trigger-marked"], interview.ReadBack().GateBlockers(Gate.Interview, "trigger", People.Screener));
        Assert.Empty(interview.GateBlockers(Gate.Interview, "complete", People.Screener));
    }

    [Fact]
    public void RecordAnswers_UnknownQuestionOrTooLong_IsRefused() =>
        Assert.Equal(
            ["question-unknown", "text-too-long"],
            A.Case().To(Gate.Interview).Do(People.Screener, new StartInterview(InterviewMode.Chat, "ru")).Refusals(People.Screener, new RecordAnswers([new GivenAnswer("Z9", "x"), new GivenAnswer("E3", new string('x', RecordAnswers.MaxLength + 1))])));

    [Theory]
    [InlineData("117")]
    [InlineData("0011А")]
    [InlineData("001177")]
    public void RecordService_UnitNumberWrong_IsRefused(string unit) =>
        Assert.Equal(["unit-number-wrong"], A.Case().To(Gate.Interview).Refusals(People.Screener, new RecordService("army", unit, "p", PartialDate.Parse("2022"), "r", "p", ServiceBasis.Contract)));
}
