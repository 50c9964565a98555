using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Playwright;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Interviews;

/// <summary>Typing during a conversation, in a real browser, while everything fails that can fail: not one answer is lost.</summary>
public sealed class AnInterviewLosesNoAnswer
{
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Interview_ServerKilledTwiceInTheMiddle_EveryAnswerIsThere()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("killed");
        var port = ServerProcess.FreePort();
        var server = await ServerProcess.StartAsync(office, port, mail: null);
        try
        {
            await using var browsers = await Browsers.StartAsync();
            var desk = await new Doorkeeper(browsers, server.Address, office, axe, album).DeskOfAsync("screener", "screeners", reference);
            await desk.SendAsync("interview/start", ("Mode", "Video"), ("Language", "ru"));
            await desk.Screen.OpenAsync(desk.At("interview/questions/d"));
            var page = desk.Screen.Page;
            await TypeAsync(page, "D1", "Школа, потом колледж. (DEMO)");
            await SaysAsync(page, "Kept at");

            await server.KillAsync();
            await TypeAsync(page, "D2", "Повестка пришла в сентябре. (DEMO)");
            await SaysAsync(page, "Not kept since");
            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(office, port, mail: null);
            await TypeAsync(page, "D4", "Нет, не доброволец. (DEMO)");
            await SaysAsync(page, "Kept at");
            await server.KillAsync();
            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(office, port, mail: null);

            // The machine was restarted too: another window, the same person.
            var again = await page.Context.NewPageAsync();
            await page.CloseAsync();
            await again.GotoAsync(new Uri(server.Address, desk.At("interview/questions/d")).ToString());
            Assert.Equal("Школа, потом колледж. (DEMO)", await Answer(again, "D1").InputValueAsync());
            Assert.Equal("Повестка пришла в сентябре. (DEMO)", await Answer(again, "D2").InputValueAsync());
            Assert.Equal("Нет, не доброволец. (DEMO)", await Answer(again, "D4").InputValueAsync());
            await again.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await again.GetByText("Section D: 3 answers stored.").WaitForAsync();
            var facts = (await office.FileAsync(caseId)).Interview;
            Assert.Equal(["D1", "D2", "D4"], facts.Answers.Values().Select(a => a.Code));
            Assert.Empty(axe.All);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Interview_TwoScreenersLostNetworkAndEndedSession_EverythingTypedIsSeenAndStored()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("two");
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var doors = new Doorkeeper(browsers, server.Address, office, axe, album);
        var (mira, jonas) = (await doors.DeskOfAsync("screener", "screeners", reference), await doors.DeskOfAsync("screener2", "screeners", reference));
        await mira.SendAsync("interview/start", ("Mode", "Video"), ("Language", "ru"));
        await mira.Screen.OpenAsync(mira.At("interview/questions/b"));
        await jonas.Screen.OpenAsync(jonas.At("interview/questions/b"));
        var (miras, jonass) = (mira.Screen.Page, jonas.Screen.Page);

        await TypeAsync(miras, "B1", "Two spellings in two papers. (DEMO)");
        await SaysAsync(miras, "Kept at");
        await TypeAsync(jonass, "B1", "Three spellings. (DEMO)");
        await jonas.Screen.PressAsync("Save and go to C");
        await miras.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await miras.GetByText("Stored by Jonas Feld").WaitForAsync();
        Assert.Equal("Two spellings in two papers. (DEMO)", await Answer(miras, "B1").InputValueAsync());
        await mira.Screen.PhotographAsync("screeners.interview.two-answers");
        await Answer(miras, "B1").FillAsync("Two spellings in papers, a third in a list. (DEMO)");
        await miras.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await miras.GetByText("Section B: 1 answer stored.").WaitForAsync();

        await miras.Context.SetOfflineAsync(true);
        await TypeAsync(miras, "B3", "Passport left with the unit. (DEMO)");
        await SaysAsync(miras, "Not kept since");
        await miras.Context.SetOfflineAsync(false);
        await SaysAsync(miras, "Kept at");

        // Signed out elsewhere: the answer waits in the page, then in the sign-in, then in the form.
        await TypeAsync(miras, "B4", "Never had one. (DEMO)");
        await miras.Context.ClearCookiesAsync(new() { Name = "__Host-Staff" });
        await miras.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await miras.Locator("main form button").First.ClickAsync();
        await NextCodeAsync();
        await mira.Screen.SendHereAsync(("UserName", mira.Seat.UserName), ("Password", Seat.Password));
        await mira.Screen.SendHereAsync(("Code", mira.Seat.CodeAt(TimeProvider.System.GetUtcNow())));
        await miras.Locator("main form button").First.ClickAsync();
        await Answer(miras, "B4").WaitForAsync();
        Assert.Equal("Never had one. (DEMO)", await Answer(miras, "B4").InputValueAsync());
        Assert.Equal("Passport left with the unit. (DEMO)", await Answer(miras, "B3").InputValueAsync());
        await miras.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await miras.GetByText("Section B: 2 answers stored.").WaitForAsync();

        var facts = (await office.FileAsync(caseId)).Interview;
        Assert.Equal(["Three spellings. (DEMO)", "Two spellings in papers, a third in a list. (DEMO)"], facts.Answers.Values().Where(a => a.Code == "B1").Select(a => a.Value));
        Assert.Equal("Passport left with the unit. (DEMO)", facts.AnswerTo("B3")!.Value);
        Assert.Empty(axe.All);
    }

    [Fact]
    public async Task Interview_WithoutNetwork_IsWrittenInALockedPageAndReadInLater()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("pack");
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var desk = await new Doorkeeper(browsers, server.Address, office, axe, album).DeskOfAsync("screener", "screeners", reference);
        await desk.Screen.OpenAsync(desk.At("interview/pack"));
        var words = await desk.Screen.Page.Locator("#words").InputValueAsync();
        var download = await desk.Screen.Page.RunAndWaitForDownloadAsync(() => desk.Screen.Page.GetByRole(AriaRole.Button, new() { Name = "Get the pack" }).ClickAsync());
        var file = Path.Combine(office.Folder, "notes.html");
        await download.SaveAsAsync(file);

        // Another computer, no network.
        var far = await browsers.NewPageAsync(Viewport.Phone, "ru-RU", javaScript: true);
        await far.Context.SetOfflineAsync(true);
        await OpenPackAsync(far, file, "wrong words that do not open it");
        await far.GetByText("These are not the words").WaitForAsync();
        await OpenPackAsync(far, file, words);
        await far.GetByLabel("In the person's own words").First.FillAsync("Я ушёл ночью. (ДЕМО)");
        await Answer(far, "A1").FillAsync("Один в комнате. (ДЕМО)");
        await Answer(far, "E3").FillAsync("Автомат, не стрелял. (ДЕМО)");
        await far.GetByText("Kept here, locked").WaitForAsync();
        await OpenPackAsync(far, file, words);
        Assert.Equal("Автомат, не стрелял. (ДЕМО)", await Answer(far, "E3").InputValueAsync());
        await axe.ReadAsync(far, "/interview-pack", Viewport.Phone);
        var saved = await far.RunAndWaitForDownloadAsync(() => far.GetByRole(AriaRole.Button, new() { Name = "Save the file" }).ClickAsync());
        var written = Path.Combine(office.Folder, "notes.sealed");
        await saved.SaveAsAsync(written);
        Assert.DoesNotContain("Автомат", await File.ReadAllTextAsync(written), StringComparison.Ordinal);

        await desk.SendAsync("interview/start", ("Mode", "InPerson"), ("Language", "ru"));
        await desk.SendAsync("interview/pack/import", ("file", written));
        await desk.Screen.OpenAsync(desk.At("interview/questions/a"));
        Assert.Equal("Один в комнате. (ДЕМО)", await Answer(desk.Screen.Page, "A1").InputValueAsync());
        await desk.Screen.PressAsync("Save and go to B");
        Assert.Equal("Один в комнате. (ДЕМО)", (await office.FileAsync(caseId)).Interview.AnswerTo("A1")!.Value);
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task OpenPackAsync(IPage page, string file, string words)
    {
        await page.GotoAsync(new Uri(file).ToString());
        await page.Locator("#words").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
    }

    private static ILocator Answer(IPage page, string code) => page.GetByLabel($"Answer {code}", new() { Exact = true });

    /// <summary>Key by key, as it is typed.</summary>
    private static Task TypeAsync(IPage page, string code, string text) => Answer(page, code).PressSequentiallyAsync(text, new() { Delay = 5 });

    private static Task SaysAsync(IPage page, string words) => page.Locator(".saved", new() { HasText = words }).WaitForAsync(new() { Timeout = 40_000 });

    /// <summary>A one-time password opens once.</summary>
    private static async Task NextCodeAsync()
    {
        var used = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30;
        while (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30 == used)
        {
            await Task.Delay(500);
        }
    }
}
