using HumanitarianEntry.JourneyTests.Navigators;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>From the dossier to the closed case.</summary>
public sealed partial class ArrivalWalk
{
    private async Task MakeTheDossierAsync()
    {
        Step("The coordinator says what nothing bears out");
        await (await DeskAsync("coordinator", CoordinatorSteps.Audience)).SettleTheClaimsAsync();
        Step("The dossier officer has a version made and proposes its release");
        var officer = await DeskAsync("dossier", PostSteps.DossierOfficers);
        await officer.LookAtTheWorklistAsync();
        await officer.MakeTheDossierAsync();
        await officer.DecideAsync("dossier", "released", "DEMO: read from the first page to the last.");
        Step("A second person releases it");
        await (await DeskAsync("coordinator", CoordinatorSteps.Audience)).DecideAsync("dossier", "released", "DEMO: read too.");
    }

    private async Task HandItOverAsync()
    {
        Step("The submission officer hands it over");
        var officer = await DeskAsync("submission", PostSteps.SubmissionOfficers);
        await officer.LookAtTheWorklistAsync();
        await officer.LookAtTheCaseAsync();
        await officer.HandOverAsync();
        await officer.DecideAsync("submission", "sent", "DEMO: the post has it.");
        await LookAsApplicantAsync();
    }

    private async Task AnswerAndDecideAsync()
    {
        Step("The liaison downloads the dossier and asks a question");
        var liaison = await DeskAsync("liaison", PostSteps.Liaisons);
        await liaison.LookAtTheWorklistAsync();
        await liaison.LookAtTheCaseAsync();
        Dossier = await liaison.Screen.DownloadAsync(liaison.At("dossier/1"));
        await liaison.ConfirmReceiptAsync(Today);
        await liaison.AskAsync("DEMO: does he have relatives in the forces?");
        Step("The coordinator answers");
        var coordinator = await DeskAsync("coordinator", CoordinatorSteps.Audience);
        await coordinator.LookAtTheCaseAsync();
        await coordinator.AnswerThePostAsync();
        await coordinator.DecideAsync("information-request", "answered", "DEMO: asked and answered.");
        Step("The liaison accepts and issues the travel paper");
        await liaison.ReadTheInboxAsync();
        await liaison.AcceptAsync(Today);
        await liaison.IssueTheTravelPaperAsync(Today);
        await LookAsApplicantAsync();
    }

    private async Task TravelAsync()
    {
        Step("The coordinator prepares the reception");
        var coordinator = await DeskAsync("coordinator", CoordinatorSteps.Audience);
        await coordinator.OfferReceptionAsync();
        await coordinator.PrepareTheHandOverAsync();

        Step("The protection officer checks the way and proposes to go");
        var protection = await DeskAsync("protection", TravelSteps.ProtectionOfficers);
        await protection.LookAtTheWorklistAsync();
        await protection.LookAtTheCaseAsync();
        await protection.CheckTheWayAsync();
        await protection.DecideAsync("travel-safety", "go", "DEMO: federal search only, no exit ban.");
        Step("Counsel decides as the second person");
        var counsel = await DeskAsync("counsel", TravelSteps.Counsel);
        await counsel.LookAtTheWorklistAsync();
        await counsel.LookAtTheCaseAsync();
        await counsel.DecideAsync("travel-safety", "go", "DEMO: I am on call.");

        Step("He checks in on the way; so does the protection officer for him");
        await Applicant.CheckInAsync("Left");
        foreach (var happened in new[] { "AtAirport", "PassedExitControl", "Boarded", "Landed", "Admitted" })
        {
            await protection.NoteAsync(happened);
        }

        Step("The protection officer decides that he has arrived");
        await protection.DecideAsync("journey", "arrived", "DEMO: admitted at the border.");
    }

    private async Task ReceiveHimAsync()
    {
        Step("The reception partner takes him in");
        var reception = await DeskAsync("reception", TravelSteps.ReceptionPartners);
        await reception.LookAtTheWorklistAsync();
        await reception.LookAtTheCaseAsync();
        await reception.DecideAsync("reception", "accepted", "DEMO: met at the airport.");
        Step("The coordinator closes the case");
        var coordinator = await DeskAsync("coordinator", CoordinatorSteps.Audience);
        await coordinator.LookAtTheCaseAsync();
        await LookAtEveryPageAsync();
        await coordinator.DecideAsync("closure", "arrived-settled", "DEMO: settled, claim filed.");
        await LookAsApplicantAsync();
    }
}
