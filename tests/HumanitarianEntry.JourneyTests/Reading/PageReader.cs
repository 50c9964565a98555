using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HumanitarianEntry.JourneyTests.Hosting;
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
    /// A page in another of its languages, read with axe on the telephone, where long words do harm. Each page takes the next language: the marks are the same in all, and that every text is
    /// there in every language is tested without a browser.
    /// </summary>
    /// <param name="cookie">Keeps the choice.</param>
    /// <param name="own">The language of this walk.</param>
    public async Task LookInAnotherLanguageAsync(IPage page, Uri address, string name, string cookie, IReadOnlyList<string> languages, string own)
    {
        var others = languages.Where(l => l != own).ToList();
        var language = others[Interlocked.Increment(ref turn) % others.Count];
        var before = page.ViewportSize!;
        await page.SetViewportSizeAsync(Viewport.Phone.Width, Viewport.Phone.Height);
        await ChooseAsync(language);
        await page.GotoAsync(address.ToString());
        var width = await page.EvaluateAsync<int>("() => { document.querySelectorAll('details').forEach(part => part.open = true); return document.documentElement.scrollWidth; }");
        if (width > Viewport.Phone.Width)
        {
            faults.TryAdd($"{name} is {width} wide on {Viewport.Phone.Name} in {language}", 0);
        }

        if (await page.Locator("html").GetAttributeAsync("lang") is var said && said != language)
        {
            faults.TryAdd($"{name} says that it is in {said}, not in {language}", 0);
        }

        await FindRawKeysAsync(page, $"{name} in {language}");
        await axe.ReadAsync(page, $"{name} in {language}", Viewport.Phone);
        await ChooseAsync(own);
        await page.SetViewportSizeAsync(before.Width, before.Height);

        Task ChooseAsync(string choice) => page.Context.AddCookiesAsync([new Cookie { Name = cookie, Value = choice, Domain = address.Host, Path = "/" }]);
    }

    private async Task FindRawKeysAsync(IPage page, string name)
    {
        foreach (Match key in RawKey().Matches(await page.Locator("main").InnerTextAsync()))
        {
            faults.TryAdd($"{name} shows '{key.Value}'", 0);
        }
    }

    /// <summary>"next.heading", "VettingAndEvidence", "&amp;quot;": what programs say among themselves. Mail and web addresses and the manifest are no keys.</summary>
    [GeneratedRegex(@"(?<![\w@./-])[a-z]{2,}(\.[a-z][a-z-]+)+(?<!\.(org|invalid|example|json))(?![\w@./-])|\b[A-Z][a-z]+([A-Z][a-z]+){2,}\b|&[a-z]+;", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RawKey();
}
