using System.Diagnostics;
using System.Text;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Dossiers.Texts;
using HumanitarianEntry.UnitTests.Dossiers.Proof;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class TypstRendererTests(RendererFixture fixture)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#read(\"/etc/passwd\") #import \"@preview/x:1.0.0\" $x^2$ *b* _i_ `r` = h <label> @ref \\ // /* <script>")]
    [InlineData("gnp\u202Eexe \u2066a\u2069 \u200F\u200E\u200D\u200C")]
    [InlineData("😀 🇺🇦 👩‍👩‍👧 中文 \uD83D \0\u0001 é\u0301\u0316 ก็ \uE000 \uFFFF")]
    [InlineData("{reference} {page} {{0}}")]
    [InlineData("-\n\n\n")]
    public async Task RenderAsync_HostileTextEverywhere_IsSetAsText(string text)
    {
        var rendered = await fixture.Renderer.RenderAsync(HostileDocument.With(text), RendererFixture.Options, Cancelled);

        Assert.True(rendered.Bytes.Span.StartsWith("%PDF-"u8));
    }

    [Theory]
    [InlineData("слово ")]
    [InlineData("x")]
    [InlineData("#")]
    public async Task RenderAsync_HundredThousandCharacters_IsSetWhole(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var document = HostileDocument.With("DEMO") with { Blocks = [new ParagraphBlock(Span.Of(text)), new QuotationBlock(text) { Language = "ru", Translation = text }] };

        var rendered = await fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled);

        Assert.True(rendered.Pages > 30, $"{rendered.Pages}");
    }

    [Fact]
    public async Task RenderAsync_HundredThousandStackedMarks_AreSetAsFewAndReported()
    {
        var document = HostileDocument.With("DEMO") with { Blocks = [new ParagraphBlock(Span.Of("e" + new string('\u0302', 100_000)))] };

        var rendered = await fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled);

        Assert.Equal([new ReplacedCharacter(0x302, ReplacementKind.Dropped, 99_991)], rendered.ReplacedCharacters);
    }

    [Fact]
    public async Task RenderAsync_EmojiInText_IsReported()
    {
        var document = HostileDocument.With("DEMO") with { Blocks = [new ParagraphBlock(Span.Of("oui 😀 😀"))] };

        var rendered = await fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled);

        Assert.Equal([new ReplacedCharacter(0x1F600, ReplacementKind.ShownAsCode, 2)], rendered.ReplacedCharacters);
    }

    [Fact]
    public async Task RenderAsync_SameInputInTwoWorkers_GivesTheSameBytes()
    {
        using var other = new TypstRenderer(new TypstRendererOptions());

        var one = await fixture.Renderer.RenderAsync(RendererFixture.SampleDocument(), RendererFixture.Options, Cancelled);
        var two = await other.RenderAsync(RendererFixture.SampleDocument(), RendererFixture.Options, Cancelled);

        Assert.Equal(one.Sha256, two.Sha256);
        Assert.True(one.Bytes.Span.SequenceEqual(two.Bytes.Span));
    }

    [Fact]
    public async Task RenderAsync_AnnexBreaksOffInTheMiddle_FailsAtOnceAndTheNextDossierIsSet()
    {
        using var renderer = new TypstRenderer(new TypstRendererOptions());
        var broken = new FileContent(10_000_000, new string('0', 64), _ => Task.FromResult<Stream>(new BreakingStream(1_000_000)));
        var document = HostileDocument.With("DEMO") with { Attachments = [new("annexe-01.txt", "text/plain", broken, AttachmentRelationship.Supplement, "DEMO")] };

        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<InvalidDataException>(() => renderer.RenderAsync(document, RendererFixture.Options, Cancelled));

        Assert.True(watch.Elapsed < RendererFixture.Options.Timeout, "It waited for an answer to half a question.");
        Assert.True((await renderer.RenderAsync(HostileDocument.With("DEMO"), RendererFixture.Options, Cancelled)).Pages > 0);
    }

    [Fact]
    public async Task Sign_InPlace_IsTheSameAsOnACopyAndTheNextOneIsNotTouched()
    {
        var document = SignedSample.Document();
        using var renderer = new TypstRenderer(new TypstRendererOptions());
        var set = await renderer.RenderAsync(document, RendererFixture.Options, Cancelled);
        var plain = set.Bytes.ToArray();
        var expected = PdfSigner.Sign(plain, SignedSample.Key, SignedSample.SignedAt);

        var signed = PdfSigner.Sign(set, SignedSample.Key, SignedSample.SignedAt);
        var remembered = await renderer.RenderAsync(document, RendererFixture.Options, Cancelled);
        var later = PdfSigner.Sign(remembered, SignedSample.Key, SignedSample.SignedAt.AddDays(1));

        Assert.True(signed.Bytes.Span.SequenceEqual(expected));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(expected)), signed.Sha256);
        Assert.True(remembered.Bytes.Span.SequenceEqual(plain));
        Assert.False(later.Bytes.Span.SequenceEqual(expected));
        Assert.Empty(SignedSample.CodesOf(signed.Bytes));
        Assert.Empty(SignedSample.CodesOf(later.Bytes));
    }

    [Fact]
    public async Task RenderAsync_OtherCreationTime_GivesOtherBytes()
    {
        var one = await fixture.Renderer.RenderAsync(RendererFixture.SampleDocument(), RendererFixture.Options, Cancelled);
        var two = await fixture.Renderer.RenderAsync(RendererFixture.SampleDocument(), RendererFixture.Options with { CreatedAt = RendererFixture.Options.CreatedAt.AddDays(1) }, Cancelled);

        Assert.NotEqual(one.Sha256, two.Sha256);
    }

    [Fact]
    public async Task RenderAsync_WorkerKilledInBetween_WorksAgain()
    {
        using var renderer = new TypstRenderer(new TypstRendererOptions());
        var first = await renderer.RenderAsync(Short("un"), RendererFixture.Options, Cancelled);
        using (var worker = Process.GetProcessById(renderer.WorkerProcessId!.Value))
        {
            worker.Kill();
            await worker.WaitForExitAsync(Cancelled);
        }

        var second = await renderer.RenderAsync(Short("deux"), RendererFixture.Options, Cancelled);

        Assert.Equal(first.Pages, second.Pages);
    }

    [Fact]
    public async Task RenderAsync_TooSlow_IsKilledAndTheNextOneWorks()
    {
        using var renderer = new TypstRenderer(new TypstRendererOptions());
        var endless = string.Concat(Enumerable.Repeat("слово ", 400_000));

        var refusal = await Assert.ThrowsAsync<DossierRenderException>(() =>
            renderer.RenderAsync(Short(endless), RendererFixture.Options with { Timeout = TimeSpan.FromMilliseconds(300) }, Cancelled));

        Assert.Equal(DossierRenderFailure.TimedOut, refusal.Failure);
        Assert.Null(renderer.WorkerProcessId);
        Assert.True((await renderer.RenderAsync(Short("suite"), RendererFixture.Options, Cancelled)).Pages > 0);
    }

    [Fact]
    public async Task RenderAsync_TemplateWithPackage_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("dossier-templates-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dossier.typ"), "#import \"@preview/demo:1.0.0\": x", Cancelled);
            using var renderer = new TypstRenderer(new TypstRendererOptions { TemplateFolder = folder.FullName });

            var refusal = await Assert.ThrowsAsync<DossierRenderException>(() => renderer.RenderAsync(Short("x"), RendererFixture.Options, Cancelled));

            Assert.Equal(DossierRenderFailure.TemplateRefused, refusal.Failure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task RenderAsync_TemplateThatReadsTheDisk_FindsNothing()
    {
        var folder = Directory.CreateTempSubdirectory("dossier-templates-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dossier.typ"), "#read(\"/etc/passwd\")", Cancelled);
            using var renderer = new TypstRenderer(new TypstRendererOptions { TemplateFolder = folder.FullName });

            var refusal = await Assert.ThrowsAsync<DossierRenderException>(() => renderer.RenderAsync(Short("x"), RendererFixture.Options, Cancelled));

            Assert.Equal(DossierRenderFailure.NotSet, refusal.Failure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task RenderAsync_PackagesMissing_SaysWhatToRun()
    {
        var folder = Directory.CreateTempSubdirectory("dossier-worker-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "worker.mjs"), "", Encoding.UTF8, Cancelled);
            using var renderer = new TypstRenderer(new TypstRendererOptions { WorkerFolder = folder.FullName });

            var refusal = await Assert.ThrowsAsync<DossierRenderException>(() => renderer.RenderAsync(Short("x"), RendererFixture.Options, Cancelled));

            Assert.Equal(DossierRenderFailure.WorkerMissing, refusal.Failure);
            Assert.Contains("npm ci", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task RenderAsync_AnnexThatIsNotListed_IsRefused()
    {
        var document = Short("x") with { Blocks = [new ParagraphBlock([new AnnexSpan(7, "annexe 7")])] };

        var refusal = await Assert.ThrowsAsync<DossierRenderException>(() => fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled));

        Assert.Equal(DossierRenderFailure.DocumentRefused, refusal.Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task RenderAsync_PictureWithoutWords_IsRefused(string alternative)
    {
        var document = Short("x") with { Blocks = [new FigureBlock(new RasterPicture(TinyPng.Silhouette()) { Alternative = alternative }, "DEMO")] };

        var refusal = await Assert.ThrowsAsync<DossierRenderException>(() => fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled));

        Assert.Equal(DossierRenderFailure.DocumentRefused, refusal.Failure);
    }

    [Fact]
    public async Task RenderAsync_EmptyTexts_AreSet()
    {
        var document = HostileDocument.With("DEMO") with
        {
            Blocks = [new HeadingBlock(1, ""), new ParagraphBlock([]), new ParagraphBlock(Span.Of("")), new QuotationBlock(""), new TableBlock("", [new("", 1)], [[[]]]), new KeyValueBlock([]), new TimelineBlock([]), new RegisterBlock([])],
        };

        Assert.True((await fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled)).Pages > 0);
    }

    [Fact]
    public async Task RenderAsync_AttachmentNamedAfterAPerson_IsRefused()
    {
        var document = Short("x") with { Attachments = [new("Щуренков.pdf", "application/pdf", FileContent.Of("DEMO"u8.ToArray()), AttachmentRelationship.Supplement, "DEMO")] };

        var refusal = await Assert.ThrowsAsync<DossierRenderException>(() => fixture.Renderer.RenderAsync(document, RendererFixture.Options, Cancelled));

        Assert.Equal(DossierRenderFailure.DocumentRefused, refusal.Failure);
    }

    private static DossierDocument Short(string text) => HostileDocument.With("DEMO") with { Blocks = [new ParagraphBlock(Span.Of(text))] };

    /// <summary>Gives so many bytes and breaks, as a stored file does whose next block was changed.</summary>
    private sealed class BreakingStream(int length) : MemoryStream(new byte[length])
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken);
            throw new InvalidDataException("DEMO: the next block was changed.");
        }
    }
}
