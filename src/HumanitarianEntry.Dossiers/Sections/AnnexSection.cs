using System.Globalization;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 16: the list of annexes, each with its hash.</summary>
internal sealed class AnnexSection(AnnexTexts texts, ClaimTexts claims) : IDossierSection
{
    public string Title => texts.Title;

    public bool OnPageOfItsOwn => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var register = new AnnexRegister(texts);
        var listed = content.Annexes.Where(annex => !annex.IsOnSheet).ToList();
        yield return Wording.Paragraph(texts.Explanation);
        if (listed.Count == 0)
            yield return Wording.Absent(content.AnnexesWithheld ? wording.NotDisclosed : texts.None);
        else
            yield return register.List(listed, wording);
        if (listed.Count > 0 && content.AnnexesWithheld)
            yield return Wording.Paragraph(texts.Withheld, ParagraphStyle.Note);
        if (content.Translations.Count > 0)
            yield return Wording.Subheading(texts.Translations);
        foreach (var quoted in content.Translations)
            yield return wording.Quotation(quoted);
        foreach (var block in new ClaimTable(claims).Blocks(content.Claims, wording))
            yield return block;
        foreach (var page in register.Pages(listed))
            yield return page;
    }

    /// <summary>The annexes that travel inside the PDF as files.</summary>
    public static IEnumerable<Attachment> Attachments(IReadOnlyList<Annex> annexes) => annexes.OrderBy(annex => annex.Number)
        .Where(annex => annex.Attached is not null)
        .Select(annex => new Attachment(annex.FileName, annex.MediaType, annex.Attached!, AttachmentRelationship.Supplement, annex.Title));
}

/// <summary>Annexes as a list with their hashes, and those that stand as pages.</summary>
internal sealed class AnnexRegister(AnnexTexts texts)
{
    public RegisterBlock List(IEnumerable<Annex> annexes, Wording wording) => new([.. annexes.OrderBy(annex => annex.Number).Select(annex => Entry(annex, wording))]);

    public IEnumerable<Block> Pages(IEnumerable<Annex> annexes) => annexes.OrderBy(annex => annex.Number).Where(annex => annex.Page is not null).Select(annex =>
        new PagePictureBlock(annex.Title, Wording.Fill(texts.Stamp, annex.Number), new RasterPicture(annex.Page!) { Alternative = Wording.Fill(texts.PictureAlternative, annex.Number, annex.Title) }));

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
            .. annex.CapturedFrom is { } from ? [wording.Row(texts.CapturedFrom, from)] : Array.Empty<KeyValueRow>(),
            .. annex.CapturedOn is { } day ? [wording.Row(texts.CapturedOn, Wording.Fill(annex.IsSaidByFile ? texts.SaidByFile : texts.SaidByPerson, day))] : Array.Empty<KeyValueRow>(),
            .. annex.ArchivedAt is { } archive ? [wording.Row(texts.ArchivedAt, archive)] : Array.Empty<KeyValueRow>(),
            wording.Row(texts.Translation, annex.TranslatorFunction ?? texts.NoTranslation),
            wording.Row(texts.File, Wording.Fill(Where(annex), annex.FileName)),
            new(annex.HasCopy ? texts.Hash : texts.OriginalHash, [new TextSpan(CoverPage.Grouped(annex.Sha256)) { Style = SpanStyle.Code }]),
            .. annex.OriginalSha256 is { } original ? [new(texts.OriginalHash, [new TextSpan(CoverPage.Grouped(original)) { Style = SpanStyle.Code }])] : Array.Empty<KeyValueRow>(),
        ],
    };

    private string Where(Annex annex) => annex switch
    {
        { HasCopy: false } => texts.NotAttached,
        { Page: not null } => texts.AsPage,
        { Attached: null } => texts.HandedOverApart,
        _ => texts.Embedded,
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

    public required string CapturedFrom { get; init; }

    public required string CapturedOn { get; init; }

    /// <summary>{0} day.</summary>
    public required string SaidByFile { get; init; }

    /// <summary>{0} day.</summary>
    public required string SaidByPerson { get; init; }

    public required string ArchivedAt { get; init; }

    public required string Translation { get; init; }

    public required string NoTranslation { get; init; }

    /// <summary>Heading over originals and translations beside each other.</summary>
    public required string Translations { get; init; }

    public required string File { get; init; }

    /// <summary>{0} file name.</summary>
    public required string Embedded { get; init; }

    /// <summary>{0} file name.</summary>
    public required string HandedOverApart { get; init; }

    /// <summary>{0} file name, which is not attached.</summary>
    public required string AsPage { get; init; }

    /// <summary>{0} number; stands on the page of a picture.</summary>
    public required string Stamp { get; init; }

    /// <summary>{0} number, {1} title.</summary>
    public required string PictureAlternative { get; init; }

    /// <summary>There are further annexes that this recipient does not get.</summary>
    public required string Withheld { get; init; }

    /// <summary>No copy without traits of its making could be made.</summary>
    public required string NotAttached { get; init; }

    public required string Hash { get; init; }

    public required string OriginalHash { get; init; }
}
