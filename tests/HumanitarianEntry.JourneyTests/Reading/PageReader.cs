using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.Playwright;

namespace HumanitarianEntry.JourneyTests.Reading;

/// <summary>Opens pages one by one on a small telephone and on a desk, unfolds all that is folded, and keeps what a reader would stumble over.</summary>
public sealed partial class PageReader(AxeFindings axe)
{
    private readonly ConcurrentDictionary<string, byte> faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> read = new(StringComparer.Ordinal);
    private int turn;

    /// <summary>Pages that have to be pushed sideways at 320 pixels, keys in the place of words, and answers that are no page.</summary>
    public IReadOnlyCollection<string> Faults => [.. faults.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Names of the pages that were read.</summary>
    public IReadOnlyCollection<string> Read => [.. read.Keys];

    /// <returns>False when there is no such page for this person.</returns>
    public async Task<bool> LookAsync(IPage page, Uri address, string name)
    {
        if (read.ContainsKey(name))
        {
            return true;
        }

        var answer = await page.GotoAsync(address.ToString());
        if (answer is null || answer.Status == 404)
        {
            return false;
        }

        if (answer.Status >= 400)
        {
            faults.TryAdd($"{name} answers {answer.Status}", 0);
        }

        read.TryAdd(name, 0);
        var before = page.ViewportSize!;
        foreach (var viewport in new[] { Viewport.Phone, Viewport.Desktop })
        {
            await page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            var width = await page.EvaluateAsync<int>("() => { document.querySelectorAll('details').forEach(part => part.open = true); return document.documentElement.scrollWidth; }");
            if (width > viewport.Width)
            {
                faults.TryAdd($"{name} is {width} wide on {viewport.Name}", 0);
            }

            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Screenshots, $"page{name.Replace('/', '_')}.{viewport.Name}.png"), FullPage = true });

            // The walk reads its pages with axe on both; here the telephone, where more goes wrong, must do, or the check would take too long.
            if (viewport == Viewport.Phone)
            {
                await axe.ReadAsync(page, name, viewport);
            }
        }

        await FindRawKeysAsync(page, name);
        await page.SetViewportSizeAsync(before.Width, before.Height);
        return true;
    }

    /// <summary>
    /// A page of the staff in their other languages. One of the languages, each page another one, is read with axe: the marks are those of English, only words and the page's language differ.
    /// </summary>
    public Task LookAsStaffInOtherLanguagesAsync(IPage page, Uri address, string name)
    {
        string[] others = [.. Languages.OfStaff.Where(l => l != Languages.Staff)];
        return LookInAsync(page, address, name, Languages.StaffCookieName, others, [others[Interlocked.Increment(ref turn) % others.Length]], Languages.Staff);
    }

    /// <summary>A page of the applicants in their other languages, each read with axe.</summary>
    public Task LookAsApplicantInOtherLanguagesAsync(IPage page, Uri address, string name)
    {
        string[] others = [.. Languages.All.Where(l => l != Languages.Default)];
        return LookInAsync(page, address, name, Languages.CookieName, others, others, Languages.Default);
    }

    // On the telephone, where long words do harm.
    private async Task LookInAsync(IPage page, Uri address, string name, string cookie, string[] languages, string[] withAxe, string own)
    {
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(Viewport.Phone.Width, Viewport.Phone.Height);
        foreach (var language in languages)
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = cookie, Value = language, Url = address.ToString() }]);
            await page.GotoAsync(address.ToString());
            var width = await page.EvaluateAsync<int>("() => { document.querySelectorAll('details').forEach(part => part.open = true); return document.documentElement.scrollWidth; }");
            if (width > Viewport.Phone.Width)
            {
                faults.TryAdd($"{name} is {width} wide on {Viewport.Phone.Name} in {language}", 0);
            }

            if (await page.Locator("html").GetAttributeAsync("lang") != language)
            {
                faults.TryAdd($"{name} does not say that it is in {language}", 0);
            }

            await FindRawKeysAsync(page, $"{name} in {language}");
            if (withAxe.Contains(language))
            {
                await axe.ReadAsync(page, $"{name} in {language}", Viewport.Phone);
            }
        }

        await page.Context.AddCookiesAsync([new Cookie { Name = cookie, Value = own, Url = address.ToString() }]);
        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    private async Task FindRawKeysAsync(IPage page, string name)
    {
        foreach (Match key in RawKey().Matches(await page.Locator("main").InnerTextAsync()))
        {
            faults.TryAdd($"{name} shows '{key.Value}'", 0);
        }
    }

    /// <summary>"next.heading", "VettingAndEvidence", "&amp;quot;": what programs say among themselves. Mail and web addresses are no keys.</summary>
    [GeneratedRegex(@"(?<![\w@./-])[a-z]{2,}(\.[a-z][a-z-]+)+(?<!\.(org|invalid|example))(?![\w@./-])|\b[A-Z][a-z]+([A-Z][a-z]+){2,}\b|&[a-z]+;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RawKey();
}
