using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Reading;

/// <summary>The reader of pages sees what it is there to see; otherwise a walk without findings would say nothing.</summary>
public sealed class AxeFindingsTests
{
    [Fact]
    public async Task Read_PageWithoutLanguageAndLabel_FindsBoth()
    {
        Assert.SkipUnless(Browsers.Missing is null, Browsers.Missing ?? string.Empty);
        await using var browsers = await Browsers.StartAsync();
        var page = await browsers.NewPageAsync(Viewport.Phone, "en-GB", javaScript: true);
        await page.SetContentAsync("<html><head><title>DEMO</title></head><body><main><h1>DEMO</h1><input name='unlabelled'></main></body></html>");
        var findings = new AxeFindings();
        await findings.ReadAsync(page, "/demo", Viewport.Phone);
        Assert.Contains(findings.All, f => f.Rule == "html-has-lang");
        Assert.Contains(findings.All, f => f.Rule == "label");
    }
}
