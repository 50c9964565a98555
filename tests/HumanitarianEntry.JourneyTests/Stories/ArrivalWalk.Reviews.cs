using HumanitarianEntry.JourneyTests.Navigators;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>Vetting beside evidence, then recommendation and routing.</summary>
public sealed partial class ArrivalWalk
{
    private async Task VetHimAsync()
    {
        Step("The vetter screens the name, adjudicates the hit and clears the exclusion question");
        var vetter = await DeskAsync("vetter", VetterSteps.Audience);
        await vetter.LookAtTheWorklistAsync();
        await vetter.LookAtTheCaseAsync();
        await vetter.ScreenAsync();
        await vetter.SayItIsHimAsync("H1");
        await vetter.ClearExclusionAsync("E3");
        await vetter.FindNotVoluntaryAsync();
        Step("The second vetter, of another team, sees nothing of that and finds everything himself");
        var second = await DeskAsync("vetter2", VetterSteps.Audience);
        await second.SayItIsHimAsync("H1");
        await second.ClearExclusionAsync("E3");
        await second.FindNotVoluntaryAsync();
        Step("One vetter proposes, the other decides");
        await vetter.DecideAsync("vetting", "clear", "DEMO: nothing of concern; the hit speaks for him.");
        await second.ReadTheInboxAsync();
        await second.LookAtTheCaseAsync();
        await second.DecideAsync("vetting", "clear", "DEMO: the same, found independently.");
    }

    private async Task WeighTheEvidenceAsync()
    {
        Step("The custodian adds evidence and grades it");
        var custodian = await DeskAsync("custodian", ScreenerSteps.Audience);
        await custodian.LookAtTheCaseAsync();
        await custodian.AddEvidenceAsync("channel.png", "Channel", "Anonymous channel against the war (DEMO)", "2023-01", "IsPublic");
        await custodian.Screen.OpenAsync(custodian.At("evidence"));
        var items = (await Office.FileAsync(await Office.CaseIdAsync(Reference))).Evidence.Items.Where(i => i.Value.File is not null).Select(i => i.Value).ToList();
        await custodian.JudgeEvidenceAsync(items[0].Label, items[0].Type, "A", "1", "DEMO witness", "DEMO archive");
        Step("The top grade takes a second person");
        await (await DeskAsync("screener2", ScreenerSteps.Audience)).GradeEvidenceAsync(items[0].Label, "A", "1");
        await custodian.JudgeEvidenceAsync(items[1].Label, items[1].Type, "B", "2", "DEMO archive");
        await custodian.DecideAsync("evidence", "sufficient", "DEMO: two graded acts, both before the first contact.");
    }

    private async Task RecommendHimAsync()
    {
        Step("The coordinator writes the recommendation and proposes it");
        var coordinator = await DeskAsync("coordinator", CoordinatorSteps.Audience);
        await coordinator.LookAtTheCaseAsync();
        await coordinator.WriteTheRecommendationAsync();
        await coordinator.DecideAsync("recommendation", "recommend", "DEMO: all five criteria are met.");
        Step("Another coordinator decides");
        var second = await DeskAsync("coordinator2", CoordinatorSteps.Audience);
        await second.ReadTheInboxAsync();
        await second.DecideAsync("recommendation", "recommend", "DEMO: read and agreed.");
        Step("The coordinator chooses the programme");
        await coordinator.DecideAsync("routing", "route", "DEMO: entry without passport fits, and he wants it.");
    }
}
