using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>The directory ("moov") of a film: cleaned in place, and read for where pictures and sound lie.</summary>
internal sealed class MovieDirectory(byte[] bytes)
{
    private static readonly HashSet<string> Groups = ["trak", "mdia", "minf", "dinf", "stbl", "edts"];
    private static readonly HashSet<string> Needed = ["vmhd", "smhd", "stts", "ctts", "cslg", "stss", "stsz", "stsc", "stco", "co64", "sdtp", "sgpd", "sbgp", "elst"];
    private static readonly HashSet<string> OfCodecs = ["avcC", "hvcC", "av1C", "vpcC", "esds", "pasp", "colr", "clap", "btrt", "fiel", "d263", "damr", "dac3", "dec3", "dOps", "alac", "chan", "wave"];
    private static readonly HashSet<string> PlainSound = ["sowt", "twos", "raw ", "NONE", "in24", "in32", "fl32", "fl64", "lpcm", "ulaw", "alaw"];
    private static readonly DateTimeOffset Epoch = new(1904, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly List<FileTrait> traits = [];
    private readonly List<(long From, long To)> samples = [];

    public IReadOnlyList<FileTrait> Traits => traits;

    /// <summary>Where pictures and sound lie in the file, in order.</summary>
    public IReadOnlyList<(long From, long To)> Samples => samples;

    /// <exception cref="NotCleanedException">It is of a form that is not cleaned.</exception>
    public void Clean(int head)
    {
        var tracks = 0;
        foreach (var box in MovieBox.Within(bytes, head, bytes.Length))
        {
            switch (box.Type)
            {
                case "mvhd":
                    BlankTimes(box);
                    break;
                case "trak" when HandlerOf(box) is "vide" or "soun":
                    tracks++;
                    CleanGroup(box);
                    samples.AddRange(SampleTable.Of(bytes, box));
                    break;
                case "mvex" or "cmov":
                    throw new NotCleanedException(NoCopyReason.UnknownForm);
                default:
                    Drop(box);
                    break;
            }
        }

        if (tracks == 0)
        {
            throw new NotCleanedException(NoCopyReason.UnknownForm);
        }

        samples.Sort();
    }

    private string? HandlerOf(MovieBox track) => MovieBox.Within(bytes, track.Content, track.End).Find(b => b.Type == "mdia") is { Size: > 0 } media
        && MovieBox.Within(bytes, media.Content, media.End).Find(b => b.Type == "hdlr") is { Size: >= 20 } handler
            ? Encoding.Latin1.GetString(bytes, handler.Content + 8, 4)
            : null;

    private void CleanGroup(MovieBox group)
    {
        foreach (var box in MovieBox.Within(bytes, group.Content, group.End))
        {
            switch (box.Type)
            {
                case "tkhd" or "mdhd":
                    BlankTimes(box);
                    break;
                case "hdlr":
                    BlankName(box);
                    break;
                case "stsd":
                    CleanDescriptions(box);
                    break;
                case "dref":
                    DemandOwn(box);
                    break;
                case "stz2":
                    throw new NotCleanedException(NoCopyReason.UnknownForm);
                case var type when Groups.Contains(type):
                    CleanGroup(box);
                    break;
                case var type when !Needed.Contains(type):
                    Drop(box);
                    break;
            }
        }
    }

    private void Drop(MovieBox box)
    {
        if (box.Type is not ("free" or "skip"))
        {
            traits.AddRange(PlainWords.In(bytes.AsSpan(box.Content, Math.Min(box.End - box.Content, 256 * 1024)), box.Type));
        }

        box.Blank(bytes);
    }

    private void BlankTimes(MovieBox box)
    {
        var isLong = Demand(box, 4)[0] == 1;
        var times = Demand(box, isLong ? 20 : 12)[4..(isLong ? 20 : 12)];
        var made = isLong ? BinaryPrimitives.ReadUInt64BigEndian(times) : BinaryPrimitives.ReadUInt32BigEndian(times);
        if (made is > 0 and < 10_000_000_000)
        {
            traits.Add(PlainWords.Of("CreateDate", (Epoch + TimeSpan.FromSeconds(made)).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)));
        }

        times.Clear();
    }

    private void BlankName(MovieBox box)
    {
        var name = Demand(box, 24)[12..];
        traits.AddRange(PlainWords.In(name, "HandlerName"));
        name.Clear();
    }

    private void CleanDescriptions(MovieBox box)
    {
        Demand(box, 8);
        foreach (var entry in MovieBox.Within(bytes, box.Content + 8, box.End))
        {
            if (PlainSound.Contains(entry.Type))
            {
                throw new NotCleanedException(NoCopyReason.UnknownForm);
            }

            var isPicture = IsPicture(entry);
            Demand(entry, isPicture ? 78 : 28);
            if (isPicture)
            {
                var name = bytes.AsSpan(entry.Content + 42, 32);
                traits.AddRange(PlainWords.In(name, "CompressorName"));
                name.Clear();
            }

            bytes.AsSpan(entry.Content + 12, 4).Clear();
            var version = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(entry.Content + 8));
            var content = entry.Content + (isPicture ? 78 : version switch { 0 => 28, 1 => 44, _ => 64 });
            foreach (var inner in MovieBox.Within(bytes, Math.Min(content, entry.End), entry.End).Where(b => !OfCodecs.Contains(b.Type)))
            {
                Drop(inner);
            }
        }
    }

    /// <summary>Codecs of pictures that phones and cameras write; what is none of them and no sound is not cleaned.</summary>
    private static bool IsPicture(MovieBox entry) => entry.Type switch
    {
        "avc1" or "avc3" or "hvc1" or "hev1" or "av01" or "vp08" or "vp09" or "mp4v" or "s263" or "dvh1" or "dvhe" or "jpeg" => true,
        "mp4a" or "samr" or "sawb" or "ac-3" or "ec-3" or "Opus" or "alac" => false,
        _ => throw new NotCleanedException(NoCopyReason.UnknownForm),
    };

    /// <summary>Pictures and sound must lie in this file and not somewhere that is named.</summary>
    private void DemandOwn(MovieBox box)
    {
        Demand(box, 8);
        foreach (var entry in MovieBox.Within(bytes, box.Content + 8, box.End))
        {
            if ((Demand(entry, 4)[3] & 1) == 0)
            {
                throw new NotCleanedException(NoCopyReason.UnknownForm);
            }

            bytes.AsSpan(entry.Content + 4, entry.End - entry.Content - 4).Clear();
        }
    }

    private Span<byte> Demand(MovieBox box, int length) =>
        box.End - box.Content >= length ? bytes.AsSpan(box.Content, box.End - box.Content) : throw new NotCleanedException(NoCopyReason.Broken);
}
