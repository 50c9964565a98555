using HumanitarianEntry.CaseworkTests.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>HEIC as telephones write it, scans in TIFF, and GIF: copies that show the same and tell nothing, or a refusal that says why.</summary>
public sealed class TelephonePicturesTests
{
    [Theory]
    [InlineData(0, false, "128x64")]
    [InlineData(1, false, "64x128")]
    [InlineData(3, false, "64x128")]
    [InlineData(2, true, "128x64")]
    public async Task Heic_TurnedByTheFileAndByItsNotes_IsTurnedOnce(int turns, bool isMirrored, string size)
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var original = await WorkingCopyTests.TaggedAsync(new SampleHeif { Turns = (byte)turns, IsMirrored = isMirrored }.Bytes(), "heic", ["-n", "-Orientation=6"]);

        var found = await demo.AddAsync(original, "IMG_0001.HEIC");

        Assert.Equal((null, "jpeg"), (found.Found!.NoCopy, found.Found.Copy?.Mime));
        Assert.Equal(size, await WorkingCopyTests.SizeAsync(found.Copy!, "jpg"));
        Assert.Equal(size, await WorkingCopyTests.SizeAsync(found.Preview!, "jpg"));

        // Where the red square is after the turns: against the clock, and then above and below exchanged.
        var (left, above) = (turns, isMirrored) switch { (0, false) => (true, true), (1, false) => (true, false), _ => (false, true) };
        Assert.Equal((left, above), await RedAsync(found.Copy!));
        await WorkingCopyTests.AssertSilentAsync(found.Copy!, "jpg");
    }

    [Fact]
    public async Task Heic_OfTiles_BecomesOnePicture()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(new SampleHeif { Tiles = (2, 3), Width = 3 * 128, Height = (2 * 64) - 10 }.Bytes(), "demo.heic");
        Assert.Null(found.Found!.NoCopy);
        Assert.Equal("384x118", await WorkingCopyTests.SizeAsync(found.Copy!, "jpg"));
    }

    [Fact]
    public async Task Heic_WithAFilmAndAnArchiveBehindIt_LosesBothAndSaysSo()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var picture = new SampleHeif().Bytes();
        var found = await demo.AddAsync([.. picture, 0, 0, 0, 20, .. "mpvdDEMO-FILM-12"u8], "demo.heic");
        Assert.Null(found.Found!.NoCopy);
        Assert.Contains("20 bytes beside the picture", found.Trait("Hidden in it"), StringComparison.Ordinal);

        var both = await demo.AddAsync([.. picture, .. SampleFiles.Zip(("evil.exe", "MZ"u8.ToArray()))], "both.heic");
        Assert.Null(both.Found!.NoCopy);
        Assert.Contains("archive", both.Trait("Hidden file"), StringComparison.Ordinal);
        Assert.Equal(-1, both.Copy.AsSpan().IndexOf("PK\u0003\u0004"u8));
    }

    [Theory]
    [InlineData("cut in the middle", NoCopyReason.Broken)]
    [InlineData("cut in the picture", NoCopyReason.Broken)]
    [InlineData("no picture in it", NoCopyReason.Broken)]
    [InlineData("65,000 by 65,000", NoCopyReason.TooManyPixels)]
    [InlineData("65,025 tiles", NoCopyReason.UnpacksTooLarge)]
    [InlineData("a few tiles, 60,000 by 60,000", NoCopyReason.TooManyPixels)]
    [InlineData("9,000 things that are nowhere", NoCopyReason.UnpacksTooLarge)]
    [InlineData("several pictures", NoCopyReason.SeveralPictures)]
    [InlineData("a sequence", NoCopyReason.SeveralPictures)]
    [InlineData("another coding", NoCopyReason.Broken)]
    public async Task Heic_MadeToHarm_HasNoCopyAndSaysWhy(string what, NoCopyReason reason)
    {
        var plain = new SampleHeif().Bytes();
        var file = what switch
        {
            "cut in the middle" => plain[..(plain.Length / 2)],
            "cut in the picture" => plain[..^60],
            "no picture in it" => [.. plain[..^142], .. new byte[142]],
            "65,000 by 65,000" => new SampleHeif { Width = 65_000, Height = 65_000 }.Bytes(),
            "65,025 tiles" => new SampleHeif { Tiles = (255, 255), Width = 10_000, Height = 10_000 }.Bytes(),
            "a few tiles, 60,000 by 60,000" => new SampleHeif { Tiles = (1, 2), Width = 60_000, Height = 60_000 }.Bytes(),
            "9,000 things that are nowhere" => new SampleHeif { Empty = 9_000 }.Bytes(),
            "several pictures" => new SampleHeif { Pictures = 2 }.Bytes(),
            "a sequence" => [.. new SampleHeif { Brand = "msf1" }.Bytes(), .. new SampleMovie().Bytes[20..]],
            _ => SampleScans.Avif.AsSpan().ToArray(),
        };
        if (what == "another coding")
        {
            "heic"u8.CopyTo(file.AsSpan(8));
        }

        await using var demo = await ExaminedCase.OpenAsync();
        var started = DateTime.UtcNow;
        var found = await demo.AddAsync(file, "demo.heic");
        Assert.Equal((reason, null, null), (found.Found!.NoCopy, found.Copy, found.Preview));
        Assert.True(DateTime.UtcNow - started < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Tiff_OfSeveralPages_BecomesAPdfWithEachOfThem()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var scan = await WorkingCopyTests.TaggedAsync(SampleScans.Tiff([(200, 300, 40), (300, 200, 90), (100, 100, 200)]), "tif", ["-Artist=DEMO-AUTHOR", "-Software=DEMO-SCANNER"]);

        var found = await demo.AddAsync(scan, "scan.tif");

        Assert.Equal((null, "pdf"), (found.Found!.NoCopy, found.Found.Copy?.Mime));
        Assert.Equal(("DEMO-AUTHOR", "DEMO-SCANNER"), (found.Trait("Artist"), found.Trait("Software")));
        var path = await WorkingCopyTests.SaveAsync(found.Copy!, "pdf");
        await PdfTools.RunAsync("qpdf", path, "--check", "{file}");
        Assert.Equal("3", (await PdfTools.RunAsync("qpdf", path, "--show-npages", "{file}")).Trim());
        var pictures = (await PdfTools.RunAsync("pdfimages", path, "-list", "{file}")).Split('\n')[2..5].Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3..5]);
        Assert.Equal([["200", "300"], ["300", "200"], ["100", "100"]], pictures);
        await WorkingCopyTests.AssertSilentAsync(found.Copy!, "pdf");
    }

    [Theory]
    [InlineData("second page is not there", NoCopyReason.Broken)]
    [InlineData("second page of 400 million points", NoCopyReason.TooManyPixels)]
    [InlineData("201 pages", NoCopyReason.TooLarge)]
    public async Task Tiff_WithAPageThatCannotBeCopied_HasNoCopyAtAll(string what, NoCopyReason reason)
    {
        var file = what switch
        {
            "second page is not there" => SampleScans.Tiff([(200, 300, 40), (300, 200, 90)])[..^50_000],
            "201 pages" => SampleScans.Tiff([.. Enumerable.Repeat((4, 4, (byte)9), 201)]),
            _ => SampleScans.Tiff([(200, 300, 40), (20_000, 20_000, 90)]),
        };
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(file, "scan.tif");
        Assert.Equal((reason, null, null), (found.Found!.NoCopy, found.Copy, found.Preview));
    }

    [Fact]
    public async Task Tiff_WhosePagesGoRoundInACircle_EndsAllTheSame()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(SampleScans.Tiff([(20, 30, 40), (30, 20, 90)], next: 8), "scan.tif");
        Assert.True(found.Found!.NoCopy is NoCopyReason.Broken || found.Found.Copy!.Mime == "pdf");
    }

    [Fact]
    public async Task Gif_OnePicture_BecomesPngAndMovingOnesHaveNoCopy()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(SampleScans.Gif(1), "demo.gif");
        Assert.Equal((null, "png", "DEMO-AUTHOR"), (found.Found!.NoCopy, found.Found.Copy?.Mime, found.Trait("GIF comment")));
        await WorkingCopyTests.AssertSilentAsync(found.Copy!, "png");
        Assert.Equal((NoCopyReason.SeveralPictures, null), ((await demo.AddAsync(SampleScans.Gif(2), "moving.gif")) is var moving ? moving.Found!.NoCopy : null, moving.Copy));
    }

    /// <summary>Whether the reddest quarter lies at the left, and above.</summary>
    private static async Task<(bool Left, bool Above)> RedAsync(byte[] jpeg)
    {
        var path = await WorkingCopyTests.SaveAsync(jpeg, "jpg");
        await PdfTools.RunAsync("mutool", path, "draw", "-r", "72", "-F", "ppm", "-o", path + ".ppm", "{file}");
        var pixels = await File.ReadAllBytesAsync(path + ".ppm");
        var head = System.Text.Encoding.ASCII.GetString(pixels, 0, 20).Split(['\n', ' ']);
        var (width, height) = (int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(head[2], System.Globalization.CultureInfo.InvariantCulture));
        var from = pixels.Length - (3 * width * height);
        int Red(int x, int y) => pixels[from + (3 * ((y * width) + x))] - pixels[from + (3 * ((y * width) + x)) + 2];
        var reddest = (from x in new[] { width / 8, width * 7 / 8 } from y in new[] { height / 8, height * 7 / 8 } orderby Red(x, y) descending select (x < width / 2, y < height / 2)).First();
        return reddest;
    }
}
