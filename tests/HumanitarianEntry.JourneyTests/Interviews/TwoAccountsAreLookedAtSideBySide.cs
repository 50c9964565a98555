using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Playwright;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Interviews;

/// <summary>A person tells one day in two ways. The screener sees both beside each other and ticks how it came about; a correction opens it again.</summary>
public sealed class TwoAccountsAreLookedAtSideBySide
{
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Leaving_ToldInTwoWays_IsExplainedAndOpensAgainWhenPutRight()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("accounts");
        await office.ActAsync("screener", caseId, new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = true, InterpreterCode = "INT-4" });
        await office.ActAsync("screener", caseId, new RecordAnswers([new GivenAnswer("F3", "Left on 12 May 2022, by train. (DEMO)") { Verbatim = "Ушёл двенадцатого мая. (ДЕМО)" }]));
        await office.ActAsync("screener", caseId, new StartInterview(InterviewMode.Video, "ru"));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var desk = await new Doorkeeper(browsers, server.Address, office, axe, album).DeskOfAsync("screener", "screeners", reference);
        var page = desk.Screen.Page;

        await desk.SendAsync("interview/questions/f", ("Answers[2].Value", "Left in September 2022. (DEMO)"));
        await desk.Screen.OpenAsync(desk.At(string.Empty));
        await page.GetByRole(AriaRole.Link, new() { Name = "Look at both sides" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Leaving the army" }).ClickAsync();
        await page.GetByText("Ушёл двенадцатого мая.").WaitForAsync();
        await page.GetByText("Left in September 2022.").WaitForAsync();
        await axe.ReadAsync(page, "/screeners/mismatches/one", Viewport.Desktop);
        await desk.Screen.PhotographAsync("screeners.mismatches.one");
        await page.GetByLabel("Memory after what the person went through").CheckAsync();
        await desk.Screen.PressAsync("Keep the explanation");
        Assert.Contains("Explained", await desk.Screen.TextAsync(), StringComparison.Ordinal);

        await desk.SendAsync("interview/questions/f", ("Answers[2].Value", "Left in October 2022, not in September. (DEMO)"));
        await desk.Screen.OpenAsync(desk.At("mismatches"));
        Assert.Contains("Open again: a source has changed.", await desk.Screen.TextAsync(), StringComparison.Ordinal);
        await desk.Screen.PhotographAsync("screeners.mismatches");
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }
}
