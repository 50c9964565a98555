using HumanitarianEntry.Casework.Lookalikes;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Lookalikes;

/// <summary>Copies of one picture are near and found by their samples; other pictures, and other sheets of one form, are not.</summary>
public sealed class PictureFingerprintTests
{
    private const int Many = 400;

    [Fact]
    public void Photos_OfOtherThings_AreNeverNear()
    {
        var all = Enumerable.Range(1, Many).Select(i => Of(SamplePictures.Photo(i))).ToList();
        var nearest = int.MaxValue;
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                nearest = Math.Min(nearest, PictureFingerprint.Distance(all[i].Coarse, all[j].Coarse));
                Assert.False(all[i].IsNear(all[j]), $"{i} {j}");
            }
        }

        Assert.True(nearest > 60, $"Nearest pair of {Many}: {nearest} bits.");
    }

    [Fact]
    public void Forms_FilledInByOthers_AreNotNear()
    {
        var all = Enumerable.Range(1, 100).Select(i => Of(SamplePictures.Form(i))).ToList();
        Assert.All(all, f => Assert.True(f.IsFlat));
        Assert.DoesNotContain(all.SelectMany((one, i) => all.Skip(i + 1).Select(other => one.IsNear(other))), near => near);
        Assert.True(all[0].IsNear(Of(SamplePictures.Noisy(SamplePictures.Form(1), 7, 3))));
    }

    [Theory]
    [InlineData(3, 1.0)]
    [InlineData(8, 1.0)]
    [InlineData(4, 0.8)]
    [InlineData(4, 1.1)]
    public void Copies_AreNearAndFoundByTheirSamples(int noise, double brightness)
    {
        var found = 0;
        for (var i = 1; i <= Many; i++)
        {
            var (original, copy) = (Of(SamplePictures.Photo(i)), Of(SamplePictures.Noisy(SamplePictures.Brighter(SamplePictures.Photo(i), brightness), i + 1, noise)));
            Assert.True(original.IsNear(copy), $"{i}: {PictureFingerprint.Distance(original.Coarse, copy.Coarse)} bits");
            found += PictureBands.Sought(copy).Intersect(PictureBands.Stored(original)).Any() ? 1 : 0;
        }

        Assert.True(found >= Many * 0.995, $"{found} of {Many} were found.");
    }

    [Fact]
    public void Mirrored_IsFoundByTheMirroredSearch()
    {
        for (var i = 1; i <= 50; i++)
        {
            var (original, turned) = (Of(SamplePictures.Photo(i)), PictureFingerprint.Mirrored(SamplePictures.Photo(i)));
            Assert.False(original.IsNear(Of(turned)));
            Assert.True(original.IsNear(Of(PictureFingerprint.Mirrored(turned))));
        }
    }

    /// <summary>Samples of pictures that have nothing to do with each other hardly ever meet: a search opens no heap of cases.</summary>
    [Fact]
    public void Samples_OfOtherPictures_HardlyMeet()
    {
        var stored = Enumerable.Range(1, Many).SelectMany(i => PictureBands.Stored(Of(SamplePictures.Photo(i)))).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(Many * PictureBands.Count, stored.Count);
        Assert.True(Enumerable.Range(Many + 1, Many).Count(i => PictureBands.Sought(Of(SamplePictures.Photo(i))).Any(stored.Contains)) <= 2);
    }

    [Fact]
    public void EmptyPictures_HaveNoFingerprint()
    {
        Assert.Null(PictureFingerprint.Of(new byte[PictureFingerprint.Edge * PictureFingerprint.Edge]));
        Assert.Null(PictureFingerprint.Of([]));
        Assert.Null(PictureFingerprint.Of(SamplePictures.Noisy(new byte[PictureFingerprint.Edge * PictureFingerprint.Edge], 1, 2)));
    }

    private static PictureFingerprint Of(byte[] gray) => PictureFingerprint.Of(gray) ?? throw new InvalidOperationException("The sample is nearly empty.");
}
