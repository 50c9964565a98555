using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using HumanitarianEntry.Dossiers.Proof;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers.Proof;

/// <summary>What programs of other people say of the signature.</summary>
public sealed class PdfSignerTests(RendererFixture fixture)
{
    [Fact]
    public async Task Sign_SameFileKeyAndTime_GivesTheSameBytesBehindTheFileAsItWas()
    {
        var plain = await SignedSample.RenderAsync(fixture);

        var signed = PdfSigner.Sign(plain, SignedSample.Key, SignedSample.SignedAt);

        Assert.Equal(plain, signed[..plain.Length]);
        Assert.Equal(signed, PdfSigner.Sign(plain, SignedSample.Key, SignedSample.SignedAt));
        Assert.NotEqual(signed, PdfSigner.Sign(plain, SignedSample.Key, SignedSample.SignedAt.AddSeconds(1)));
        if (Environment.GetEnvironmentVariable("DOSSIER_SIGNED_OUT") is { } path)
            await File.WriteAllBytesAsync(path, signed, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Sign_KeyKeptAndOpened_SignsAlike()
    {
        var plain = await SignedSample.RenderAsync(fixture);
        using var again = SigningKey.Open(SignedSample.Key.Export(), SignedSample.Key.Certificate.RawData);
        using var other = SigningKey.Make("DEMO Organisation", SignedSample.KeyFrom);

        Assert.Equal(PdfSigner.Sign(plain, SignedSample.Key, SignedSample.SignedAt), PdfSigner.Sign(plain, again, SignedSample.SignedAt));
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => SigningKey.Open(other.Export(), SignedSample.Key.Certificate.RawData));
    }

    [Fact]
    public async Task Sign_SignedAlready_IsRefused()
    {
        var signed = await SignedSample.SignAsync(fixture);

        Assert.Throws<PdfBrokenException>(() => PdfSigner.Sign(signed, SignedSample.Key, SignedSample.SignedAt));
        Assert.Throws<PdfBrokenException>(() => PdfSigner.Sign("%PDF-1.4\n% DEMO"u8.ToArray(), SignedSample.Key, SignedSample.SignedAt));
    }

    [Fact]
    public async Task Sign_WrittenInAnotherWayThanTheTypesetters_IsRefused()
    {
        var packed = await OtherPrograms.RewriteAsync(await SignedSample.RenderAsync(fixture), "qpdf", "--object-streams=generate", "{in}", "{out}");

        Assert.Throws<PdfBrokenException>(() => PdfSigner.Sign(packed, SignedSample.Key, SignedSample.SignedAt));
    }

    [Fact]
    public async Task Qpdf_Signed_FindsNoError() =>
        Assert.Contains("No syntax or stream encoding errors", await Tools.RunAsync(SignedSample.AsRendered(await SignedSample.SignAsync(fixture)), "qpdf", "--check", "{file}"), StringComparison.Ordinal);

    [Fact]
    public async Task Pikepdf_Signed_IsStillTaggedPartAWithItsFilesAndAnUnseenField()
    {
        var found = await Tools.PikepdfAsync(SignedSample.AsRendered(await SignedSample.SignAsync(fixture)), """
            root = pdf.Root
            meta = pdf.open_metadata()
            print('pdfa', meta.get('pdfaid:part'), meta.get('pdfaid:conformance'), 'lang', root.Lang, 'marked', root.MarkInfo.Marked, 'tree', '/StructTreeRoot' in root)
            print('files', len(root.AF), 'flags', root.AcroForm.SigFlags)
            field = root.AcroForm.Fields[0]
            print('rect', [int(v) for v in field.Rect], 'print', int(field.F) & 4, 'hidden', int(field.F) & 35, 'on page', field.P == pdf.pages[0].obj, any(a == field for a in pdf.pages[0].Annots))
            print('certifies', root.Perms.DocMDP == field.V, int(field.V.Reference[0].TransformParams.P))
            """);

        Assert.Contains("pdfa 3 A lang fr marked True tree True", found, StringComparison.Ordinal);
        Assert.Contains("files 9 flags 3", found, StringComparison.Ordinal);
        Assert.Contains("rect [0, 0, 0, 0] print 4 hidden 0 on page True True", found, StringComparison.Ordinal);
        Assert.Contains("certifies True 1", found, StringComparison.Ordinal);
    }

    /// <summary>Debian's pdfsig calls no self-signed certificate trusted, whatever a post says of it; the library below it does, once the post trusts it for signing.</summary>
    [Fact]
    public async Task Pdfsig_KeyTrustedByThePost_CallsSignatureValidAndAllOfTheFileSigned()
    {
        var certutil = Tools.Find("certutil");
        var signed = SignedSample.AsRendered(await SignedSample.SignAsync(fixture));
        var trusted = Directory.CreateTempSubdirectory("dossier-trust-");
        try
        {
            var (certificate, folder) = (Path.Combine(trusted.FullName, "key.der"), $"sql:{trusted.FullName}");
            await File.WriteAllBytesAsync(certificate, SignedSample.Key.Certificate.RawData, TestContext.Current.CancellationToken);
            await RunAsync(certutil, "-N", "-d", folder, "--empty-password");
            await RunAsync(certutil, "-A", "-d", folder, "-n", "dossiers", "-t", ",P,", "-i", certificate);

            await RunAsync(certutil, "-V", "-d", folder, "-n", "dossiers", "-u", "S");
            var said = await Tools.RunAsync(signed, "pdfsig", "-nssdir", trusted.FullName, "{file}");

            Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
            Assert.Contains("Total document signed", said, StringComparison.Ordinal);
            Assert.Contains("Signer Certificate Common Name: DEMO Organisation", said, StringComparison.Ordinal);
        }
        finally
        {
            trusted.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Pdfsig_WithoutCertificates_CallsSignatureValid()
    {
        var said = await Tools.RunAsync(SignedSample.AsRendered(await SignedSample.SignAsync(fixture)), "pdfsig", "-nocert", "{file}");

        Assert.Contains("Signature Validation: Signature is Valid.", said, StringComparison.Ordinal);
        Assert.Contains("ETSI.CAdES.detached", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openssl_BytesThatTheRangeNames_VerifyAgainstTheMessage()
    {
        var openssl = Tools.Find("openssl");
        var signed = await SignedSample.SignAsync(fixture);
        var range = Regex.Match(Encoding.Latin1.GetString(signed), @"/ByteRange \[0 (?<hole>\d+) (?<behind>\d+) (?<rest>\d+)");
        int hole = int.Parse(range.Groups["hole"].Value, null), behind = int.Parse(range.Groups["behind"].Value, null), rest = int.Parse(range.Groups["rest"].Value, null);
        Assert.Equal(signed.Length, behind + rest);
        var folder = Directory.CreateTempSubdirectory("dossier-cms-");
        try
        {
            string At(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(At("content"), [.. signed[..hole], .. signed[behind..]], TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(At("message.der"), Convert.FromHexString(Encoding.ASCII.GetString(signed, hole + 1, behind - hole - 2)), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(At("key.pem"), SignedSample.Key.Certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);

            await RunAsync(openssl, "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", At("message.der"), "-content", At("content"), "-CAfile", At("key.pem"), "-purpose", "any", "-out", At("read"));

            await File.AppendAllTextAsync(At("content"), " ", TestContext.Current.CancellationToken);
            await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => RunAsync(openssl, "cms", "-verify", "-binary", "-inform", "DER", "-in", At("message.der"), "-content", At("content"), "-CAfile", At("key.pem"), "-purpose", "any", "-out", At("read")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {error}{await output}");
    }
}
