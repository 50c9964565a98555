using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Refuses a document that contradicts itself, before anything is set.</summary>
internal static partial class DocumentChecks
{
    public static void Demand(DossierDocument document)
    {
        if (!LanguageCode().IsMatch(document.Metadata.Language))
            throw Refused($"\"{document.Metadata.Language}\" is not a language code.");
        DemandAnnexes(document);
        DemandTables(document);
        DemandAttachments(document.Attachments);
        DemandPictures(document.Blocks);
    }

    private static void DemandAnnexes(DossierDocument document)
    {
        var known = new HashSet<int>();
        foreach (var number in document.Blocks.OfType<RegisterBlock>().SelectMany(register => register.Entries).Select(entry => entry.AnnexNumber).OfType<int>())
        {
            if (!known.Add(number))
                throw Refused(string.Create(CultureInfo.InvariantCulture, $"Annex {number} is listed twice."));
        }
        foreach (var annex in document.Blocks.SelectMany(SpansOf).Concat(document.Cover?.Rows.SelectMany(row => row.Value) ?? []).OfType<AnnexSpan>())
        {
            if (!known.Contains(annex.Number))
                throw Refused(string.Create(CultureInfo.InvariantCulture, $"Annex {annex.Number} is cited but not in the list of annexes."));
        }
    }

    private static void DemandTables(DossierDocument document)
    {
        foreach (var table in document.Blocks.OfType<TableBlock>())
        {
            if (table.Columns.Count == 0 || table.Columns.Any(column => column.Weight <= 0) || table.Rows.Any(row => row.Count != table.Columns.Count))
                throw Refused("A row of a table has more or fewer cells than the table has columns.");
        }
    }

    private static void DemandAttachments(IReadOnlyList<Attachment> attachments)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var attachment in attachments)
        {
            if (!FileName().IsMatch(attachment.FileName))
                throw Refused("The name of an attached file may hold letters a-z, digits, dots and hyphens only.");
            if (attachment.Content.Length == 0)
                throw Refused($"The attached file {attachment.FileName} is empty.");
            if (!names.Add(attachment.FileName))
                throw Refused($"Two attached files are called {attachment.FileName}.");
        }
    }

    private static void DemandPictures(IReadOnlyList<Block> blocks)
    {
        var pictures = blocks.Select(block => block switch { FigureBlock figure => figure.Picture, KeyValueBlock list => list.Picture, PagePictureBlock page => page.Picture, _ => null }).OfType<Picture>();
        foreach (var picture in pictures)
        {
            if (string.IsNullOrWhiteSpace(picture.Alternative))
                throw Refused("A picture has no words that stand for it.");
            if (picture.Width is not (> 0 and <= 1))
                throw Refused("The width of a picture is a share of the text width, above 0 and up to 1.");
        }
    }

    private static IEnumerable<Span> SpansOf(Block block) => block switch
    {
        ParagraphBlock paragraph => paragraph.Spans,
        QuotationBlock quotation => quotation.Attribution,
        KeyValueBlock list => list.Rows.SelectMany(row => row.Value),
        TableBlock table => table.Rows.SelectMany(row => row).SelectMany(cell => cell),
        RegisterBlock register => register.Entries.SelectMany(entry => entry.Title.Concat(entry.Facts.SelectMany(fact => fact.Value))),
        TimelineBlock timeline => timeline.Entries.SelectMany(entry => entry.What),
        ProofBlock proof => proof.Rows.SelectMany(row => row.Value),
        SignatureBlock signatures => signatures.Lines.SelectMany(line => line.Statement),
        _ => [],
    };

    private static DossierRenderException Refused(string message) => new(DossierRenderFailure.DocumentRefused, message);

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageCode();

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName();
}
