using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 0: reference, recipient, version, proof. No name.</summary>
internal sealed class CoverPage(CoverTexts texts)
{
    public Cover Compose(DossierHeader header, DossierManifest manifest, Wording wording)
    {
        var proof = Proof(texts, header, manifest);
        return new()
        {
            Programme = header.Programme,
            Kind = texts.Kind,
            Rows =
            [
                new(texts.Reference, [new TextSpan(header.Reference) { Style = SpanStyle.Strong }]),
                wording.Row(texts.Recipient, header.Recipient),
                wording.Row(texts.Copy, header.CopyMark),
                wording.Row(texts.Version, Wording.Fill(texts.VersionOf, header.Version, wording.Date(header.Date))),
                wording.Row(texts.Classification, header.Classification),
                wording.Row(texts.Contact, header.SubmissionContact),
            ],
            QrContent = proof.QrContent,
            QrAlternative = proof.QrAlternative,
            ProofTitle = proof.Title,
            ProofRows = proof.Rows,
            Notice = proof.Notice,
        };
    }

    internal static ProofBlock Proof(CoverTexts texts, DossierHeader header, DossierManifest manifest) => new(
        texts.ProofTitle, $"sha256:{manifest.Sha256}\nkey:{header.KeyFingerprint ?? "-"}", texts.QrAlternative,
        [
            new(texts.ManifestHash, [new TextSpan(Grouped(manifest.Sha256)) { Style = SpanStyle.Code }]),
            new(texts.KeyFingerprint, [new TextSpan(header.KeyFingerprint is { } fingerprint ? Grouped(fingerprint) : texts.NotSigned) { Style = header.KeyFingerprint is null ? SpanStyle.Plain : SpanStyle.Code }]),
        ],
        texts.Notice);

    /// <summary>Eight groups of eight digits: a hash that can be compared aloud.</summary>
    internal static string Grouped(string hash) => string.Join(' ', hash.Chunk(8).Select(group => new string(group)));
}

/// <summary>What changed from version to version.</summary>
internal sealed class VersionTable(CoverTexts texts)
{
    public IEnumerable<Block> Blocks(IReadOnlyList<VersionChange> versions, Wording wording)
    {
        yield return Wording.Subheading(texts.VersionsTitle);
        yield return Wording.TableOr(texts.NoVersions, texts.VersionsCaption,
            [new(texts.Version, 1), new(texts.VersionDate, 2), new(texts.VersionChange, 5)],
            versions.Select(IReadOnlyList<IReadOnlyList<Span>> (version) => [Span.Of(version.Version), Span.Of(wording.Date(version.Date)), Span.Of(version.Change)]));
    }
}

public sealed record CoverTexts
{
    public required string Kind { get; init; }

    public required string Reference { get; init; }

    public required string Recipient { get; init; }

    public required string Copy { get; init; }

    public required string Version { get; init; }

    /// <summary>{0} version, {1} date.</summary>
    public required string VersionOf { get; init; }

    public required string Classification { get; init; }

    public required string Contact { get; init; }

    public required string ProofTitle { get; init; }

    public required string ManifestHash { get; init; }

    public required string KeyFingerprint { get; init; }

    public required string NotSigned { get; init; }

    public required string QrAlternative { get; init; }

    public required string Notice { get; init; }

    public required string VersionsTitle { get; init; }

    public required string VersionsCaption { get; init; }

    public required string VersionDate { get; init; }

    public required string VersionChange { get; init; }

    public required string NoVersions { get; init; }
}
