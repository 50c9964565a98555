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

    /// <summary>One page with all pictures of all journeys side by side, telephone and desk, for whoever looks at them.</summary>
    public static async Task WriteSheetAsync()
    {
        var phone = $".{Viewport.Phone.Name}.png";
        var rows = Directory.EnumerateFiles(Repository.Screenshots, "*" + phone).Select(file => Path.GetFileName(file)[..^phone.Length]).Order(StringComparer.Ordinal).Select(name =>
            $"<figure><img loading=lazy src=\"{name}.{Viewport.Phone.Name}.png\" alt=\"\"><img loading=lazy src=\"{name}.{Viewport.Desktop.Name}.png\" alt=\"\"><figcaption>{name}</figcaption></figure>");
        await File.WriteAllTextAsync(
            Path.Combine(Repository.Screenshots, "index.html"),
            "<!doctype html><meta charset=utf-8><title>Pages</title><style>body{font:1rem sans-serif;display:flex;flex-wrap:wrap;gap:2rem}figure{margin:0}img{max-height:36rem;border:1px solid #999;margin-right:.5rem;vertical-align:top}</style>" + string.Concat(rows));
    }

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
