using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 15: declaration, consent and signatures by function.</summary>
internal sealed class DeclarationSection(DeclarationTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var declarations = content.Declarations;
        yield return wording.Paragraph(declarations.Declaration);
        if (declarations.InOwnWords is { } words)
            yield return wording.Quotation(words);
        else
            yield return Wording.Absent(texts.NoOwnWords);
        yield return new KeyValueBlock([wording.Row(texts.InterviewLanguage, declarations.InterviewLanguage), wording.Row(texts.ReadBack, wording.Date(declarations.ReadBack))]);
        yield return Wording.Subheading(texts.Consents);
        yield return Wording.TableOr(texts.NoConsents, texts.Consents,
            [new(texts.Purpose, 4), new(texts.Recipient, 4), new(texts.Given, 3), new(texts.Version, 2), new(texts.Language, 2)],
            declarations.Consents.OrderBy(consent => consent.Given).Select(IReadOnlyList<IReadOnlyList<Span>> (consent) =>
                [Span.Of(consent.Purpose), Span.Of(consent.Recipient), Span.Of(wording.Date(consent.Given)), Span.Of(consent.Version), Span.Of(consent.Language)]));
        yield return Wording.Subheading(texts.Signatures);
        if (declarations.Signatories.Count == 0)
            yield return Wording.Absent(texts.NoSignatures);
        else
            yield return new SignatureBlock([.. declarations.Signatories.Select(Line)]);

        SignatureLine Line(Signatory signatory) => new(signatory.Function,
            Span.Of($"{signatory.Statement}\n{(signatory.Signed is { } day ? Wording.Fill(texts.SignedOn, wording.Date(day)) : texts.NotSigned)}"));
    }
}

public sealed record DeclarationTexts
{
    public required string Title { get; init; }

    public required string NoOwnWords { get; init; }

    public required string InterviewLanguage { get; init; }

    public required string ReadBack { get; init; }

    public required string Consents { get; init; }

    public required string NoConsents { get; init; }

    public required string Purpose { get; init; }

    public required string Recipient { get; init; }

    public required string Given { get; init; }

    public required string Version { get; init; }

    public required string Language { get; init; }

    public required string Signatures { get; init; }

    public required string NoSignatures { get; init; }

    /// <summary>{0} date.</summary>
    public required string SignedOn { get; init; }

    public required string NotSigned { get; init; }
}
