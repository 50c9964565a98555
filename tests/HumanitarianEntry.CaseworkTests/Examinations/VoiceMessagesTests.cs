using System.Text;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>Voice messages: the coded sound stays bit for bit, and nothing else does.</summary>
public sealed class VoiceMessagesTests
{
    [Theory]
    [InlineData("voice.ogg", "ogg")]
    [InlineData("old.ogg", "ogg")]
    [InlineData("note.mp3", "mp3")]
    [InlineData("note.m4a", "mp4")]
    public async Task Copy_Voice_HasTheSoundAndNothingElse(string name, string mime)
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var movie = new SampleMovie(isSound: true);
        var original = name switch { "voice.ogg" => SampleSound.Opus(), "old.ogg" => SampleSound.Vorbis(), "note.mp3" => SampleSound.Mp3(), _ => movie.Bytes };

        var found = await demo.AddAsync(original, name);

        Assert.Equal((null, mime), (found.Found!.NoCopy, found.Found.Copy?.Mime));
        Assert.Contains(found.Found.Traits, t => t.Value.Contains("DEMO-", StringComparison.Ordinal));
        Assert.DoesNotContain("DEMO", Encoding.Latin1.GetString(found.Copy!), StringComparison.Ordinal);
        await WorkingCopyTests.AssertSilentAsync(found.Copy!, mime);
        switch (name)
        {
            case "note.mp3":
                Assert.Equal(SampleSound.Frames, found.Copy);
                break;
            case "note.m4a":
                Assert.Equal(movie.Bytes.AsSpan(movie.PicturesAt, SampleMovie.PicturesLength), found.Copy.AsSpan(movie.PicturesAt, SampleMovie.PicturesLength));
                break;
            default:
                Assert.All(SampleSound.Packets, p => Assert.True(found.Copy.AsSpan().IndexOf(p) > 0));
                break;
        }
    }

    /// <summary>By programs that were not written here: what they make, cleaned, sounds as it did. MP3 loses the frame that says how much silence to cut away.</summary>
    [Theory]
    [InlineData("opus", "opusenc", "--quiet --artist DEMO-AUTHOR --comment LOCATION=DEMO-CITY {file} {out}", "opusdec", "--quiet --no-dither --force-wav {file} {out}", 0)]
    [InlineData("ogg", "oggenc", "--quiet -a DEMO-AUTHOR -o {out} {file}", "oggdec", "--quiet -o {out} {file}", 0)]
    [InlineData("mp3", "lame", "--quiet --ta DEMO-AUTHOR --tt DEMO-TITLE {file} {out}", "lame", "--quiet --decode {file} {out}", 8_000)]
    public async Task Copy_MadeByOtherPrograms_SoundsAsItDid(string ending, string coder, string codes, string decoder, string decodes, int silence)
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var coded = await RunAsync(coder, codes, await WorkingCopyTests.SaveAsync(SampleSound.Wave(), "wav"), ending);

        var found = await demo.AddAsync(coded, "voice." + ending);

        Assert.Null(found.Found!.NoCopy);
        Assert.Contains(found.Found.Traits, t => t.Value.Contains("DEMO-AUTHOR", StringComparison.Ordinal));
        Assert.DoesNotContain("DEMO", Encoding.Latin1.GetString(found.Copy!), StringComparison.Ordinal);
        await WorkingCopyTests.AssertSilentAsync(found.Copy!, ending);
        var before = await RunAsync(decoder, decodes, await WorkingCopyTests.SaveAsync(coded, ending), "wav");
        var after = await RunAsync(decoder, decodes, await WorkingCopyTests.SaveAsync(found.Copy!, ending), "wav");
        Assert.InRange(after.Length - before.Length, 0, silence);
        Assert.True(silence > 0 || before.AsSpan().SequenceEqual(after));
    }

    [Fact]
    public void Ogg_Copy_IsSoundAgainAndCleanedTwiceIsTheSame()
    {
        var once = Bytes(OggCleaner.Clean(SampleSound.Opus()));
        Assert.Equal(once, Bytes(OggCleaner.Clean(once)));

        // Neither the number of the stream nor of the pages tells of what was there.
        Assert.Equal(once, Bytes(OggCleaner.Clean(SampleSound.Opus(stream: 999))));
    }

    [Theory]
    [InlineData("cut", NoCopyReason.Broken)]
    [InlineData("one bit else", NoCopyReason.Broken)]
    [InlineData("a page lost", NoCopyReason.Broken)]
    [InlineData("a second stream", NoCopyReason.UnknownForm)]
    [InlineData("only its beginning", NoCopyReason.Broken)]
    [InlineData("not of sound", NoCopyReason.UnknownForm)]
    public async Task Ogg_MadeToHarm_HasNoCopyAndSaysWhy(string what, NoCopyReason reason)
    {
        var whole = SampleSound.Opus();
        byte[] file = what switch
        {
            "cut" => whole[..^100],
            "one bit else" => [.. whole[..^1], (byte)(whole[^1] ^ 1)],
            "a page lost" => Lost(whole),
            "a second stream" => [.. whole, .. SampleSound.Opus()],
            "only its beginning" => whole[..(27 + 1 + 19)],
            _ => SampleSound.OfAnotherKind(),
        };
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(file, "voice.ogg");
        Assert.Equal((reason, null), (found.Found!.NoCopy, found.Copy));
    }

    [Fact]
    public void Ogg_WithSomethingBehindItsEnd_LosesItAndSaysSo()
    {
        var made = OggCleaner.Clean([.. SampleSound.Opus(), .. "DEMO-BEHIND"u8]);
        Assert.Contains(made.Traits, t => t.Name == "Hidden bytes");
        Assert.Equal(Bytes(OggCleaner.Clean(SampleSound.Opus())), Bytes(made));
    }

    [Fact]
    public void Mp3_WithSoundBehindSomethingElse_IsRefusedAndNotCutShort()
    {
        var refused = Assert.Throws<NotCleanedException>(() => Mp3Cleaner.Clean(SampleSound.Mp3(between: "DEMO-BETWEEN"u8.ToArray())));
        Assert.Equal(NoCopyReason.UnknownForm, refused.Reason);
        Assert.Equal(NoCopyReason.Broken, Assert.Throws<NotCleanedException>(() => Mp3Cleaner.Clean("ID3\u0004\0\0\0\0\u007f\u007f"u8)).Reason);
        Assert.Equal(NoCopyReason.Broken, Assert.Throws<NotCleanedException>(() => Mp3Cleaner.Clean([.. Enumerable.Repeat((byte)0xFF, 100_000)])).Reason);
        Assert.Equal(NoCopyReason.Broken, Assert.Throws<NotCleanedException>(() => Mp3Cleaner.Clean(SampleSound.Frames.AsSpan(..1000))).Reason);
    }

    private static byte[] Lost(byte[] whole)
    {
        var third = whole.AsSpan().LastIndexOf("OggS"u8);
        var second = whole.AsSpan(..third).LastIndexOf("OggS"u8);
        return [.. whole[..second], .. whole[third..]];
    }

    private static async Task<byte[]> RunAsync(string tool, string words, string from, string ending)
    {
        var to = from + ".out." + ending;
        await Dossiers.PdfTools.RunAsync(tool, from, [.. words.Split(' ').Select(w => w == "{out}" ? to : w)]);
        return await File.ReadAllBytesAsync(to);
    }

    private static byte[] Bytes(CleanCopy made)
    {
        using var memory = new MemoryStream();
        made.Content!.CopyTo(memory);
        return memory.ToArray();
    }
}
