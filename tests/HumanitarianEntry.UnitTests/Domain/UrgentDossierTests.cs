using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>The one page for an emergency: it waits for no gate, and for everything without which nothing may leave.</summary>
public sealed class UrgentDossierTests
{
    private static readonly MakeUrgentDossier Make = new("fr", Programmes.Post);

    [Fact]
    public void Make_OrdinaryCaseWrongRecipientOrLanguage_IsRefused()
    {
        var dossier = A.Case().To(Gate.Dossier);

        Assert.Equal(["not-urgent"], dossier.Refusals(People.DossierOfficer, Make));
        Assert.Equal(["language-not-of-programme", "recipient-not-of-programme"], Urgent(dossier).Refusals(People.DossierOfficer, new MakeUrgentDossier("de", "somebody")));
    }

    [Fact]
    public void Make_UrgentCase_ConsentAndScreeningStillCount()
    {
        Assert.Empty(Urgent(A.Case().To(Gate.Recommendation)).Refusals(People.DossierOfficer, Make));
        Assert.Equal(["consent-to-submit-missing"], Urgent(A.Case().To(Gate.Recommendation)).Consents(ConsentPurpose.Submit, "FR", ConsentStatus.Withdrawn).Refusals(People.DossierOfficer, Make));
        Assert.Contains("screening-stale", Urgent(A.Case().To(Gate.Recommendation)).Later(15).Refusals(People.DossierOfficer, Make));
        Assert.Contains("screening-missing", Urgent(A.Case().To(Gate.Interview)).Refusals(People.DossierOfficer, Make));
    }

    [Fact]
    public void Make_InTheEmergencySidePath_IsAllowed()
    {
        var emergency = A.Case().To(Gate.Recommendation).Do(People.Protection, new OpenEmergency("detained", "DEMO"));

        Assert.Empty(emergency.Refusals(People.DossierOfficer, Make));
    }

    [Fact]
    public void Release_OnePersonAlone_IsNotEnoughAndNotTwice()
    {
        var made = Urgent(A.Case().To(Gate.Recommendation)).UrgentMade();
        var release = new ReleaseUrgentDossier(1, "DEMO: read.");
        var hand = new HandOverUrgentDossier(1, "by hand");
        Assert.Equal(["dossier-not-released"], made.Refusals(People.SubmissionOfficer, hand));

        made.Do(People.DossierOfficer, release);
        Assert.Equal(["dossier-not-released"], made.Refusals(People.SubmissionOfficer, hand));
        Assert.Equal(["same-person-twice"], made.Refusals(People.DossierOfficer, release));

        made.Do(People.Coordinator, release).Do(People.SubmissionOfficer, hand);
        Assert.Equal((1, "uu", Programmes.Post), (made.File.Dossier.Submissions[^1].Value.DossierVersion, made.File.Dossier.Submissions[^1].Value.Sha256, made.File.Dossier.Submissions[^1].Value.RecipientFunction));
        Assert.Equal(Programmes.Post, Assert.Single(made.Last!.Disclosures).RecipientFunction);
    }

    [Fact]
    public void Release_LeakFoundFactsChangedOrAnotherVersion_IsRefused()
    {
        var made = Urgent(A.Case().To(Gate.Recommendation)).UrgentMade();
        var release = new ReleaseUrgentDossier(1, "DEMO: read.");

        Assert.Contains("urgent-version-missing", made.Refusals(People.Coordinator, release with { Version = 2 }));
        Assert.Equal(["dossier-is-outdated"], made.NoTravelDocumentToBeHad().Refusals(People.Coordinator, release));

        var leaking = Urgent(A.Case().To(Gate.Recommendation)).Do(People.DossierOfficer, Make);
        var request = leaking.File.Dossier.Requests[^1].Value;
        leaking.Do(People.System, new RecordDossierVersion(new DossierVersion(1, "fr", Programmes.Post, request.InputsHash, Guid.Empty, "s", 1, 1, leaking.Now)
        {
            Kind = DossierKind.Urgent, Scan = new LeakScan(WithheldValues.HashOf(leaking.File), 1, [new LeakHit(WithheldKind.RelativeName, LeakPlace.Page, null, 1, "DEMO")]),
        }));
        Assert.Equal(["leak-found"], leaking.Refusals(People.Coordinator, release));
    }

    [Fact]
    public void UrgentVersion_IsNeverTakenForTheDossier()
    {
        var dossier = Urgent(A.Case().To(Gate.Dossier)).UrgentMade();
        Assert.Equal(["claims-open", "dossier-missing"], dossier.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));

        dossier.DossierMade("full").DossierReleased();
        dossier.UrgentMade("later");
        Assert.Equal("full", dossier.File.Dossier.Released?.Sha256);
        dossier.Submitted();
        dossier.Do(People.DossierOfficer, new ReleaseUrgentDossier(3, "x")).Do(People.Coordinator, new ReleaseUrgentDossier(3, "x")).Do(People.SubmissionOfficer, new HandOverUrgentDossier(3, "by hand"));
        Assert.Empty(dossier.GateBlockers(Gate.Submission, "sent", People.SubmissionOfficer));
    }

    [Fact]
    public void RecordDossier_FullWhereUrgentWasAsked_IsRefused()
    {
        var asked = Urgent(A.Case().To(Gate.Recommendation)).Do(People.DossierOfficer, Make);
        var request = asked.File.Dossier.Requests[^1].Value;

        Assert.Equal(["dossier-not-asked-for"], asked.Refusals(People.System, new RecordDossierVersion(new DossierVersion(1, "fr", Programmes.Post, request.InputsHash, Guid.Empty, "s", 1, 1, asked.Now))));
    }

    private static CaseBuilder Urgent(CaseBuilder builder) => builder.Do(People.Coordinator, new SetPriority(Priority.Urgent, "DEMO: the stay ends."));
}
