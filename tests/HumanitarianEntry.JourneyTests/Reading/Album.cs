using System.Collections.Concurrent;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.Playwright;

namespace HumanitarianEntry.JourneyTests.Reading;

/// <summary>One picture of each main page, on a small telephone and on a desk, for people who look at them; and which pages are wider than the telephone.</summary>
public sealed class Album
{
    private readonly ConcurrentDictionary<string, byte> taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> wide = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => [.. taken.Keys];

    /// <summary>Pages that have to be pushed sideways at 320 pixels, with their width (WCAG 2.2, 1.4.10).</summary>
    public IReadOnlyDictionary<string, int> WiderThanThePhone => wide;

    /// <param name="measure">A page in which scripts may run and that shows the same; null when it is the page itself.</param>
    public async Task TakeAsync(IPage page, IPage? measure, string name)
    {
        if (!taken.TryAdd(name, 0))
        {
            return;
        }

        var before = page.ViewportSize!;
        foreach (var viewport in new[] { Viewport.Phone, Viewport.Desktop })
        {
            await page.SetViewportSizeAsync(viewport.Width, viewport.Height);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Screenshots, $"{name}.{viewport.Name}.png"), FullPage = true });
            if (viewport == Viewport.Phone)
            {
                var width = await (measure ?? page).EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (width > viewport.Width)
                {
                    wide.TryAdd(name, width);
                }
            }
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
