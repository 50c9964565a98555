using Microsoft.Playwright;

namespace HumanitarianEntry.JourneyTests.Hosting;

/// <summary>The installed Chromium. Check <see cref="Missing"/> first and skip by its words.</summary>
public sealed class Browsers : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Browsers(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>What this machine lacks, or null when journeys can run.</summary>
    public static string? Missing => !File.Exists(Chromium) ? $"chromium is not installed at {Chromium}" : !File.Exists(Repository.Application) ? $"the application is not built at {Repository.Application}" : null;

    public static async Task<Browsers> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Browsers(driver, chromium);
    }

    public async Task<IPage> NewPageAsync(Viewport viewport, string locale, bool javaScript)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = viewport.Width, Height = viewport.Height },
            Locale = locale,
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        context.SetDefaultNavigationTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>A size of window that people really have.</summary>
public sealed record Viewport(string Name, int Width, int Height)
{
    public static readonly Viewport Phone = new("phone-320", 320, 640);
    public static readonly Viewport Desktop = new("desktop-1280", 1280, 900);
}
