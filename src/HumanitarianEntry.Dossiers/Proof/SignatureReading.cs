using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HumanitarianEntry.Dossiers.Proof;

public enum SignatureState
{
    /// <summary>Whole: nothing was changed since it was signed, and nothing stands outside of what was signed.</summary>
    Intact,

    None,

    /// <summary>Signed in another way than dossiers are, or more than once.</summary>
    OfAnotherForm,

    /// <summary>Something was written behind what was signed.</summary>
    Continued,

    /// <summary>What was signed reads differently now.</summary>
    ContentChanged,

    /// <summary>The signature itself is damaged or was not made with the key it names.</summary>
    Broken,
}

/// <param name="Fingerprint">Of the certificate in the signature, whether it holds or not; null where none can be read.</param>
/// <param name="SignedAt">The time that the signer wrote; signed, but not proven by anybody else.</param>
/// <param name="Behind">Bytes behind what was signed.</param>
public sealed record SignatureReading(SignatureState State, string? Fingerprint = null, string? Organisation = null, DateTimeOffset? SignedAt = null, long Behind = 0)
{
    /// <summary>Reads the signature of a file and holds it against every byte.</summary>
    internal static SignatureReading Of(PdfFile file, ReadOnlyMemory<byte> bytes)
    {
        if (file.Resolve(file.Root["AcroForm"]) is not PdfDictionary form || file.Resolve(form["Fields"]) is not PdfArray fields)
            return new(SignatureState.None);
        PdfDictionary[] signatures = [.. fields.Items.Select(file.Resolve).OfType<PdfDictionary>().Where(field => field.NameOf("FT") == "Sig").Select(field => file.Resolve(field["V"])).OfType<PdfDictionary>()];
        return signatures switch
        {
            [] => new(SignatureState.None),
            [var only] => Of(only, bytes.Span),
            _ => new(SignatureState.OfAnotherForm),
        };
    }

    private static SignatureReading Of(PdfDictionary signature, ReadOnlySpan<byte> bytes)
    {
        if (signature.NameOf("SubFilter") != "ETSI.CAdES.detached" || signature["Contents"] is not PdfString contents || Range(signature) is not [0, var hole, var behind, var rest])
            return new(SignatureState.OfAnotherForm);
        var message = SignedMessage.Read(contents.Bytes);
        var reading = new SignatureReading(SignatureState.Broken, message is null ? null : SigningKey.FingerprintOf(message.Certificate),
            message?.Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), Time((signature["M"] as PdfString)?.Text));
        if (hole <= 0 || behind <= hole || rest <= 0 || (long)behind + rest > bytes.Length)
            return reading;
        // The hole must hold these very digits and nothing else, or something could hide in it.
        if (message is null || !bytes[hole..behind].SequenceEqual(Encoding.ASCII.GetBytes($"<{Convert.ToHexStringLower(contents.Bytes)}>")))
            return reading;
        var covered = bytes[..(behind + rest)];
        if (!SignedBytes.Digest(covered, hole, behind).AsSpan().SequenceEqual(message.Digest))
            return reading with { State = SignatureState.ContentChanged };
        if (!message.IsMadeByItsKey())
            return reading;
        return covered.Length < bytes.Length
            ? reading with { State = SignatureState.Continued, Behind = bytes.Length - covered.Length }
            : reading with { State = SignatureState.Intact };
    }

    private static int[]? Range(PdfDictionary signature) =>
        signature["ByteRange"] is PdfArray { Items.Count: 4 } range && range.Items.All(item => item is PdfNumber { Value: >= 0 and < int.MaxValue })
            ? [.. range.Items.Cast<PdfNumber>().Select(number => (int)number.Value)]
            : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
