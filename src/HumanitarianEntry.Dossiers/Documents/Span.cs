namespace HumanitarianEntry.Dossiers.Documents;

/// <summary>How a run of text is set.</summary>
public enum SpanStyle
{
    Plain,
    Strong,
    Emphasis,

    /// <summary>Words of somebody, in the quotation marks of the document's language.</summary>
    Quoted,

    /// <summary>A code, reference or hash: digits of equal width, broken anywhere.</summary>
    Code,

    /// <summary>Smaller and lighter: an explanation of what stands before.</summary>
    Aside,
}

public abstract record Span
{
    public static IReadOnlyList<Span> Of(string text) => [new TextSpan(text)];
}

/// <summary>A run of text. Line feeds are line breaks; nothing in it is markup.</summary>
public sealed record TextSpan(string Text) : Span
{
    public SpanStyle Style { get; init; }

    public string? Language { get; init; }

    public TextDirection Direction { get; init; }
}

/// <summary>A reference to an annex by its number; it must be in a register of the document.</summary>
/// <param name="Text">What is printed, such as "annexe 3".</param>
public sealed record AnnexSpan(int Number, string Text) : Span;
