using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G7 to G11 and P2: nothing leaves without a released dossier, consent for that state and a fresh screening.</summary>
public sealed class SubmissionTests
{
    private static readonly SubmitDossier HandOver = new("by hand", Programmes.Post);

    [Fact]
    public void Routing_ProgrammeConsentOrObstacleMissing_IsBlocked()
    {
        var routing = A.Case().To(Gate.Routing);

        Assert.Empty(routing.GateBlockers(Gate.Routing, "route", People.Coordinator));
        Assert.Equal(["consent-to-submit-missing"], routing.Consents(ConsentPurpose.Submit, "FR", ConsentStatus.Withdrawn).GateBlockers(Gate.Routing, "route", People.Coordinator));
        Assert.Equal(["programme-not-open"], A.Case().To(Gate.Routing).Under(p => p with { Status = ProgrammeStatus.Suspended }).GateBlockers(Gate.Routing, "route", People.Coordinator));
        var early = A.Case().To(Gate.Identity);
        Assert.Equal(["document-obstacle-missing"], early.GateBlockers(Gate.Routing, "route", People.Coordinator));
        Assert.Empty(early.Under(p => p with { WithoutPassport = false }).GateBlockers(Gate.Routing, "route", People.Coordinator));
    }

    [Fact]
    public void Dossier_MissingOrOlderThanTheFacts_IsBlocked()
    {
        var dossier = A.Case().To(Gate.Dossier);
        Assert.Equal(["claims-open", "dossier-missing"], dossier.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        Assert.Empty(dossier.DossierMade().GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        Assert.Equal(["dossier-is-outdated"], dossier.NoTravelDocumentToBeHad().GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        Assert.Equal(["screening-stale"], A.Case().To(Gate.Dossier).DossierMade().Later(15).GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
    }

    [Fact]
    public void Dossier_NewVersionWhileOneIsProposed_MustBeProposedAgain()
    {
        var proposed = A.Case().To(Gate.Dossier).DossierMade("aa").Do(People.DossierOfficer, new ProposeDecision(Gate.Dossier, "released", "x")).DossierMade("bb");

        Assert.Equal(["proposal-is-outdated"], proposed.Refusals(People.Coordinator, new SecondDecision(Gate.Dossier, "released", "x")));
    }

    [Fact]
    public void MakeDossier_WrongLanguageOrRecipientOrUnasked_IsRefused()
    {
        var dossier = A.Case().To(Gate.Dossier);

        Assert.Equal(["language-not-of-programme", "recipient-not-of-programme"], dossier.Refusals(People.DossierOfficer, new MakeDossier("de", "somebody")));
        Assert.Equal(["dossier-not-asked-for"], dossier.Refusals(People.System, new RecordDossierVersion(new DossierVersion(1, "fr", Programmes.Post, "x", Guid.Empty, "s", 1, 1, dossier.Now))));
    }

    [Fact]
    public void Submit_EachInvariantBroken_IsRefused()
    {
        Assert.Equal(["gate-is-not-open", "dossier-not-released"], A.Case().To(Gate.Dossier).DossierMade().Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["consent-to-submit-missing", "dossier-is-outdated"], A.Case().To(Gate.Submission).Consents(ConsentPurpose.Submit, "FR", ConsentStatus.Withdrawn).Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["consent-to-store-missing", "dossier-is-outdated"], A.Case().To(Gate.Submission).Consents(ConsentPurpose.Store, null, ConsentStatus.Withdrawn).Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["screening-stale"], A.Case().To(Gate.Submission).Later(15).Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["programme-not-open"], A.Case().To(Gate.Submission).Under(p => p with { Status = ProgrammeStatus.Suspended }).Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["dossier-for-another-recipient"], A.Case().To(Gate.Submission).Refusals(People.SubmissionOfficer, HandOver with { RecipientFunction = "ministry contact" }));
    }

    /// <summary>Days lie between release and hand-over: what held the one holds the other, and can be mended without the gate's opening again.</summary>
    [Fact]
    public void Submit_FactsChangedAfterTheRelease_IsRefusedUntilAnotherVersionIsReleased()
    {
        var released = A.Case().To(Gate.Submission).NoTravelDocumentToBeHad();
        Assert.Equal([new Told(Role.DossierOfficer, ReleasedUpkeep.Topic), new Told(Role.SubmissionOfficer, ReleasedUpkeep.Topic)], ReleasedUpkeep.After(A.Case().To(Gate.Submission).File, released.File, released.Context(People.Screener)));
        Assert.Equal(["dossier-is-outdated"], released.Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["nothing-submitted", "dossier-is-outdated"], released.GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));

        released.DossierMade("bb");
        Assert.Equal("aa", released.File.Dossier.Released!.Sha256);
        Assert.Equal(["dossier-is-outdated"], released.Refusals(People.SubmissionOfficer, HandOver));

        released.DossierReleased();
        Assert.True(released.Last!.StaysPut);
        Assert.Equal("bb", released.File.Dossier.Released!.Sha256);
        Assert.True(released.File.Position.IsOpen(Gate.Submission));
        Assert.Equal("bb", released.Submitted().File.Dossier.Submissions[^1].Value.Sha256);
    }

    [Fact]
    public void Submit_NameBecameKnownThatMustNotLeave_IsRefused()
    {
        var released = A.Case().To(Gate.Submission).Do(People.Screener, new HumanitarianEntry.Domain.Families.RecordFamilyMember(HumanitarianEntry.Domain.Families.Relation.Sibling, "Вымышлина Сестра") { Country = "RU" });

        Assert.Contains("leak-scan-is-outdated", released.Refusals(People.SubmissionOfficer, HandOver));
    }

    [Fact]
    public void Submit_RefusalWasDisclosedOnlyAfterTheVersionWasReleased_IsRefused()
    {
        var again = A.Case().To(Gate.Decision).StateDecides("refused").Decides(People.Counsel, Gate.Review, "resubmit").Pass(Gate.Routing).DossierMade("cc").DossierReleased()
            .Do(People.Screener, new RecordAnswers([new GivenAnswer("K1", "Refused by FR; new: second detention.")])).ReadBack().Consents(ConsentPurpose.Submit, "FR").Screened(Screenings.Wanted());

        Assert.Equal(["dossier-is-outdated"], again.Refusals(People.SubmissionOfficer, HandOver));
        Assert.Empty(again.DossierMade("dd").DossierReleased().Refusals(People.SubmissionOfficer, HandOver));
    }

    [Fact]
    public void Dossier_BlockedAgainAfterItsRelease_IsNotReleasedAnyMore()
    {
        var taken = A.Case().To(Gate.Submission).Do(People.DossierOfficer, new ProposeDecision(Gate.Dossier, "blocked", "A sentence is wrong.")).Do(People.Coordinator, new SecondDecision(Gate.Dossier, "blocked", "Yes."));

        Assert.Equal(["dossier-not-released"], taken.Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["gate-is-not-open"], A.Case().To(Gate.Decision).Refusals(People.DossierOfficer, new ProposeDecision(Gate.Dossier, "released", "x")));
        Assert.Equal(["gate-is-not-open"], A.Case().To(Gate.Decision).Refusals(People.DossierOfficer, new MakeDossier("fr", Programmes.Post)));
    }

    /// <summary>What is new to the post reaches it only as a searched and released version; the question goes on waiting for its answer.</summary>
    [Fact]
    public void InformationRequest_AnsweredByANewVersion_IsHandedOverWithoutMovingTheCase()
    {
        var asked = A.Case().To(Gate.Decision).Do(People.Liaison, new RequestInformation("Where was he on 5 March?"));
        Assert.Equal(["dossier-handed-over-already"], asked.Refusals(People.SubmissionOfficer, HandOver));

        asked.NoTravelDocumentToBeHad().DossierMade("bb").DossierReleased();
        Assert.Equal("bb", asked.Submitted().File.Dossier.Submissions[^1].Value.Sha256);
        Assert.True(asked.File.Position.IsOpen(Gate.InformationRequest));
        Assert.Equal(["gate-is-not-open"], A.Case().To(Gate.Decision).Refusals(People.SubmissionOfficer, HandOver));
    }

    /// <summary>That something was handed over stays true, whatever becomes known afterwards.</summary>
    [Fact]
    public void Submission_FactsChangedAfterTheHandingOver_CanStillBeRecordedAsSent()
    {
        var handed = A.Case().To(Gate.Submission).Submitted();
        var changed = A.Case().To(Gate.Submission).Submitted().NoTravelDocumentToBeHad();

        Assert.Empty(changed.GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
        Assert.Empty(ReleasedUpkeep.After(handed.File, changed.File, changed.Context(People.Screener)));

        // Nor does a later version undo it, released or not.
        Assert.Empty(changed.DossierMade("bb").DossierReleased().GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
    }

    [Fact]
    public void Submission_ReleaseTakenBackOrRecipientGetsLessAfterTheHandingOver_CanStillBeRecordedAsSent()
    {
        var taken = A.Case().To(Gate.Submission).Submitted().Do(People.DossierOfficer, new ProposeDecision(Gate.Dossier, "blocked", "A sentence is wrong.")).Do(People.Coordinator, new SecondDecision(Gate.Dossier, "blocked", "Yes."));

        Assert.Null(taken.File.Dossier.Released);
        Assert.Empty(taken.GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
        Assert.Equal(["dossier-not-released"], taken.Refusals(People.SubmissionOfficer, HandOver));
        Assert.Equal(["consent-to-submit-missing"], taken.Consents(ConsentPurpose.Submit, "FR", ConsentStatus.Withdrawn).GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
    }

    /// <summary>G8 asks for people only as long as another version can make a difference.</summary>
    [Fact]
    public void StandsAgain_FactsChanged_OnlyWhileTheReleasedVersionIsHere()
    {
        static bool Stands(CaseBuilder built) => DossierGate.StandsAgain(built.File, built.Context(People.DossierOfficer));

        Assert.False(Stands(A.Case().To(Gate.Submission)));
        Assert.True(Stands(A.Case().To(Gate.Submission).NoTravelDocumentToBeHad()));
        var handed = A.Case().To(Gate.Submission).Submitted().NoTravelDocumentToBeHad();
        Assert.True(handed.File.Position.DecidesAgain(Gate.Dossier));
        Assert.False(Stands(handed));
        Assert.True(Stands(handed.DossierMade("bb")));
    }

    [Fact]
    public void Dossier_PriorityChangedAfterItWasMade_IsMadeAgainBeforeItsReleaseAndNotBeforeItsHandOver()
    {
        var urgent = new HumanitarianEntry.Domain.Referral.SetPriority(Priority.Urgent, "DEMO: removal is near.");

        Assert.Equal(["priority-changed"], A.Case().To(Gate.Dossier).DossierMade().Do(People.Coordinator, urgent).GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        Assert.Empty(A.Case().To(Gate.Submission).Do(People.Coordinator, urgent).Refusals(People.SubmissionOfficer, HandOver));
    }

    [Fact]
    public void Dossier_LegalSituationChangedAfterItWasMade_IsMadeAgainBeforeItsReleaseAndNotBeforeItsHandOver()
    {
        var filed = new RecordAsylumProcedure("KZ", ProcedureStage.Filed, "DEMO office") { FiledOn = HumanitarianEntry.Domain.People.PartialDate.Parse("2022-09"), FileNumber = "1" };
        Act[] told = [filed, new RecordExitRestriction("RU", ExitBasis.CallUp, LearntHow.OfficialPaper, "DEMO summons"), new RecordCourtEvent(CourtEventKind.OtherHearing, "KZ", "DEMO court", DateTimeOffset.UnixEpoch, "Asia/Almaty")];
        foreach (var act in told)
        {
            Assert.Equal(["law-changed"], A.Case().To(Gate.Dossier).DossierMade().Do(People.Counsel, act).GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
            Assert.Empty(A.Case().To(Gate.Dossier).Do(People.Counsel, act).DossierMade().GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
            Assert.Empty(A.Case().To(Gate.Submission).Do(People.Counsel, act).Refusals(People.SubmissionOfficer, HandOver));
        }

        // What stays in the house makes no other dossier.
        Act[] kept = [filed with { Continues = "P1", FileNumber = "2", NextStep = "DEMO plan" }, new RecordAsylumProcedure("AM", ProcedureStage.Planned, "DEMO office")];
        foreach (var act in kept)
        {
            Assert.Empty(A.Case().To(Gate.Dossier).Do(People.Counsel, filed).DossierMade().Do(People.Counsel, act).GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        }
    }

    [Fact]
    public void InputsHash_ConsentThatTheDossierPrints_ChangesItAndItsRenewalDoesNot()
    {
        var builder = A.Case().To(Gate.Dossier);
        var before = DossierGate.InputsHash(builder.File);

        Assert.Equal(before, DossierGate.InputsHash(builder.Later(1).Consents(ConsentPurpose.Submit, "FR").File));
        Assert.NotEqual(before, DossierGate.InputsHash(builder.Consents(ConsentPurpose.Vet, null, ConsentStatus.Withdrawn).File));
    }

    [Fact]
    public void Submission_SentWithoutHandingOver_IsBlocked()
    {
        var submission = A.Case().To(Gate.Submission);
        Assert.Equal(["nothing-submitted"], submission.GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
        Assert.Equal(["nothing-submitted"], submission.Refusals(People.SubmissionOfficer, new RecordReceipt("1", HumanitarianEntry.Domain.People.PartialDate.Parse("2023"))));

        var bounced = submission.Submitted().Decides(People.SubmissionOfficer, Gate.Submission, "bounced");
        Assert.Equal(["nothing-submitted"], bounced.GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
        Assert.Empty(bounced.Submitted().GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
    }

    [Fact]
    public void Submit_IsDisclosedWithItsConsent()
    {
        var submitted = A.Case().To(Gate.Submission).Submitted();

        Assert.Equal(submitted.File.ConsentFor(ConsentPurpose.Submit, "FR")!.ActId, Assert.Single(submitted.Last!.Disclosures).ConsentActId);
    }

    [Fact]
    public void Decision_NotRecordedOrQuestionWithoutText_IsBlocked()
    {
        var decision = A.Case().To(Gate.Decision);

        Assert.Equal(["state-decision-not-recorded"], decision.Refusals(People.Liaison, new DecideGate(Gate.Decision, "accepted", "x")));
        Assert.Equal(["question-not-recorded"], decision.Refusals(People.Liaison, new DecideGate(Gate.Decision, "information-requested", "x")));
        Assert.Equal(["question-missing"], decision.Refusals(People.Liaison, new RequestInformation(" ")));
    }

    [Fact]
    public void StateDecision_RemedyConditionOrDateMissing_IsRefused()
    {
        var decision = A.Case().To(Gate.Decision);
        var refusal = new RecordStateDecision("refused", decision.Day(0), "letter", "No individual threat.");

        Assert.Equal(["remedy-missing"], decision.Refusals(People.Liaison, refusal));
        Assert.Equal(["condition-missing"], decision.Refusals(People.Liaison, refusal with { Outcome = "accepted-on-condition" }));
        Assert.Equal(["date-in-future"], decision.Refusals(People.Liaison, refusal with { Outcome = "accepted", DecidedOn = decision.Day(1) }));
        Assert.Contains("ask-instead", decision.Refusals(People.Liaison, refusal with { Outcome = "information-requested" }));
    }

    [Fact]
    public void InformationRequest_IsNoRefusalAndNeedsAnAnswer()
    {
        var asked = A.Case().To(Gate.Decision).Do(People.Liaison, new RequestInformation("Where was he on 5 March?"));
        Assert.Equal(CaseState.InfoRequested, asked.File.Position.State);
        Assert.Equal(["question-not-answered"], asked.GateBlockers(Gate.InformationRequest, "answered", People.Coordinator));
        Assert.Equal(["evidence-unknown"], asked.Refusals(People.Coordinator, new AnswerInformationRequest("There.") { Annexes = ["E9"] }));
        Assert.Equal(["consent-to-submit-missing"], Withdrawn().Refusals(People.Coordinator, new AnswerInformationRequest("There.")));

        asked.Do(People.Coordinator, new AnswerInformationRequest("There.")).Decides(People.Coordinator, Gate.InformationRequest, "answered");
        Assert.Equal(CaseState.Submitted, asked.File.Position.State);
        Assert.Equal(["gate-is-not-open", "no-open-question"], asked.Refusals(People.Coordinator, new AnswerInformationRequest("More.")));

        static CaseBuilder Withdrawn() => A.Case().To(Gate.Decision).Do(People.Liaison, new RequestInformation("Where?")).Consents(ConsentPurpose.Submit, "FR", ConsentStatus.Withdrawn);
    }

    [Fact]
    public void InformationRequest_SecondAfterOneThatCouldNotBeAnswered_NeedsOneAnswerOnly()
    {
        var second = A.Case().To(Gate.Decision).Do(People.Liaison, new RequestInformation("First?")).Decides(People.Coordinator, Gate.InformationRequest, "cannot-answer")
            .Do(People.Liaison, new RequestInformation("Second?")).Do(People.Coordinator, new AnswerInformationRequest("Yes."));

        Assert.Empty(second.GateBlockers(Gate.InformationRequest, "answered", People.Coordinator));
    }

    [Fact]
    public void Resubmission_WithoutDisclosingTheRefusal_IsRefusedUntilEverythingIsRenewed()
    {
        var again = A.Case().To(Gate.Decision).StateDecides("refused").Decides(People.Counsel, Gate.Review, "resubmit").Pass(Gate.Routing).DossierMade("cc").DossierReleased();
        Assert.Equal(["earlier-refusal-not-disclosed", "consent-not-renewed", "screening-not-renewed"], again.Refusals(People.SubmissionOfficer, HandOver));

        var renewed = A.Case().To(Gate.Decision).StateDecides("refused").Decides(People.Counsel, Gate.Review, "resubmit").Pass(Gate.Routing)
            .Do(People.Screener, new RecordAnswers([new GivenAnswer("K1", "Refused by FR; new: second detention.")])).ReadBack().Consents(ConsentPurpose.Submit, "FR").Screened(Screenings.Wanted())
            .DossierMade("cc").DossierReleased();
        Assert.Empty(renewed.Refusals(People.SubmissionOfficer, HandOver));
    }

    [Fact]
    public void InputsHash_EveryFactOfTheDossier_ChangesIt()
    {
        var builder = A.Case().To(Gate.Dossier);
        var before = DossierGate.InputsHash(builder.File);

        Assert.NotEqual(before, DossierGate.InputsHash(builder.GradedA().File));
        Assert.Equal(DossierGate.InputsHash(builder.File), DossierGate.InputsHash(builder.Do(People.Applicant, new HumanitarianEntry.Domain.Messages.SendMessage("Hello.")).File));
    }
}
