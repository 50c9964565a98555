using System.Text;
using HumanitarianEntry.Dossiers.Images;
using HumanitarianEntry.Dossiers.Rendering;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class PictureIntakeTests
{
    private const long Limit = 1_000_000;

    [Fact]
    public void Accept_PngWithPlaceInItsText_LosesThePlace()
    {
        var original = TinyPng.Silhouette();
        Assert.Contains("51.1 71.4", Encoding.Latin1.GetString(original), StringComparison.Ordinal);

        var (bytes, extension) = PictureIntake.Accept(original, Limit);

        Assert.Equal("png", extension);
        Assert.DoesNotContain("51.1 71.4", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_JpegWithExif_LosesItAndKeepsThePicture()
    {
        byte[] start = [0xFF, 0xD8], exif = [0xFF, 0xE1, 0, 8, .. "Exif51"u8], comment = [0xFF, 0xFE, 0, 6, .. "DEMO"u8];
        byte[] frame = [0xFF, 0xC0, 0, 11, 8, 0, 10, 0, 20, 1, 1, 0x11, 0], scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9];

        var (bytes, extension) = PictureIntake.Accept([.. start, .. exif, .. comment, .. frame, .. scan], Limit);

        Assert.Equal("jpg", extension);
        Assert.Equal([.. start, .. frame, .. scan], bytes);
    }

    [Theory]
    [InlineData(20_000, 20_000)]
    [InlineData(1001, 1000)]
    [InlineData(-1, 1)]
    public void Accept_TooManyPixels_IsRefusedBeforeDecoding(int width, int height) =>
        Assert.Equal(DossierRenderFailure.DocumentRefused, Refused(TinyPng.Claiming(width, height)).Failure);

    [Fact]
    public void Accept_SvgFromOutside_IsRefused() => Refused("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray());

    [Theory]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(400)]
    public void Accept_CutOffPng_IsRefused(int length) => Refused(TinyPng.Silhouette()[..length]);

    [Fact]
    public void Accept_CutOffJpeg_IsRefused() => Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]);

    private static DossierRenderException Refused(byte[] file) => Assert.Throws<DossierRenderException>(() => { _ = PictureIntake.Accept(file, Limit); });
}
