namespace HumanitarianEntry.Dossiers.Documents;

/// <summary>Which way a text runs.</summary>
public enum TextDirection
{
    /// <summary>As the language says.</summary>
    Automatic,
    LeftToRight,
    RightToLeft,
}

/// <summary>One piece of a dossier, from top to bottom. The set of kinds is closed: a renderer knows every one.</summary>
public abstract record Block
{
    /// <summary>Language of the block (BCP 47), when it differs from the document's.</summary>
    public string? Language { get; init; }

    public TextDirection Direction { get; init; }
}

/// <summary>A heading; level 1 opens a section, appears in the contents and in the bookmarks.</summary>
public sealed record HeadingBlock(int Level, string Text) : Block
{
    /// <summary>The number printed before the heading; null for none.</summary>
    public string? Number { get; init; }
}

/// <summary>How a paragraph stands on the page.</summary>
public enum ParagraphStyle
{
    Body,

    /// <summary>The sentence to read when only one is read.</summary>
    Lead,

    /// <summary>A remark set apart: a limit, a warning, a doubt.</summary>
    Note,

    /// <summary>States that nothing is known or recorded.</summary>
    Absent,

    /// <summary>A bullet of a list.</summary>
    Item,
}

public sealed record ParagraphBlock(IReadOnlyList<Span> Spans) : Block
{
    public ParagraphStyle Style { get; init; }
}

/// <summary>Words of a person as spoken or written, with the translation beside or below.</summary>
/// <param name="Original">The words in the language of the block's <see cref="Block.Language"/>.</param>
public sealed record QuotationBlock(string Original) : Block
{
    public string? Introduction { get; init; }

    /// <summary>The translation, in the language of the document; null when the original needs none.</summary>
    public string? Translation { get; init; }

    /// <summary>Who translated (function, never a name), date, annexes.</summary>
    public IReadOnlyList<Span> Attribution { get; init; } = [];
}

public sealed record KeyValueRow(string Label, IReadOnlyList<Span> Value);

public sealed record KeyValueBlock(IReadOnlyList<KeyValueRow> Rows) : Block
{
    public string? Title { get; init; }

    /// <summary>A picture set beside the list (photograph of a person), if any.</summary>
    public Picture? Picture { get; init; }
}

/// <param name="Weight">Share of the width against the other columns, above 0.</param>
public sealed record TableColumn(string Title, double Weight);

/// <summary>A table; its header row is repeated on each page. The first column is the header of its row.</summary>
public sealed record TableBlock(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<IReadOnlyList<Span>>> Rows) : Block;

/// <summary>A numbered list of things with their particulars: evidence items, annexes.</summary>
public sealed record RegisterBlock(IReadOnlyList<RegisterEntry> Entries) : Block;

/// <param name="Mark">What stands in the margin, such as E3 or 12.</param>
public sealed record RegisterEntry(string Mark, IReadOnlyList<Span> Title)
{
    public IReadOnlyList<KeyValueRow> Facts { get; init; } = [];

    /// <summary>Number of the annex this entry is; references to the annex lead here.</summary>
    public int? AnnexNumber { get; init; }
}

public sealed record FigureBlock(Picture Picture, string Caption) : Block;

public sealed record TimelineEntry(string When, IReadOnlyList<Span> What);

/// <summary>Dated facts in order, as a list; accessible as it is.</summary>
public sealed record TimelineBlock(IReadOnlyList<TimelineEntry> Entries) : Block;

/// <param name="Role">Function of the person who signs; never a name.</param>
public sealed record SignatureLine(string Role, IReadOnlyList<Span> Statement);

public sealed record SignatureBlock(IReadOnlyList<SignatureLine> Lines) : Block;

/// <summary>Contents of the document with page numbers (level 1 headings).</summary>
public sealed record ContentsBlock(string Title) : Block;

public sealed record PageBreakBlock : Block;

/// <summary>A picture on a page of its own, as large as the page allows, with the number of its annex.</summary>
/// <param name="Title">Its bookmark and what stands above it.</param>
/// <param name="Stamp">Such as "Annex 3".</param>
public sealed record PagePictureBlock(string Title, string Stamp, Picture Picture) : Block;

/// <summary>What proves a document that has no cover: a code and the fingerprints in it.</summary>
/// <param name="QrContent">Manifest hash and key fingerprint.</param>
public sealed record ProofBlock(string Title, string QrContent, string QrAlternative, IReadOnlyList<KeyValueRow> Rows, string Notice) : Block;
