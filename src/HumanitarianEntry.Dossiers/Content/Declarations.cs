using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Content;

public sealed record Declarations
{
    /// <summary>What the applicant declared, in the language of the dossier.</summary>
    public required CitedText Declaration { get; init; }

    /// <summary>The same in the applicant's own words, if recorded.</summary>
    public required QuotedStatement? InOwnWords { get; init; }

    public required string InterviewLanguage { get; init; }

    public required DateOnly ReadBack { get; init; }

    public required IReadOnlyList<ConsentScope> Consents { get; init; }

    public required IReadOnlyList<Signatory> Signatories { get; init; }
}

public sealed record ConsentScope(string Purpose, string Recipient, DateOnly Given, string Version, string Language);

/// <param name="Function">Applicant, interviewer, interpreter; never a name.</param>
public sealed record Signatory(string Function, string Statement, DateOnly? Signed);

public enum OriginalSeen
{
    Yes,
    No,

    /// <summary>The annex is digital from birth.</summary>
    BornDigital,
}

public sealed record Annex
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public required string Language { get; init; }

    public required OriginalSeen OriginalSeen { get; init; }

    /// <summary>Function of the translator; null when nothing was translated.</summary>
    public required string? TranslatorFunction { get; init; }

    /// <summary>Lower-case letters, digits, dots and hyphens; no names.</summary>
    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal: of the working copy where there is one, else of the original.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the original that the file is a working copy of; null where it is no copy or the same bytes.</summary>
    public string? OriginalSha256 { get; init; }

    /// <summary>Address of the page or screen that it is a capture of; null for everything else. Text, never a link.</summary>
    public string? CapturedFrom { get; init; }

    /// <summary>Day of the capture in UTC, in words; null where it is not known, and for everything else.</summary>
    public string? CapturedOn { get; init; }

    /// <summary>The day and address stand in the file itself; false where a person stated them.</summary>
    public bool IsSaidByFile { get; init; }

    /// <summary>Where a public archive keeps the same page.</summary>
    public string? ArchivedAt { get; init; }

    /// <summary>False where no copy without traits of its making could be made; the original is then neither attached nor handed over.</summary>
    public bool HasCopy { get; init; } = true;

    /// <summary>The file, to be attached; null when it stands as a page or is handed over apart.</summary>
    public required FileContent? Attached { get; init; }

    /// <summary>A picture that stands as a page of the dossier; its file is not attached.</summary>
    public byte[]? Page { get; init; }

    /// <summary>A medical paper: it belongs to the confidential sheet, not to the general list.</summary>
    public bool IsOnSheet { get; init; }
}
