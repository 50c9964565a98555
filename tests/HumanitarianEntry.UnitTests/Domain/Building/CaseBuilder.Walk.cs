using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Travel;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Building;

/// <summary>Walks case A from gate to gate on its happy path.</summary>
public sealed partial class CaseBuilder
{
    /// <summary>Walks until this gate is open. The facts that the gate itself asks for are not there yet.</summary>
    public CaseBuilder To(Gate gate)
    {
        if (File.Contact.Referrals.Count == 0)
        {
            Referred();
        }

        while (!File.Position.IsOpen(gate))
        {
            Assert.False(File.Position.Finished, $"The walk never opens {gate}.");
            Pass(File.Position.Open[0].Gate);
        }

        return this;
    }

    /// <summary>Gathers what an open gate asks for and decides it as in case A.</summary>
    public CaseBuilder Pass(Gate gate) => gate switch
    {
        Gate.Referral => Decides(People.Intake, gate, "accept"),
        Gate.Consent => SafeContact().AllConsents().Decides(People.Intake, gate, "consented"),
        Gate.Identity => Names().PassportInOriginal().PhotoComparedByTwo().GradedA().NoTravelDocumentToBeHad().Decides(People.Screener, gate, "verified"),
        Gate.Interview => Later(7).Interviewed().Serving().Stated().ReadBack().Decides(People.Screener, gate, "complete"),
        Gate.Vetting => Screened(Screenings.Wanted()).Adjudicated("H1", Screenings.Same, People.Vetter, People.SecondVetter).IncidentCleared().NotVoluntary().Vetted("clear"),
        Gate.Evidence => EvidenceOfCaseA().Decides(People.Custodian, gate, "sufficient"),
        Gate.Recommendation => RecommendationWritten().Do(People.Coordinator, new ProposeDecision(gate, "recommend", "All criteria met."))
            .Do(People.SecondCoordinator, new SecondDecision(gate, "recommend", "Agreed.")),
        Gate.Routing => Decides(People.Coordinator, gate, "route"),
        Gate.Dossier => DossierMade().DossierReleased(),
        Gate.Submission => Submitted().Decides(People.SubmissionOfficer, gate, "sent"),
        Gate.Decision => StateDecides("accepted"),
        Gate.TravelDocument => LaissezPasser().Decides(People.SubmissionOfficer, gate, "issued"),
        Gate.TravelSafety => TravelChecked().Go(),
        Gate.Journey => Do(People.Applicant, new RecordCheckIn(TravelEvent.Admitted)).Decides(People.Protection, gate, "arrived"),
        Gate.Reception => Do(People.Partner, new OfferReception("DEMO house", "A room.")).Do(People.Coordinator, new PrepareReception("Artyom", "ru", "A doctor."))
            .Decides(People.Partner, gate, "accepted"),
        Gate.Closure => Decides(People.Coordinator, gate, "arrived-settled"),
        Gate.InformationRequest or Gate.Review or Gate.Nomination or Gate.Commitment => throw new ArgumentOutOfRangeException(nameof(gate), "Case A passes this gate only when a test asks for it."),
    };
}
