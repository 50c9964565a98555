using System.IO.Compression;
using System.Text;
using HumanitarianEntry.CaseworkTests.Dossiers;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>What copies must not have, asked of Debian's exiftool and of the bytes.</summary>
public sealed class WorkingCopyTests
{
    private static readonly string[] Written =
    [
        "-GPSLatitude=55.75", "-GPSLatitudeRef=N", "-GPSLongitude=37.61", "-GPSLongitudeRef=E", "-Artist=DEMO-AUTHOR", "-EXIF:SerialNumber=DEMO-SERIAL", "-Make=DEMO-MAKE", "-Model=DEMO-MODEL",
        "-XMP:Creator=DEMO-AUTHOR", "-XMP:City=DEMO-CITY", "-DateTimeOriginal=2022:03:01 10:00:00",
    ];

    /// <summary>Values above, and the names of the tags that hold them.</summary>
    private static readonly string[] Never = ["DEMO-", "GPS", "Artist", "Author", "Serial", "Make", "Camera", "Creator", "Date/Time Original", "Software", "Producer", "Comment", "XMP", "Copyright", "City", "CreateDate", "Create Date"];

    [Theory]
    [InlineData("jpg", "jpeg")]
    [InlineData("png", "png")]
    [InlineData("webp", "jpeg")]
    [InlineData("heic", "jpeg")]
    [InlineData("avif", "jpeg")]
    [InlineData("tif", "jpeg")]
    public async Task Copy_PictureWithEveryTag_HasNoneAndTheRecordHasThem(string ending, string mime)
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var original = await TaggedAsync(await PictureAsync(demo, ending), ending, Written);

        var found = await demo.AddAsync(original, "demo." + ending);

        Assert.Equal((null, mime), (found.Found!.NoCopy, found.Found.Copy?.Mime));
        Assert.Equal(("DEMO-AUTHOR", "DEMO-MAKE", "DEMO-MODEL", "DEMO-SERIAL"), (found.Trait("Artist"), found.Trait("Make"), found.Trait("Model"), found.Trait("BodySerialNumber")));
        Assert.StartsWith("55 45", found.Trait("GPSLatitude"), StringComparison.Ordinal);
        Assert.Equal((found.Item.File!.FileId, found.Item.File.Sha256), (found.Found.Copy!.ParentFileId, found.Found.Copy.ParentSha256));
        Assert.Contains("sharp ", found.Found.Copy.Tool, StringComparison.Ordinal);
        await AssertSilentAsync(found.Copy!, mime);
        await AssertSilentAsync(found.Preview!, "jpg");
    }

    [Fact]
    public async Task Copy_PictureOnItsSide_IsTurnedUpright()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var picture = await PictureAsync(demo, "jpg");
        var size = await SizeAsync(picture, "jpg");
        var found = await demo.AddAsync(await TaggedAsync(picture, "jpg", ["-n", "-Orientation=6"]), "demo.jpg");
        Assert.Equal(string.Join('x', size.Split('x').Reverse()), await SizeAsync(found.Copy!, "jpg"));
    }

    [Fact]
    public async Task Copy_PdfWithScriptsActionsAttachmentsAndAuthors_HasThePageAndNothingElse()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var jpeg = await TaggedAsync(await PictureAsync(demo, "jpg"), "jpg", Written);

        var found = await demo.AddAsync(SampleFiles.Pdf(jpeg), "demo.pdf");

        Assert.Equal((null, "pdf"), (found.Found!.NoCopy, found.Found.Copy?.Mime));
        Assert.Equal(("DEMO-AUTHOR", "DEMO-TOOL"), (found.Trait("PDF Author"), found.Trait("XMP xmp:CreatorTool")));
        Assert.Equal(["attached files", "commands that start programs", "scripts"], found.Found.Traits.Where(t => t.Name == "Hidden in it").Select(t => t.Value.Split(';')[0]).Order(StringComparer.Ordinal));
        var path = await SaveAsync(found.Copy!, "pdf");
        await PdfTools.RunAsync("qpdf", path, "--check", "{file}");
        var plain = await PdfTools.RunAsync("qpdf", path, "--qdf", "--object-streams=disable", "{file}", "-");
        string[] gone = ["JavaScript", "/JS", "/Launch", "calc.exe", "/OpenAction", "/EmbeddedFile", "/AcroForm", "/Metadata", "/Info", "/PieceInfo", "DEMO-SECRET", "DEMO-AUTHOR", "DEMO-FIELD", "DEMO-MAKE", "Exif"];
        Assert.Equal([], gone.Where(g => plain.Contains(g, StringComparison.Ordinal)));
        var words = await PdfTools.RunAsync("pdftotext", path, "{file}", "-");
        Assert.Contains("DEMO visible words", words, StringComparison.Ordinal);
        Assert.Contains("DEMO look of a field", words, StringComparison.Ordinal);
        await AssertSilentAsync(found.Copy!, "pdf");
    }

    [Fact]
    public async Task Copy_Docx_HasTheTextAndNoPeople()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var png = await TaggedAsync(SampleFiles.Png, "png", Written);
        const string body = """
            <w:p w:rsidR="00DEAD01"><w:r><w:t>DEMO visible words</w:t></w:r></w:p>
            <w:p><w:ins w:id="1" w:author="DEMO-AUTHOR" w:date="2022-03-01T10:00:00Z"><w:r><w:t>added</w:t></w:r></w:ins></w:p>
            <w:p><w:hyperlink r:id="rId9"><w:r><w:t>link</w:t></w:r></w:hyperlink><w:r><w:instrText> INCLUDEPICTURE "http://demo.invalid/spy" </w:instrText></w:r></w:p>
            """;
        var docx = SampleFiles.Docx(body,
            ("docProps/core.xml", SampleFiles.Xml("""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>DEMO-AUTHOR</dc:creator><cp:lastModifiedBy>DEMO-EDITOR</cp:lastModifiedBy></cp:coreProperties>""")),
            ("customXml/item1.xml", SampleFiles.Xml("<a>DEMO-CUSTOM</a>")),
            ("word/settings.xml", SampleFiles.Xml("""<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:rsids><w:rsid w:val="00DEAD01"/></w:rsids></w:settings>""")),
            ("word/comments.xml", SampleFiles.Xml("""<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="DEMO-AUTHOR" w:initials="DA" w:date="2022-03-01T10:00:00Z"><w:p><w:r><w:t>DEMO remark</w:t></w:r></w:p></w:comment></w:comments>""")),
            ("word/media/image1.png", png),
            ("word/_rels/document.xml.rels", SampleFiles.Xml("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="http://demo.invalid/me" TargetMode="External"/><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>""")));

        var found = await demo.AddAsync(docx, "demo.docx");

        Assert.Equal((null, "docx"), (found.Found!.NoCopy, found.Found.Copy?.Mime));
        Assert.Equal(("DEMO-AUTHOR", "DEMO-EDITOR"), (found.Trait("creator"), found.Trait("lastModifiedBy")));
        using var archive = new ZipArchive(new MemoryStream(found.Copy!));
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/comments.xml", "word/document.xml", "word/media/image1.png", "word/settings.xml"], archive.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var all = string.Concat(archive.Entries.Select(e => new StreamReader(e.Open(), Encoding.Latin1).ReadToEnd()));
        Assert.Equal([], new[] { "DEMO-", "DEAD01", "demo.invalid", "2022-03-01", "rId9", "docProps" }.Where(g => all.Contains(g, StringComparison.Ordinal)));
        Assert.Contains("DEMO visible words", all, StringComparison.Ordinal);
        Assert.Contains("DEMO remark", all, StringComparison.Ordinal);
        await AssertSilentAsync(found.Copy!, "docx");
    }

    [Fact]
    public async Task Copy_Film_HasItsPicturesAndNeitherPlaceNorDeviceNorTime()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var movie = new SampleMovie();

        var found = await demo.AddAsync(movie.Bytes, "demo.mp4");

        Assert.Equal((null, "mp4", movie.Bytes.Length), (found.Found!.NoCopy, found.Found.Copy?.Mime, found.Copy?.Length));
        Assert.Contains(found.Found.Traits, t => t.Value.Contains("+55.7500+037.6100/", StringComparison.Ordinal));
        Assert.Equal("2024-05-31 11:33:20 UTC", found.Trait("CreateDate"));
        Assert.Equal(movie.Bytes.AsSpan(movie.PicturesAt, SampleMovie.PicturesLength), found.Copy.AsSpan(movie.PicturesAt, SampleMovie.PicturesLength));
        Assert.DoesNotContain("DEMO-", Encoding.Latin1.GetString(found.Copy!), StringComparison.Ordinal);
        await AssertSilentAsync(found.Copy!, "mp4");
        Assert.Contains("0000:00:00", await PdfTools.RunAsync("exiftool", await SaveAsync(found.Copy!, "mp4"), "-CreateDate", "{file}"), StringComparison.Ordinal);
    }

    private static async Task<byte[]> PictureAsync(ExaminedCase demo, string ending) => ending switch
    {
        "png" => SampleFiles.Png,
        "webp" => SampleFiles.WebP,
        "heic" => new SampleHeif().Bytes(),
        "avif" => SampleScans.Avif,
        "tif" => SampleScans.Tiff([(20, 10, 90)]),
        _ => (await demo.AddAsync(SampleFiles.Png, "base.png")).Preview!,
    };

    internal static async Task<byte[]> TaggedAsync(byte[] file, string ending, string[] tags)
    {
        var path = await SaveAsync(file, ending);
        await PdfTools.RunAsync("exiftool", path, ["-q", "-overwrite_original", .. tags, "{file}"]);
        return await File.ReadAllBytesAsync(path);
    }

    internal static async Task<string> SizeAsync(byte[] file, string ending) => (await PdfTools.RunAsync("exiftool", await SaveAsync(file, ending), "-s3", "-ImageSize", "{file}")).Trim();

    internal static async Task AssertSilentAsync(byte[] copy, string ending)
    {
        var lines = (await PdfTools.RunAsync("exiftool", await SaveAsync(copy, ending), "-a", "-G1", "-ee", "{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        var told = lines.Where(l => !l.StartsWith("[System]", StringComparison.Ordinal) && !l.StartsWith("[ExifTool]", StringComparison.Ordinal) && !l.StartsWith("[ZIP]", StringComparison.Ordinal) && !l.Contains("0000:00:00", StringComparison.Ordinal) && !l.Contains("Copyright Flag", StringComparison.Ordinal));
        Assert.Equal([], told.Where(l => Never.Any(n => l.Contains(n, StringComparison.OrdinalIgnoreCase))));
    }

    internal static async Task<string> SaveAsync(byte[] content, string ending)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("he-copy-").FullName, "file." + ending);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }
}
