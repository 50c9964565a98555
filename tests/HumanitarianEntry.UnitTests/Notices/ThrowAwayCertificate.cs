using System.Diagnostics;
using System.Globalization;

namespace HumanitarianEntry.UnitTests.Notices;

/// <summary>A certificate for the test's SMTP server, made by openssl for 127.0.0.1 and thrown away with its folder.</summary>
public sealed class ThrowAwayCertificate : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("notices-certificate-");

    public string CertificateFile => Path.Combine(folder.FullName, "certificate.pem");

    public string KeyFile => Path.Combine(folder.FullName, "key.pem");

    /// <summary>Null when openssl is not installed.</summary>
    public static ThrowAwayCertificate? Make(string name = "IP:127.0.0.1", int days = 1)
    {
        if (!File.Exists("/usr/bin/openssl"))
        {
            return null;
        }

        ThrowAwayCertificate certificate = new();
        string[] arguments =
        [
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=relay.test.invalid", "-addext", $"subjectAltName={name}",
            "-days", days.ToString(CultureInfo.InvariantCulture), "-keyout", certificate.KeyFile, "-out", certificate.CertificateFile,
        ];
        using Process openssl = Process.Start(new ProcessStartInfo("/usr/bin/openssl", arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        string complaint = openssl.StandardError.ReadToEnd();
        openssl.WaitForExit();
        return openssl.ExitCode == 0 ? certificate : throw new InvalidOperationException(complaint);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
