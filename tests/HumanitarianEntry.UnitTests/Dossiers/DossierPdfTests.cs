using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class DossierPdfTests(RendererFixture fixture)
{
    [Fact]
    public async Task RenderAsync_Sample_IsPdfOfManyPages()
    {
        var rendered = await fixture.Renderer.RenderAsync(RendererFixture.SampleDocument(), RendererFixture.Options, TestContext.Current.CancellationToken);

        Assert.True(rendered.Bytes.Span.StartsWith("%PDF-"u8));
        Assert.InRange(rendered.Pages, 10, 25);
        Assert.Empty(rendered.ReplacedCharacters);
        if (Environment.GetEnvironmentVariable("DOSSIER_SAMPLE_OUT") is { } path)
            await File.WriteAllBytesAsync(path, rendered.Bytes, TestContext.Current.CancellationToken);
    }
}
