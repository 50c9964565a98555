namespace HumanitarianEntry.Dossiers.Documents;

/// <summary>A dossier as blocks, independent of how it is set. Texts may be hostile; renderers clean them.</summary>
public sealed record DossierDocument
{
    public required DocumentMetadata Metadata { get; init; }

    /// <summary>Null for a document of one page.</summary>
    public required Cover? Cover { get; init; }

    /// <summary>Set closely, to stand on one page.</summary>
    public bool IsOnePage { get; init; }

    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Files embedded in the PDF: annexes and the manifest.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>What the document says about itself. Nothing here may contain a person's name: it becomes document properties and footers.</summary>
public sealed record DocumentMetadata
{
    public required string Title { get; init; }

    /// <summary>BCP 47 language of the document, such as "fr".</summary>
    public required string Language { get; init; }

    /// <summary>Random case reference, never a name or a countable number.</summary>
    public required string Reference { get; init; }

    public required string Version { get; init; }

    public required string Classification { get; init; }

    /// <summary>Footer with the placeholders {reference}, {version}, {page} and {pages}.</summary>
    public required string FooterPattern { get; init; }

    /// <summary>The visible copy mark behind every page.</summary>
    public required string Watermark { get; init; }
}

/// <summary>The first page. It bears no name.</summary>
public sealed record Cover
{
    public required string Programme { get; init; }

    public required string Kind { get; init; }

    public required IReadOnlyList<KeyValueRow> Rows { get; init; }

    /// <summary>What the QR code holds: manifest hash and key fingerprint.</summary>
    public required string QrContent { get; init; }

    public required string QrAlternative { get; init; }

    public required string ProofTitle { get; init; }

    public required IReadOnlyList<KeyValueRow> ProofRows { get; init; }

    public required string Notice { get; init; }
}

/// <summary>How an embedded file relates to the document (AFRelationship of ISO 32000-2).</summary>
public enum AttachmentRelationship
{
    Source,
    Data,
    Alternative,
    Supplement,
}

/// <param name="FileName">Name inside the PDF; without a person's name, letters, digits, dot and hyphen only.</param>
/// <param name="MediaType">Such as application/pdf.</param>
public sealed record Attachment(string FileName, string MediaType, FileContent Content, AttachmentRelationship Relationship, string Description);
