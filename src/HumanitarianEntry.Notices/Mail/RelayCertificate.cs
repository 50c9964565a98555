using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>Judges the relay's certificate: by the system's roots, or by one root file alone. Name and dates are always checked.</summary>
internal sealed class RelayCertificate(string? trustedRootFile)
{
    public bool WasRefused { get; private set; }

    public SslClientAuthenticationOptions OptionsFor(string host)
    {
        SslClientAuthenticationOptions options = new() { TargetHost = host, RemoteCertificateValidationCallback = Judge };
        if (trustedRootFile is not null)
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(trustedRootFile);
            options.CertificateChainPolicy = policy;
        }

        return options;
    }

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        WasRefused = errors is not SslPolicyErrors.None;
        return !WasRefused;
    }
}
