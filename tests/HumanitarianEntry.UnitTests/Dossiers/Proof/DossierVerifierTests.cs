using System.Text;
using HumanitarianEntry.Dossiers.Proof;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers.Proof;

/// <summary>Whatever is done to a dossier after it was signed is found, and named.</summary>
public sealed class DossierVerifierTests(RendererFixture fixture)
{
    [Fact]
    public async Task Verify_AsItWasMade_IsGenuineAndSaysWhatItIs()
    {
        var proof = DossierVerifier.Verify(await SignedSample.SignAsync(fixture), SignedSample.Book, new("3", "Ambassade de France à Astana, section consulaire"));

        Assert.Equal([], proof.Findings);
        Assert.True(proof.IsGenuine && proof.IsUnaltered);
        Assert.Equal(("HE-7KQ4-M2XD", "3", "exemplaire 1 sur 2"), (proof.Manifest!.Reference, proof.Manifest.Version, proof.Manifest.Copy));
        Assert.Equal((SignedSample.Key.Fingerprint, SignedSample.SignedAt), (proof.Signature!.Fingerprint, proof.Signature.SignedAt!.Value));
        Assert.Equal("DEMO Organisation", proof.Signer!.Organisation);
    }

    [Fact]
    public async Task Verify_AnotherVersionOrRecipientThanExpected_SaysSo()
    {
        var signed = await SignedSample.SignAsync(fixture);

        Assert.Equal(["other-version"], SignedSample.CodesOf(signed, expected: new("4")));
        Assert.Equal(["other-recipient"], SignedSample.CodesOf(signed, expected: new(Recipient: "DEMO: another post")));
    }

    [Fact]
    public async Task Verify_KeyNotCurrent_SaysHow()
    {
        var signed = await SignedSample.SignAsync(fixture);
        using var other = SigningKey.Make("DEMO Stranger", SignedSample.KeyFrom);
        var plain = await SignedSample.RenderAsync(fixture);

        Assert.Equal([], SignedSample.CodesOf(signed, SignedSample.BookOf(KeyState.Retired, SignedSample.SignedAt.AddDays(1))));
        Assert.Equal(["key-retired"], SignedSample.CodesOf(signed, SignedSample.BookOf(KeyState.Retired, SignedSample.SignedAt.AddDays(-1))));
        Assert.Equal(["key-compromised"], SignedSample.CodesOf(signed, SignedSample.BookOf(KeyState.Compromised, SignedSample.SignedAt.AddDays(1))));
        Assert.Equal(["signed-before-key"], SignedSample.CodesOf(PdfSigner.Sign(plain, SignedSample.Key, SignedSample.KeyFrom.AddDays(-1))));
        Assert.Equal(["key-unknown"], SignedSample.CodesOf(signed, new KeyBook(SignedSample.SignedAt, [])));
        Assert.Equal(["no-key-book"], DossierVerifier.Verify(signed, null).Findings.Select(f => f.Code));
        Assert.Equal(["key-differs", "key-unknown"], SignedSample.CodesOf(PdfSigner.Sign(plain, other, SignedSample.SignedAt)));
    }

    [Fact]
    public async Task Verify_ABitFlippedAnywhere_IsNeverGenuine()
    {
        var plain = await SignedSample.RenderAsync(fixture);
        var signed = PdfSigner.Sign(plain, SignedSample.Key, SignedSample.SignedAt);
        // Every place of what the signature added, a sample of what was there before.
        int[] places = [.. Enumerable.Range(0, plain.Length / 997).Select(i => i * 997 + i % 31), .. Enumerable.Range(plain.Length, signed.Length - plain.Length).Where(i => i % 3 == 0)];

        var missed = places.Where(place => Flipped(signed, place, place % 8) is var changed && DossierVerifier.Verify(changed, SignedSample.Book).IsGenuine).ToList();

        Assert.True(places.Length > 1000);
        Assert.Equal([], missed);
    }

    [Fact]
    public async Task Verify_CutOffAnywhere_IsNeverGenuine()
    {
        var signed = await SignedSample.SignAsync(fixture);

        Assert.All([0, 1, 5, 100, signed.Length / 2, signed.Length - 2000, signed.Length - 7, signed.Length - 1], length => Assert.NotEmpty(SignedSample.CodesOf(signed.AsMemory(0, length))));
        Assert.Equal(["not-a-pdf"], SignedSample.CodesOf("DEMO: a letter"u8.ToArray()));
    }

    [Fact]
    public async Task Verify_BytesOrAnUpdateBehindTheSignature_SaysHowMany()
    {
        var signed = await SignedSample.SignAsync(fixture);

        var appended = DossierVerifier.Verify((byte[])[.. signed, .. "DEMO"u8], SignedSample.Book);
        var finding = Assert.Single(appended.Findings);
        Assert.Equal("bytes-after-signature", finding.Code);
        Assert.StartsWith("4 bytes", finding.Sentence, StringComparison.Ordinal);

        var table = PdfFile.StartOfTable(signed);
        var root = System.Text.RegularExpressions.Regex.Match(Encoding.Latin1.GetString(signed), @"/Root (?<root>\d+) 0 R", System.Text.RegularExpressions.RegexOptions.RightToLeft | System.Text.RegularExpressions.RegexOptions.ExplicitCapture).Groups["root"].Value;
        var update = $"9000 0 obj\n<< /DEMO true >>\nendobj\nxref\n9000 1\n{signed.Length:0000000000} 00000 n \ntrailer\n<< /Size 9001 /Root {root} 0 R /Prev {table} >>\nstartxref\n{signed.Length + 35}\n%%EOF\n";
        Assert.Equal(["bytes-after-signature"], SignedSample.CodesOf((byte[])[.. signed, .. Encoding.Latin1.GetBytes(update)]));
    }

    [Fact]
    public async Task Verify_AnnexRemovedByAnotherProgram_NamesIt()
    {
        var changed = await OtherPrograms.RewriteAsync(await SignedSample.SignAsync(fixture), "qpdf", "--remove-attachment=annexe-03.txt", "{in}", "{out}");

        var proof = DossierVerifier.Verify(changed, SignedSample.Book);

        Assert.False(proof.IsUnaltered);
        Assert.Contains(proof.Findings, f => f.Code == "annex-missing" && f.Sentence.Contains("annexe-03.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_AnnexChangedAndAddedBeforeItWasSignedByAnybody_NamesThem()
    {
        var plain = await SignedSample.RenderAsync(fixture);
        var text = Path.GetTempFileName();
        await File.WriteAllTextAsync(text, "DEMO other", TestContext.Current.CancellationToken);
        var replaced = await OtherPrograms.RewriteAsync(plain, "qpdf", "{in}", "{out}", "--add-attachment", text, "--key=annexe-02.txt", "--filename=annexe-02.txt", "--replace", "--", "--add-attachment", text, "--key=other.txt", "--filename=other.txt", "--");

        var codes = SignedSample.CodesOf(replaced);

        Assert.Contains("signature-removed", codes);
        Assert.Contains("annex-added", codes);
    }

    [Theory]
    [InlineData("qpdf", "{in}", "{out}")]
    [InlineData("qpdf", "--object-streams=generate", "{in}", "{out}")]
    [InlineData("qpdf", "--linearize", "{in}", "{out}")]
    [InlineData("mutool", "clean", "{in}", "{out}")]
    [InlineData("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pdfwrite", "-o", "{out}", "{in}")]
    public async Task Verify_SavedAnewByAnotherProgram_IsNotGenuineAndSaysSo(string tool, params string[] arguments)
    {
        var changed = await OtherPrograms.RewriteAsync(await SignedSample.SignAsync(fixture), tool, arguments);

        var proof = DossierVerifier.Verify(changed, SignedSample.Book);

        Assert.False(proof.IsGenuine || proof.IsUnaltered);
        Assert.Contains(proof.Findings, f => f.Code is "content-changed" or "signature-removed" or "signature-broken" or "not-signed");
    }

    [Fact]
    public async Task Verify_Draft_IsNotSigned() => Assert.Equal(["signature-removed"], SignedSample.CodesOf(await SignedSample.RenderAsync(fixture)));

    [Fact]
    public void KeyBook_WrittenAndRead_IsTheSameAndHoldsNoSecret()
    {
        var json = SignedSample.Book.ToJson();

        var read = KeyBook.Read(json);

        Assert.Equal(SignedSample.Key.Fingerprint, read.Keys[0].Fingerprint);
        Assert.DoesNotContain("PRIVATE", Encoding.UTF8.GetString(json), StringComparison.OrdinalIgnoreCase);
        Assert.Throws<InvalidDataException>(() => KeyBook.Read("{}"u8));
        Assert.Throws<InvalidDataException>(() => KeyBook.Read(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(SignedSample.Key.Fingerprint[..8], "00000000", StringComparison.Ordinal))));
    }

    private static byte[] Flipped(byte[] bytes, int place, int bit)
    {
        var changed = (byte[])bytes.Clone();
        changed[place] ^= (byte)(1 << bit);
        return changed;
    }
}
