using System.Security.Cryptography;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>The line is lost in the middle of a file, and then the page is loaded again: the same file goes on where it stopped and arrives whole.</summary>
public sealed class AFileIsSentOverALineThatBreaks
{
    [Fact]
    public async Task Upload_LineLostAndPageLoadedAgain_GoesOnWhereItStopped()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var space = await OwnSpace.OpenAsync();
        var (caseId, reference, code) = await space.ConsentedAsync();
        var screen = await space.EnterAsync(reference, code);
        var paper = Path.Combine(space.Office.Folder, "demo-film.pdf");
        byte[] content = [.. "%PDF-1.4 DEMO"u8, .. RandomNumberGenerator.GetBytes(1_500_000)];
        await File.WriteAllBytesAsync(paper, content);

        var (page, pieces, lost) = (screen.Page, new List<string>(), false);
        await page.RouteAsync("**/applicants/things/pieces/*", async route =>
        {
            pieces.Add(new Uri(route.Request.Url).Query);
            lost |= pieces.Count == 3;
            await (lost ? route.AbortAsync("internetdisconnected") : route.ContinueAsync());
        });
        await FillAsync(page, space, paper);
        await page.Locator("main form button").Last.ClickAsync();
        await page.GetByText("Связь прервалась").WaitForAsync();
        Assert.Equal(["?offset=0", "?offset=262144", "?offset=524288"], pieces.Take(3));

        lost = false;
        pieces.Clear();
        pieces.AddRange(["x", "x", "x"]);
        await FillAsync(page, space, paper);
        await page.Locator("main form button").Last.ClickAsync();
        await page.WaitForURLAsync("**/applicants/things");
        Assert.Equal("?offset=524288", pieces[3]);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(content)), await screen.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(content.Length, (await space.Office.FileAsync(caseId)).Evidence.Items.Values().Last(i => i.Title == "ДЕМО фильм").File!.Size);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(space.Office.Folder, "files", "pieces"), "*", SearchOption.AllDirectories), f => Path.GetFileName(f) != ".turn");
        space.AssertReadable();
    }

    private static async Task FillAsync(Microsoft.Playwright.IPage page, OwnSpace space, string paper)
    {
        await page.GotoAsync(new Uri(space.Home, "/applicants/things/new").ToString());
        await page.Locator("[name=File]").SetInputFilesAsync(paper);
        await page.Locator("[name=Type]").SelectOptionAsync("PublicPost");
        await page.Locator("[name=Title]").FillAsync("ДЕМО фильм");
    }
}
