using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Nothing leaves without a consent that holds in that moment: refused, taken back and run out are the same at every door.</summary>
public sealed class SharingDoorsTests
{
    /// <summary>How a consent can be missing.</summary>
    public enum Lack
    {
        Refused,
        TakenBack,
        RunOut,
        ForAnotherState,
    }

    public static TheoryData<Lack> ForAState => [Lack.Refused, Lack.TakenBack, Lack.RunOut, Lack.ForAnotherState];

    [Theory, MemberData(nameof(ForAState))]
    public void Submission_WithoutConsent_IsRefused(Lack lack) =>
        Assert.Contains("consent-to-submit-missing", Lacking(A.Case().To(Gate.Submission), ConsentPurpose.Submit, lack).Refusals(People.SubmissionOfficer, new HumanitarianEntry.Domain.EmbassySubmission.SubmitDossier("in person", Programmes.Post)));

    [Theory, MemberData(nameof(ForAState))]
    public void Dossier_WithoutConsent_IsNotReleased(Lack lack) =>
        Assert.Contains("consent-to-submit-missing", Lacking(A.Case().To(Gate.Dossier).DossierMade(), ConsentPurpose.Submit, lack).GateBlockers(Gate.Dossier, "released", People.Coordinator));

    [Theory]
    [InlineData(Lack.Refused)]
    [InlineData(Lack.TakenBack)]
    [InlineData(Lack.RunOut)]
    public void Package_WithoutConsent_IsNotPrepared(Lack lack) =>
        Assert.Equal(["consent-to-reception-missing"], Lacking(A.Case().To(Gate.Reception), ConsentPurpose.Reception, lack).Refusals(People.Coordinator, new PrepareReception("A", "ru", "x")));

    /// <summary>Prepared while it was allowed, boarded when it was not any more: the partner sees nothing and nothing is logged as given.</summary>
    [Theory]
    [InlineData(Lack.TakenBack)]
    [InlineData(Lack.RunOut)]
    public void Package_ConsentGoneBeforeBoarding_StaysShut(Lack lack)
    {
        var boarded = Lacking(Packed(), ConsentPurpose.Reception, lack).Do(People.Applicant, new RecordCheckIn(TravelEvent.Boarded));

        Assert.Empty(boarded.Last!.Disclosures);
        Assert.Empty(RoleView.For(Role.ReceptionPartner, boarded.File).Reception.Packages);
        if (lack == Lack.RunOut)
        {
            Assert.Contains(boarded.Last.Told, t => t is { Role: Role.Coordinator, Topic: HandOver.NotAllowedTopic });
        }

        var again = boarded.Consents(ConsentPurpose.Reception).Do(People.Coordinator, new PrepareReception("A", "ru", "anew"));
        Assert.Single(again.Last!.Disclosures);
        Assert.NotEmpty(RoleView.For(Role.ReceptionPartner, again.File).Reception.Packages);
    }

    [Fact]
    public void Package_ConsentTakenBackAfterBoarding_IsShutAtOnce()
    {
        var boarded = Packed().Do(People.Applicant, new RecordCheckIn(TravelEvent.Boarded));
        Assert.Single(boarded.Last!.Disclosures);
        Assert.NotEmpty(RoleView.For(Role.ReceptionPartner, boarded.File).Reception.Packages);

        var taken = boarded.Consents(ConsentPurpose.Reception, status: ConsentStatus.Withdrawn);
        Assert.Empty(RoleView.For(Role.ReceptionPartner, taken.File).Reception.Packages);
    }

    [Fact]
    public void TakenBack_AfterSomethingWasHandedOver_IsAskedBack()
    {
        var taken = A.Case().To(Gate.TravelDocument).Consents(ConsentPurpose.Submit, "FR", ConsentStatus.Withdrawn);
        Assert.Contains(taken.Last!.Told, t => t is { Role: Role.SubmissionOfficer, Topic: "recall-due" });
        Assert.Contains(taken.Last.Told, t => t is { Role: Role.Coordinator, Topic: RecordConsent.TakenBackTopic });
        Assert.DoesNotContain(A.Case().To(Gate.TravelDocument).Consents(ConsentPurpose.Submit, "DE", ConsentStatus.Withdrawn).Last!.Told, t => t.Topic == "recall-due");
    }

    [Fact]
    public void End_IsAnnouncedBeforeAndWhenItCame()
    {
        var running = A.Case().To(Gate.Identity);
        var last = DateOnly.FromDateTime(running.Now.UtcDateTime).AddDays(60);
        var ends = running.Do(People.Intake, Given(ConsentPurpose.Media, last));
        var act = ends.File.Contact.Consents[^1].ActId;
        Assert.Equal(["reminder-not-due"], ends.Refusals(People.System, new RemindConsentEnd(act, 30)));

        var told = ends.Later(30).Do(People.System, new RemindConsentEnd(act, 30));
        Assert.Contains(told.Last!.Told, t => t is { Role: Role.Applicant, Topic: RemindConsentEnd.SoonTopic });
        var over = told.Later(31).Do(People.System, new RemindConsentEnd(act, -1));
        Assert.Contains(over.Last!.Told, t => t is { Role: Role.Coordinator, Topic: RemindConsentEnd.EndedTopic });
        Assert.Null(ConsentReminders.NextAt(over.File));
        Assert.Null(ConsentReminders.NextAt(A.Case().To(Gate.Identity).Do(People.Intake, Given(ConsentPurpose.Media, last)).Do(People.Intake, Given(ConsentPurpose.Media, null)).File));
    }

    private static CaseBuilder Packed() => A.Case().To(Gate.Journey).Consents(ConsentPurpose.Reception).Do(People.Coordinator, new PrepareReception("A", "ru", "x"));

    private static CaseBuilder Lacking(CaseBuilder at, ConsentPurpose purpose, Lack lack)
    {
        var state = purpose == ConsentPurpose.Submit ? "FR" : null;
        return lack switch
        {
            Lack.Refused => at.Consents(purpose, state, ConsentStatus.Refused),
            Lack.TakenBack => at.Consents(purpose, state, ConsentStatus.Withdrawn),
            Lack.RunOut => at.Do(People.Intake, Given(purpose, DateOnly.FromDateTime(at.Now.UtcDateTime)) with { Recipient = state }).Later(1),
            Lack.ForAnotherState => at.Consents(purpose, state, ConsentStatus.Withdrawn).Consents(purpose, "DE"),
        };
    }

    private static RecordConsent Given(ConsentPurpose purpose, DateOnly? until) => new(purpose, ConsentStatus.Given, "v1", "ru", ConsentMethod.Signed) { ExpiresOn = until };
}
