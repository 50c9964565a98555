namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>What the dossier says of its translations.</summary>
public sealed record TranslationTexts
{
    /// <summary>{0} qualification, {1} number of the certificate, {2} day.</summary>
    public required string Certificate { get; init; }

    /// <summary>{0} what the translator notes.</summary>
    public required string Notes { get; init; }

    /// <summary>{0} code of the question, {1} day.</summary>
    public required string AnswerOf { get; init; }

    /// <summary>{0} what is translated.</summary>
    public required string Of { get; init; }

    public required string Kind { get; init; }

    public required string Original { get; init; }

    public required string Translated { get; init; }
}
