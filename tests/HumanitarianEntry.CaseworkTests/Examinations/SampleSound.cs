using System.Buffers.Binary;
using System.Text;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>Voice messages, byte by byte. The "sound" is no sound; only where it lies matters.</summary>
internal static class SampleSound
{
    /// <summary>What stands for the coded sound; each of the three packets is a page of its own.</summary>
    public static readonly byte[][] Packets = [.. Enumerable.Range(1, 3).Select(n => Enumerable.Range(0, 300 * n).Select(i => (byte)((i * 7) + n)).ToArray())];

    private static readonly string[] Remarks = ["ARTIST=DEMO-AUTHOR", "LOCATION=DEMO-CITY 55.75 37.61", "METADATA_BLOCK_PICTURE=" + new string('D', 70_000)];

    /// <summary>Opus in Ogg, as messengers send it; with a cover so large that the remarks go over several pages.</summary>
    public static byte[] Opus(uint stream = 77)
    {
        byte[] remarks = [.. "OpusTags"u8, .. Comments("DEMO-LIBOPUS")];
        return Ogg(stream, [[.. "OpusHead"u8, 1, 1, 0x38, 1, 0x80, 0xBB, 0, 0, 0, 0, 0], remarks]);
    }

    public static byte[] Vorbis()
    {
        byte[] head = [1, .. "vorbis"u8, 0, 0, 0, 0, 1, 0x44, 0xAC, 0, 0, .. new byte[12], 0xB8, 1];
        return Ogg(5, [head, [3, .. "vorbis"u8, .. Comments("DEMO-VORBIS"), 1], [5, .. "vorbis"u8, .. new byte[4000]]]);
    }

    /// <summary>Two seconds of a tone, 48 kHz, one channel, as plain numbers.</summary>
    public static byte[] Wave()
    {
        var tone = Enumerable.Range(0, 96_000).SelectMany(i => BitConverter.GetBytes((short)(8000 * Math.Sin(i * 0.05)))).ToArray();
        return [.. "RIFF"u8, .. U32(36 + tone.Length), .. "WAVEfmt "u8, .. U32(16), 1, 0, 1, 0, .. U32(48_000), .. U32(96_000), 2, 0, 16, 0, .. "data"u8, .. U32(tone.Length), .. tone];
    }

    /// <summary>A stream of a kind that nobody here cleans.</summary>
    public static byte[] OfAnotherKind() => Ogg(5, [[.. "Speex   "u8, .. new byte[72]], [.. Comments("DEMO-SPEEX")]]);

    /// <summary>Frames of layer III, 128 kbit/s at 44.1 kHz, between the tags that programs put around them.</summary>
    /// <param name="between">Something that is no frame, in the middle.</param>
    public static byte[] Mp3(byte[]? between = null) =>
    [
        .. Id3("TPE1", [3, .. "DEMO-AUTHOR"u8]), .. Frame([.. new byte[32], .. "Info"u8, .. new byte[116], .. "LAME3.100 DEMO-ENCODER"u8]), .. Sound(1), .. Sound(2), .. Sound(3), .. Sound(4), .. between ?? [],
        .. Sound(5), .. Sound(6), .. Sound(7), .. Sound(8), .. Encoding.ASCII.GetBytes("TAGDEMO-TITLE".PadRight(128)),
    ];

    /// <summary>All frames of sound of <see cref="Mp3"/>.</summary>
    public static byte[] Frames => [.. Enumerable.Range(1, 8).SelectMany(n => Sound((byte)n))];

    private static byte[] Sound(byte number) => Frame([.. new byte[32], .. Enumerable.Repeat(number, 300)]);

    private static byte[] Frame(byte[] content)
    {
        var frame = new byte[417];
        byte[] head = [0xFF, 0xFB, 0x90, 0];
        head.CopyTo(frame, 0);
        content.CopyTo(frame, 4);
        return frame;
    }

    private static byte[] Id3(string name, byte[] content) => [.. "ID3"u8, 4, 0, 0, 0, 0, 0, (byte)(content.Length + 10), .. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)content.Length, 0, 0, .. content];

    private static byte[] Comments(string program) => [.. Text(program), .. U32(Remarks.Length), .. Remarks.SelectMany(Text)];

    private static byte[] Text(string text) => [.. U32(text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Ogg(uint stream, byte[][] heads)
    {
        using var file = new MemoryStream();
        var number = 0;
        Pages(file, stream, ref number, 2, 0, heads[0]);
        Pages(file, stream, ref number, 0, 0, heads[1..]);
        for (var i = 0; i < Packets.Length; i++)
        {
            Pages(file, stream, ref number, (byte)(i == Packets.Length - 1 ? 4 : 0), 960L * (i + 1), Packets[i]);
        }

        return file.ToArray();
    }

    private static void Pages(MemoryStream file, uint stream, ref int number, byte flags, long position, params byte[][] packets)
    {
        List<byte> segments = [.. packets.SelectMany(p => Enumerable.Repeat((byte)255, p.Length / 255).Append((byte)(p.Length % 255)))];
        byte[] body = [.. packets.SelectMany(p => p)];
        for (var (from, at) = (0, 0); from < segments.Count; from += 255)
        {
            byte[] own = [.. segments.Skip(from).Take(255)];
            var length = own.Sum(s => s);
            var page = new byte[27 + own.Length + length];
            "OggS"u8.CopyTo(page);
            page[5] = (byte)(flags | (from > 0 && segments[from - 1] == 255 ? 1 : 0));
            BinaryPrimitives.WriteInt64LittleEndian(page.AsSpan(6), position);
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), stream);
            BinaryPrimitives.WriteInt32LittleEndian(page.AsSpan(18), number++);
            page[26] = (byte)own.Length;
            own.CopyTo(page, 27);
            body.AsSpan(at, length).CopyTo(page.AsSpan(27 + own.Length));
            BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Sum(page));
            file.Write(page);
            at += length;
        }
    }

    /// <summary>Bit by bit, as the standard writes it.</summary>
    private static uint Sum(byte[] page)
    {
        var sum = 0u;
        foreach (var one in page)
        {
            sum ^= (uint)one << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 0x80000000) != 0 ? (sum << 1) ^ 0x04C11DB7 : sum << 1;
            }
        }

        return sum;
    }

    private static byte[] U32(int value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        return four;
    }
}
