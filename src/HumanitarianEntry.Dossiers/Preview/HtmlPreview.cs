using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Dossiers.Preview;

/// <summary>The same document as one HTML fragment (an &lt;article&gt;) to look at before it is released: every text escaped, no script, no style, no address outside.</summary>
public static class HtmlPreview
{
    /// <exception cref="DossierRenderException">The document contradicts itself.</exception>
    public static string Render(DossierDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DocumentChecks.Demand(document);
        var html = new HtmlText(document.Metadata.Language);
        html.Open("article", ("class", "dossier"), ("lang", document.Metadata.Language));
        if (document.Cover is { } cover)
            Cover(html, document, cover);
        else
            html.Element("p", document.Metadata.Watermark, ("class", "dossier-copy-mark"));
        var blocks = new HtmlBlocks(html, document.Blocks);
        for (var i = 0; i < document.Blocks.Count; i++)
            blocks.Write(document.Blocks[i], i);
        html.Close("article");
        return html.ToString();
    }

    private static void Cover(HtmlText html, DossierDocument document, Cover cover)
    {
        html.Open("header", ("class", "dossier-cover"));
        html.Element("p", document.Metadata.Classification, ("class", "dossier-classification"));
        html.Element("h1", cover.Kind);
        html.Element("p", cover.Programme);
        html.Rows([.. cover.Rows, .. cover.ProofRows]);
        html.Element("p", cover.Notice);
        html.Element("p", document.Metadata.Watermark, ("class", "dossier-copy-mark"));
        html.Close("header");
    }
}
