using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Interviews;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Playwright;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Vetting;

/// <summary>A vetter types on one day, the window closes unsaved; on the next day another browser without scripts finds every word and concludes.</summary>
public sealed class AnExclusionAssessmentTakesTwoDays
{
    private const string Monday = "Стоял на посту у ворот. (DEMO)";

    [Fact]
    public async Task Assessment_TypedWithScriptsAndConcludedWithout_LosesNothing()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (axe, album) = (new AxeFindings(), new Album());
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("exclusion");
        await office.ActAsync("screener", caseId, new StartInterview(InterviewMode.Video, "ru"));
        await office.ActAsync("screener", caseId, new RecordAnswers([new GivenAnswer("E5", "DEMO: guarded.") { Verbatim = "ДЕМО: охранял.", Trigger = true }]));
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["vetter"].Id, Role.Vetter, CaseLoader.TeamOf("demo-org", null)));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var desk = await new Doorkeeper(browsers, server.Address, office, axe, album).DeskOfAsync("vetter", "vetters", reference);
        await desk.Screen.OpenAsync(desk.At("exclusion/contribution?subject=E5"));
        var page = desk.Screen.Page;
        await page.Locator("[name='Form.Contribution']").FillAsync(Monday);
        await page.Locator("[name='Form.Modes'][value=None]").CheckAsync();
        await page.GetByText("Kept at").WaitForAsync();

        var plain = await Screen.OpenAsync(browsers, server.Address, Viewport.Phone, axe, album, javaScript: false);
        await plain.Page.Context.AddCookiesAsync((await page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, Secure = c.Secure, HttpOnly = c.HttpOnly }));
        await page.CloseAsync();
        await plain.OpenAsync(desk.At("exclusion/contribution?subject=E5"));
        Assert.Equal(Monday, await plain.Page.Locator("[name='Form.Contribution']").InputValueAsync());
        Assert.True(await plain.Page.Locator("[name='Form.Modes'][value=None]").IsCheckedAsync());
        await plain.PressAsync("Keep and go on");
        Assert.EndsWith("/exclusion/intent", plain.Path, StringComparison.Ordinal);
        await plain.SendAsync(desk.At("exclusion/limb?subject=E5"), ("Limb", "WarCrime"));
        await plain.SendAsync(desk.At("exclusion/conclusion?subject=E5"), ("Conclusion", "NoTrigger"), ("Reason", "DEMO: stood at a gate; there was no act."));

        var stored = Assert.Single((await office.FileAsync(caseId)).Vetting.Exclusions).Value;
        Assert.Equal((ExclusionConclusion.NoTrigger, Monday), (stored.Conclusion, stored.Contribution));
        await plain.OpenAsync(desk.At("exclusion/on-file/1"));
        Assert.Contains(Monday, await plain.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(axe.All);
    }
}
