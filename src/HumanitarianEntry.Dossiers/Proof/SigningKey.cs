using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>A key that signs dossiers, with its self-signed certificate. Names an organisation, never a person.</summary>
public sealed class SigningKey : IDisposable
{
    private const int Bits = 3072;
    private const int YearsValid = 20;

    private readonly RSA key;

    private SigningKey(RSA key, X509Certificate2 certificate)
    {
        this.key = key;
        Certificate = certificate;
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal; what readers of PDF show as its fingerprint.</summary>
    public string Fingerprint => FingerprintOf(Certificate);

    /// <summary>Makes a new key.</summary>
    /// <param name="organisation">Stands in the certificate, readable for everybody who gets a dossier.</param>
    public static SigningKey Make(string organisation, DateTimeOffset from)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(organisation);
        var made = RSA.Create(Bits);
        var name = new X500DistinguishedNameBuilder();
        name.AddOrganizationName(organisation);
        name.AddCommonName(organisation);
        var request = new CertificateRequest(name.Build(), made, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        // Signing of documents (RFC 9336), and of mail, which is what today's readers of PDF ask for.
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.36"), new Oid("1.3.6.1.5.5.7.3.4")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var own = request.CreateSelfSigned(from, from.AddYears(YearsValid));
        return new(made, X509CertificateLoader.LoadCertificate(own.RawData));
    }

    /// <summary>Opens a key that was kept with <see cref="Export"/>.</summary>
    /// <exception cref="CryptographicException">The two do not belong together or are damaged.</exception>
    public static SigningKey Open(ReadOnlySpan<byte> privateKey, byte[] certificate)
    {
        var kept = RSA.Create();
        kept.ImportPkcs8PrivateKey(privateKey, out _);
        var opened = X509CertificateLoader.LoadCertificate(certificate);
        using var known = opened.GetRSAPublicKey();
        if (known?.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(kept.ExportSubjectPublicKeyInfo()) != true)
            throw new CryptographicException("The certificate is of another key.");
        return new(kept, opened);
    }

    /// <summary>The private key in PKCS#8. Seal it before it is kept anywhere.</summary>
    public byte[] Export() => key.ExportPkcs8PrivateKey();

    public static string FingerprintOf(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));
    }

    /// <summary>PKCS#1 v1.5, so that the same content gives the same signature.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> content) => key.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }
}
