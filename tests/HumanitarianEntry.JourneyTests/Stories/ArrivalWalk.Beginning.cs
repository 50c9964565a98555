using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.JourneyTests.Navigators;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>From the first word to the interview.</summary>
public sealed partial class ArrivalWalk
{
    private async Task WriteForTheFirstTimeAsync()
    {
        Step("The applicant writes, in Russian, on a small telephone without scripts");
        await Applicant.WriteAsync("Стриж (DEMO)", "Офицер связи, отказался участвовать в войне. Всё вымышлено, DEMO.");
        Reference = Applicant.Reference;
        Step("He enters with reference and code");
        await Applicant.EnterAsync();
        await LookAsApplicantAsync();
        await Applicant.SayAsync("ДЕМО: я на связи вечером.");
    }

    private async Task TakeHimOnAsync()
    {
        Step("The coordinator takes the case and puts people on it");
        var coordinator = await DeskAsync("coordinator", CoordinatorSteps.Audience);
        await coordinator.TakeTheCaseAsync(Reference);
        foreach (var person in Office.Seats.Values.Where(s => s.UserName is not ("coordinator" or "interpreter" or "translator" or "translator2" or "auditor" or "admin" or "admin2" or "designer" or "designer2")))
        {
            await coordinator.PutOnTheCaseAsync(person);
        }

        Step("The intake officer accepts the referral");
        var intake = await DeskAsync("intake", ScreenerSteps.Audience);
        await intake.LookAtTheWorklistAsync();
        await intake.ReadTheInboxAsync();
        await intake.LookAtTheCaseAsync();
        await intake.DecideAsync("referral", "accept", "DEMO: legal until the end of 2027, not urgent. We take him on.");
    }

    private async Task AgreeOnSafeContactAsync()
    {
        Step("The screener agrees on safe contact");
        var screener = await DeskAsync("screener", ScreenerSteps.Audience);
        await screener.LookAtTheCaseAsync();
        await screener.PlanSafeContactAsync(ApplicantMail);

        Step("The applicant gives his consents himself");
        await LookAsApplicantAsync();
        foreach (var purpose in new[] { ConsentPurpose.Store, ConsentPurpose.Vet, ConsentPurpose.Submit, ConsentPurpose.Reception })
        {
            await Applicant.AllowAsync(purpose);
        }

        Step("The screener decides that he consented");
        await screener.DecideAsync("consent", "consented", "DEMO: he understood what goes where.");

        Step("The applicant hands in his report");
        await Applicant.HandInAsync("raport.png", "ResignationReport", "Рапорт об увольнении (DEMO)", "2022-08-25", "costly");
        await LookAsApplicantAsync();
    }

    private async Task EstablishWhoHeIsAsync()
    {
        Step("The screener records names, birth and papers");
        var screener = await DeskAsync("screener", ScreenerSteps.Audience);
        await screener.RecordThePersonAsync();
        await screener.ComparePhotoAsync();
        Step("A second person compares the photo");
        await (await DeskAsync("screener2", ScreenerSteps.Audience)).ComparePhotoAsync();
        Step("The screener grades the identity and decides");
        await screener.GradeIdentityAsync();
        await screener.DecideAsync("identity", "verified", "DEMO: original seen, photo compared by two.");
    }

    private async Task HearHimAsync()
    {
        Step("The screener holds the interview");
        var screener = await DeskAsync("screener", ScreenerSteps.Audience);
        await screener.InterviewAsync(marked: "E3");
        await screener.LookAtTheCaseAsync();
        await screener.DecideAsync("interview", "complete", "DEMO: every part was asked and read back.");
        await LookAsApplicantAsync();
    }
}
