using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>
/// The signature as CMS says it (RFC 5652, detached, with the attributes of ETSI EN 319 142). There is exactly one way to write it down, so that reading can demand
/// these very bytes: no bit of it may change unnoticed, not even one that no program looks at.
/// </summary>
internal sealed record SignedMessage(X509Certificate2 Certificate, byte[] Digest, byte[] Signature)
{
    private const string SignedContent = "1.2.840.113549.1.7.2";
    private const string PlainContent = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string RsaWithPkcs1 = "1.2.840.113549.1.1.1";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificate = "1.2.840.113549.1.9.16.2.47";

    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public static SignedMessage Sign(SigningKey key, byte[] digest) => new(key.Certificate, digest, key.Sign(Attributes(key.Certificate, digest)));

    /// <summary>How long every message of this key is.</summary>
    public static int LengthOf(SigningKey key) => Sign(key, new byte[SHA256.HashSizeInBytes]).Encode().Length;

    /// <summary>Null where it is not written exactly as this program writes it.</summary>
    public static SignedMessage? Read(byte[] der)
    {
        try
        {
            var message = Parts(der);
            return message.Encode().AsSpan().SequenceEqual(der) ? message : null;
        }
        catch (Exception broken) when (broken is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the signature was made with the key of the certificate over these very attributes.</summary>
    public bool IsMadeByItsKey()
    {
        using var key = Certificate.GetRSAPublicKey();
        return key is { KeySize: >= 2048 } && key.VerifyData(Attributes(Certificate, Digest), Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedContent);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
                Content(writer);
        }
        return writer.Encode();
    }

    private void Content(AsnWriter writer)
    {
        writer.WriteInteger(1);
        using (writer.PushSetOf())
            Algorithm(writer, Sha256);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier(PlainContent);
        using (writer.PushSetOf(Zero))
            writer.WriteEncodedValue(Certificate.RawData);
        using (writer.PushSetOf())
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(Certificate.IssuerName.RawData);
                writer.WriteInteger(Certificate.SerialNumberBytes.Span);
            }
            Algorithm(writer, Sha256);
            var attributes = Attributes(Certificate, Digest);
            // Signed as a set, written down as the tagged field of a signer.
            attributes[0] = 0xA0;
            writer.WriteEncodedValue(attributes);
            Algorithm(writer, RsaWithPkcs1);
            writer.WriteOctetString(Signature);
        }
    }

    private static byte[] Attributes(X509Certificate2 certificate, byte[] digest)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, ContentType, value => value.WriteObjectIdentifier(PlainContent));
            Attribute(writer, MessageDigest, value => value.WriteOctetString(digest));
            Attribute(writer, SigningCertificate, value =>
            {
                using (value.PushSequence())
                using (value.PushSequence())
                using (value.PushSequence())
                    value.WriteOctetString(SHA256.HashData(certificate.RawData));
            });
        }
        return writer.Encode();
    }

    private static void Attribute(AsnWriter writer, string kind, Action<AsnWriter> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(kind);
            using (writer.PushSetOf())
                value(writer);
        }
    }

    private static void Algorithm(AsnWriter writer, string kind)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(kind);
            writer.WriteNull();
        }
    }

    private static SignedMessage Parts(byte[] der)
    {
        var message = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        _ = message.ReadObjectIdentifier();
        var content = message.ReadSequence(Zero).ReadSequence();
        _ = content.ReadInteger();
        _ = content.ReadSetOf();
        _ = content.ReadSequence();
        var certificate = X509CertificateLoader.LoadCertificate(content.ReadSetOf(skipSortOrderValidation: true, Zero).ReadEncodedValue().Span);
        var signer = content.ReadSetOf().ReadSequence();
        _ = signer.ReadInteger();
        _ = signer.ReadSequence();
        _ = signer.ReadSequence();
        var digest = DigestIn(signer.ReadSetOf(skipSortOrderValidation: true, Zero));
        _ = signer.ReadSequence();
        return new(certificate, digest, signer.ReadOctetString());
    }

    private static byte[] DigestIn(AsnReader attributes)
    {
        while (attributes.HasData)
        {
            var attribute = attributes.ReadSequence();
            if (attribute.ReadObjectIdentifier() == MessageDigest)
                return attribute.ReadSetOf().ReadOctetString();
        }
        throw new AsnContentException("The signature names no digest.");
    }
}
