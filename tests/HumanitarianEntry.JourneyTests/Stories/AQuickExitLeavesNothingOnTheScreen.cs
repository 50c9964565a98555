using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>Somebody comes into the room. One press leads to a harmless page; the session has ended, what the browser kept of us is cleared, and "back" shows nothing.</summary>
public sealed class AQuickExitLeavesNothingOnTheScreen
{
    [Fact]
    public async Task Leave_FromHisPage_EndsTheSessionAndShowsUnitsOfMeasure()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var space = await OwnSpace.OpenAsync();
        var man = await space.WriteAsync("ДЕМО Уходит");
        var screen = await space.EnterAsync(man.Reference, man.Code);
        await screen.OpenAsync("/applicants/messages");
        var page = screen.Page;
        Assert.NotEmpty(await page.Context.CookiesAsync());
        await page.Locator("[data-leave]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/applicants", StringComparison.Ordinal));
        await page.Locator("h1").WaitForAsync();
        var harmless = await page.Locator("body").InnerTextAsync();
        Assert.DoesNotContain(man.Reference, harmless, StringComparison.Ordinal);
        Assert.DoesNotContain("Сообщени", harmless, StringComparison.Ordinal);
        var left = await page.APIRequest.GetAsync(new Uri(space.Home, "/leave").ToString(), new() { MaxRedirects = 0 });
        Assert.Contains("\"cookies\"", left.Headers["clear-site-data"], StringComparison.Ordinal);
        Assert.Empty(await page.Context.CookiesAsync());

        await page.GoBackAsync();
        Assert.DoesNotContain(man.Reference, await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("/applicants/messages", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(space.Home, "/applicants/messages").ToString());
        Assert.EndsWith("/enter", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
    }
}
