using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Preview;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class HtmlPreviewTests
{
    [Fact]
    public void Render_Sample_HasEverySectionAndNothingThatRunsOrLoads()
    {
        var html = HtmlPreview.Render(RendererFixture.SampleDocument());

        Assert.All(DossierComposerTests.Titles, title => Assert.Contains(title, html, StringComparison.Ordinal));
        Assert.Contains($"""<blockquote lang="ru">{SampleDossier.RussianQuotation}</blockquote>""", html, StringComparison.Ordinal);
        foreach (var forbidden in new[] { "<script", "<style", "style=", "src=\"http", "href=\"http", "onerror" })
            Assert.DoesNotContain(forbidden, html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Render_HostileTexts_AreEscaped()
    {
        const string Hostile = "<script>alert(1)</script>\" onload='x' & \u202Eexe";
        var document = HostileDocument.With(Hostile);

        var html = HtmlPreview.Render(document);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; [U+202E]exe", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FrenchText_BreaksNoLineWherePaperWouldNot()
    {
        var document = HostileDocument.With("DEMO") with { Blocks = [new ParagraphBlock([new TextSpan("Il a dit : « non ». "), new TextSpan("a : b") { Language = "ru" }])] };

        var html = HtmlPreview.Render(document);

        Assert.Contains("Il a dit\u00A0: «\u00A0non\u00A0».", html, StringComparison.Ordinal);
        Assert.Contains("a : b", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_EveryAnnexReference_HasItsTarget()
    {
        var document = RendererFixture.SampleDocument();
        var html = HtmlPreview.Render(document);

        foreach (var entry in document.Blocks.OfType<RegisterBlock>().SelectMany(register => register.Entries).Where(entry => entry.AnnexNumber is not null))
            Assert.Contains($"id=\"annex-{entry.AnnexNumber}\"", html, StringComparison.Ordinal);
    }
}
