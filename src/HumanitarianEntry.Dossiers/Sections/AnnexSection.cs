using System.Globalization;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 16: the list of annexes, each with its hash.</summary>
internal sealed class AnnexSection(AnnexTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public bool OnPageOfItsOwn => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        yield return Wording.Paragraph(texts.Explanation);
        if (content.Annexes.Count == 0)
            yield return Wording.Absent(texts.None);
        else
            yield return new RegisterBlock([.. content.Annexes.OrderBy(annex => annex.Number).Select(annex => Entry(annex, wording))]);
    }

    /// <summary>The annexes that travel inside the PDF.</summary>
    public static IEnumerable<Attachment> Attachments(IReadOnlyList<Annex> annexes) => annexes.OrderBy(annex => annex.Number)
        .Where(annex => annex.Bytes is not null)
        .Select(annex => new Attachment(annex.FileName, annex.MediaType, annex.Bytes!, AttachmentRelationship.Supplement, annex.Title));

    private RegisterEntry Entry(Annex annex, Wording wording) => new(annex.Number.ToString(CultureInfo.InvariantCulture), Span.Of(annex.Title))
    {
        AnnexNumber = annex.Number,
        Facts =
        [
            wording.Row(texts.Kind, $"{annex.Kind} ({annex.Language})"),
            wording.Row(texts.Original, annex.OriginalSeen switch
            {
                OriginalSeen.Yes => texts.OriginalSeen,
                OriginalSeen.No => texts.OriginalNotSeen,
                OriginalSeen.BornDigital => texts.BornDigital,
            }),
            wording.Row(texts.Translation, annex.TranslatorFunction ?? texts.NoTranslation),
            wording.Row(texts.File, Wording.Fill(!annex.HasCopy ? texts.NotAttached : annex.Bytes is null ? texts.HandedOverApart : texts.Embedded, annex.FileName)),
            new(annex.HasCopy ? texts.Hash : texts.OriginalHash, [new TextSpan(CoverPage.Grouped(annex.Sha256)) { Style = SpanStyle.Code }]),
            .. annex.OriginalSha256 is { } original ? [new(texts.OriginalHash, [new TextSpan(CoverPage.Grouped(original)) { Style = SpanStyle.Code }])] : Array.Empty<KeyValueRow>(),
        ],
    };
}

public sealed record AnnexTexts
{
    public required string Title { get; init; }

    public required string Explanation { get; init; }

    public required string None { get; init; }

    public required string Kind { get; init; }

    public required string Original { get; init; }

    public required string OriginalSeen { get; init; }

    public required string OriginalNotSeen { get; init; }

    public required string BornDigital { get; init; }

    public required string Translation { get; init; }

    public required string NoTranslation { get; init; }

    public required string File { get; init; }

    /// <summary>{0} file name.</summary>
    public required string Embedded { get; init; }

    /// <summary>{0} file name.</summary>
    public required string HandedOverApart { get; init; }

    /// <summary>No copy without traits of its making could be made.</summary>
    public required string NotAttached { get; init; }

    public required string Hash { get; init; }

    public required string OriginalHash { get; init; }
}
