using System.Text;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.TestKit.Databases;
using HumanitarianEntry.TestKit.Scanners;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>Files made to harm who opens them: each is refused or made harmless, and says why.</summary>
public sealed class HostileFilesTests
{
    [Fact]
    public async Task Polyglot_PdfThatIsAnArchiveToo_LosesItsArchive()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        byte[] both = [.. Dossiers.WalkedCase.SmallPdf, .. SampleFiles.Zip(("evil.exe", "MZ"u8.ToArray()))];
        var found = await demo.AddAsync(both, "demo.pdf");
        Assert.Null(found.Found!.NoCopy);
        Assert.Contains("an archive (ZIP) hangs behind it", found.Trait("Hidden file"), StringComparison.Ordinal);
        Assert.Equal(-1, found.Copy.AsSpan().IndexOf("PK"u8));
    }

    [Fact]
    public async Task Polyglot_PictureThatIsAnArchiveToo_LosesItsArchive()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        byte[] both = [.. SampleFiles.Png, .. SampleFiles.Zip(("evil.exe", "MZ"u8.ToArray()))];
        var found = await demo.AddAsync(both, "demo.png");
        Assert.Contains("archive", found.Trait("Hidden file"), StringComparison.Ordinal);
        Assert.Contains("behind the end of the picture", found.Trait("Hidden bytes"), StringComparison.Ordinal);
        Assert.Equal(-1, found.Copy.AsSpan().IndexOf("PK\u0003\u0004"u8));
    }

    [Fact]
    public Task Polyglot_GifThatIsAScriptToo_HasNoCopy() => AssertNoCopyAsync("GIF89a/*\0\0\0\0\0*/=1;alert(1)//;"u8.ToArray(), "demo.gif", NoCopyReason.Broken);

    [Fact]
    public Task Bomb_PictureOf400MillionPixels_IsNotDecoded() => AssertNoCopyAsync(SampleFiles.PngOf(20_000, 20_000), "demo.png", NoCopyReason.TooManyPixels);

    [Fact]
    public async Task Broken_PictureCutOff_HasNoCopy()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var jpeg = (await demo.AddAsync(SampleFiles.Png, "base.png")).Preview!;
        var found = await demo.AddAsync(jpeg[..(jpeg.Length / 2)], "demo.jpg");
        Assert.Equal((NoCopyReason.Broken, null, null), (found.Found!.NoCopy, found.Copy, found.Preview));
    }

    [Fact]
    public Task Bomb_DocxThatUnpacksToGigabytes_IsNotUnpacked() =>
        AssertNoCopyAsync(SampleFiles.Docx("<w:p/>", ("word/styles.xml", new byte[150_000_000]), ("word/numbering.xml", new byte[150_000_000])), "demo.docx", NoCopyReason.UnpacksTooLarge);

    [Fact]
    public Task Docx_WithMacros_HasNoCopy() => AssertNoCopyAsync(SampleFiles.Docx("<w:p/>", ("word/vbaProject.bin", [1, 2, 3])), "demo.docx", NoCopyReason.CarriesPrograms);

    [Fact]
    public Task Docx_WithEntitiesThatGrow_HasNoCopy() =>
        AssertNoCopyAsync(SampleFiles.Docx("<w:p/>", ("word/styles.xml", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"))), "demo.docx", NoCopyReason.Broken);

    [Fact]
    public Task Docx_WithPartsThatClimbOut_KeepsNoneOfThem() => AssertCopyLacksAsync(SampleFiles.Docx("<w:p/>", ("../../evil.xml", "<a/>"u8.ToArray())), "demo.docx", "evil");

    [Fact]
    public async Task Eicar_IsQuarantined()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        await using var clamd = await ClamdServer.StartAsync();
        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions { Scanner = ClamdAddress.Parse(clamd.UnixSocket) });
        foreach (var (content, name) in new[] { (ClamdServer.Eicar, "eicar.txt"), (SampleFiles.Docx("<w:p/>", ("word/media/x.bin", ClamdServer.Eicar)), "demo.docx"), (SampleFiles.Zip(("a.txt", ClamdServer.Eicar)), "demo.zip") })
        {
            var found = await demo.AddAsync(content, name);
            Assert.Equal((FileStanding.Quarantined, ClamdServer.Finds, null), (found.Standing, found.Found!.Malware, found.Copy));
        }
    }

    [Fact]
    public Task Empty_FileOfNoBytes_HasNoCopy() => AssertNoCopyAsync([], "demo.txt", NoCopyReason.Empty);

    [Theory]
    [InlineData("demo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("demo.png", "<!doctype html><script>alert(1)</script>")]
    [InlineData("demo.pdf", "MZ this is a program")]
    public async Task Intake_KindThatRunsOrHides_IsRefusedAndLeavesNothing(string name, string content)
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        await Assert.ThrowsAsync<FileKindRefusedException>(() => Receive(store, demo, new MemoryStream(Encoding.UTF8.GetBytes(content)), name));
        Assert.Empty(store.Files.List(demo.Id));
    }

    [Fact]
    public async Task Intake_StreamLongerThanTheLimit_IsRefusedAndLeavesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        var large = await Assert.ThrowsAsync<FileTooLargeException>(() => Receive(store, demo, new Endless(4L * 1024 * 1024 * 1024), "demo.mp4"));
        Assert.Equal(1024L * 1024 * 1024, large.Limit);
        Assert.Empty(store.Files.List(demo.Id));
        await Assert.ThrowsAsync<FileTooLargeException>(() => store.Services.GetRequiredService<FilePieces>().BeginAsync(demo.Id, "demo.mp4", 4L * 1024 * 1024 * 1024, new string('a', 64), CancellationToken.None));
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\evil.txt", "evil.txt")]
    [InlineData("harmless\u202Egpj.txt", "harmlessgpj.txt")]
    [InlineData("a\0b\r\nc.txt", "abc.txt")]
    public async Task Intake_NameThatClimbsOrTurns_IsKeptWithoutIt(string given, string kept)
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await DemoCase.ConsentedAsync(store);
        var file = await Receive(store, demo, new MemoryStream("DEMO"u8.ToArray()), given);
        var opened = await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, file.FileId, CancellationToken.None);
        await opened!.Value.Content.DisposeAsync();
        Assert.Equal(kept, opened.Value.Meta.NameGiven);
    }

    private static async Task AssertNoCopyAsync(byte[] content, string name, NoCopyReason reason)
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(content, name);
        Assert.Equal((reason, null, null), (found.Found!.NoCopy, found.Copy, found.Preview));
    }

    private static async Task AssertCopyLacksAsync(byte[] content, string name, string word)
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(content, name);
        Assert.Null(found.Found!.NoCopy);
        Assert.DoesNotContain(word, Encoding.Latin1.GetString(found.Copy!), StringComparison.Ordinal);
    }

    private static Task<Domain.AntiWarActivity.EvidenceFile> Receive(TestStore store, DemoCase demo, Stream content, string name) =>
        store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, name, CancellationToken.None);

    /// <summary>Zeros, as many as were promised.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(left, count);
            buffer.AsSpan(offset, read).Clear();
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
