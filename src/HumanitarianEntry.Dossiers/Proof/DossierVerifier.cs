using System.Globalization;
using HumanitarianEntry.Dossiers.Composing;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>One thing that speaks against a file.</summary>
public sealed record ProofFinding(string Code, string Sentence);

/// <summary>What is expected of a file besides being genuine; null: nothing.</summary>
public sealed record Expected(string? Version = null, string? Recipient = null);

/// <summary>What a file proves. Genuine is only a file against which nothing speaks, signed by a key that is in the key book.</summary>
/// <param name="Manifest">What the file says of itself; null where it says nothing. Only in an unaltered file is it more than a claim.</param>
/// <param name="Signer">The key's entry in the key book; null where it is not in it or there is none.</param>
public sealed record DossierProof(SignatureReading? Signature, ManifestReading? Manifest, KeyBookEntry? Signer, IReadOnlyList<ProofFinding> Findings)
{
    public bool IsGenuine => Findings.Count == 0;

    /// <summary>Not a byte was changed since it was signed, by whomever.</summary>
    public bool IsUnaltered => Signature?.State == SignatureState.Intact;
}

/// <summary>Says of a file whether it is a dossier as it was made, or exactly what is wrong with it. Needs no network, no database and no key but the public book.</summary>
public static class DossierVerifier
{
    public static DossierProof Verify(ReadOnlyMemory<byte> bytes, KeyBook? book, Expected? expected = null)
    {
        PdfFile file;
        try
        {
            file = PdfFile.Open(bytes);
            return Verify(file, bytes, book, expected ?? new());
        }
        catch (Exception broken) when (broken is PdfBrokenException or OverflowException or ArgumentOutOfRangeException)
        {
            return bytes.Span.StartsWith("%PDF-"u8)
                ? new(null, null, null, [new("damaged", $"The file is damaged or was cut off, so nothing in it can be relied on. {(broken is PdfBrokenException ? broken.Message : "")}".TrimEnd())])
                : new(null, null, null, [new("not-a-pdf", "The file is not a PDF.")]);
        }
    }

    private static DossierProof Verify(PdfFile file, ReadOnlyMemory<byte> bytes, KeyBook? book, Expected expected)
    {
        var signature = SignatureReading.Of(file, bytes);
        var attached = Attachments.Of(file);
        var manifest = attached[DossierManifest.FileName].ToList() is [var json] ? ManifestReading.Of(file.Decode(json)) : null;
        var signer = signature.Fingerprint is { } fingerprint ? book?.Find(fingerprint) : null;
        var findings = new List<ProofFinding>();
        if (manifest is null)
            findings.Add(new("not-a-dossier", "It holds no manifest of a dossier: it is not a dossier of ours, or its manifest was removed."));
        findings.AddRange(AgainstSignature(file, signature, manifest));
        if (signature.State is SignatureState.Intact or SignatureState.Continued)
            findings.AddRange(AgainstKey(signature, signer, book, manifest));
        findings.AddRange(manifest?.Differences(file, attached) ?? []);
        if (manifest is not null && expected.Version is { } version && version != manifest.Version)
            findings.Add(new("other-version", $"It says that it is version {manifest.Version}; version {version} was expected."));
        if (manifest is not null && expected.Recipient is { } recipient && !manifest.IsFor(recipient))
            findings.Add(new("other-recipient", $"It says that it was made for {manifest.Recipient}, not for {recipient}."));
        return new(signature, manifest, signer, findings);
    }

    private static IEnumerable<ProofFinding> AgainstSignature(PdfFile file, SignatureReading signature, ManifestReading? manifest)
    {
        switch (signature.State)
        {
            case SignatureState.Intact:
                yield break;
            case SignatureState.None when manifest is not null:
                yield return new("signature-removed", $"It has no signature: it is a draft, or another program saved it anew{Producer(file)}. What it says is not proven.");
                break;
            case SignatureState.None:
                yield return new("not-signed", "It has no signature.");
                break;
            case SignatureState.OfAnotherForm:
                yield return new("signature-of-another-form", "It is signed, but not in the way our dossiers are.");
                break;
            case SignatureState.Continued:
                yield return new("bytes-after-signature", string.Create(CultureInfo.InvariantCulture, $"{signature.Behind} bytes were written behind what was signed: somebody changed or added something afterwards."));
                break;
            case SignatureState.ContentChanged:
                yield return new("content-changed", $"What was signed was changed afterwards, or another program saved it anew{Producer(file)}.");
                break;
            case SignatureState.Broken:
                yield return new("signature-broken", "The signature is damaged or was not made with the key that it names.");
                break;
        }
    }

    private static IEnumerable<ProofFinding> AgainstKey(SignatureReading signature, KeyBookEntry? signer, KeyBook? book, ManifestReading? manifest)
    {
        if (manifest?.Key is { } named && named != signature.Fingerprint)
            yield return new("key-differs", "Another key signed it than the one on its cover.");
        if (book is null)
            yield return new("no-key-book", "Nobody can say from the file alone whose key signed it: compare the fingerprint with the key book.");
        else if (signer is null)
            yield return new("key-unknown", "The key that signed it is not in the key book: it was not signed by the organisation, or the key book is too old.");
        else if (signer.State == KeyState.Compromised)
            yield return new("key-compromised", "The key that signed it is marked as compromised: somebody else may have signed it. Ask for a new copy.");
        else if (signature.SignedAt is not { } at || at < signer.From)
            yield return new("signed-before-key", "It says that it was signed before its key was in use.");
        else if (signer.Until is { } until && at > until)
            yield return new("key-retired", "It was signed after its key was retired.");
    }

    private static string Producer(PdfFile file)
    {
        var name = ((file.Resolve(file.Trailer["Info"]) as PdfDictionary)?["Producer"] is { } producer ? file.Resolve(producer) as PdfString : null)?.Text;
        return name is { Length: > 0 and < 100 } && !name.Any(char.IsControl) ? $" ({name})" : "";
    }
}
