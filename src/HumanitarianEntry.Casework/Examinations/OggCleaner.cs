using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>
/// Sound in Ogg (Opus as messengers send it, Vorbis) without the packet of remarks that stands before it (RFC 7845, 5.2; Vorbis I, 5): names, places, pictures and the program that wrote it. The coded
/// sound stays bit for bit; the number that the program gave the stream is another one. Only one stream with one beginning is cleaned.
/// </summary>
internal static class OggCleaner
{
    public const string Tool = "HumanitarianEntry sound 1";
    public const string Parameters = "coded sound bit for bit; remarks, names and pictures left out, pages counted anew";
    private const int HeadLength = 27;
    private const int MostSegments = 255;
    private const byte Continued = 1;
    private const byte First = 2;
    private const byte Last = 4;

    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(i =>
    {
        var sum = (uint)i << 24;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum << 1) ^ ((sum & 0x80000000) != 0 ? 0x04C11DB7u : 0);
        }

        return sum;
    })];

    /// <exception cref="NotCleanedException">It is broken, or of a form that is not cleaned.</exception>
    public static CleanCopy Clean(ReadOnlySpan<byte> original)
    {
        List<FileTrait> traits = [];
        var pages = Pages(original, traits);
        var (heads, used) = Heads(original, pages);
        var isOpus = heads.Count == 2;
        traits.AddRange(Remarks(heads[1].AsSpan(isOpus ? 8 : 7)));

        var copy = new MemoryStream(original.Length + 64);
        var number = 0u;
        Write(copy, [heads[0]], First, ref number);
        Write(copy, isOpus ? [[.. "OpusTags"u8, .. new byte[8]]] : [[3, .. "vorbis"u8, .. new byte[8], 1], heads[2]], 0, ref number);
        foreach (var page in pages[used..])
        {
            WritePage(copy, original.Slice(page.Start, page.Head + page.Body).ToArray(), ref number);
        }

        copy.Position = 0;
        return CleanCopy.Of(copy, Tool, Parameters, traits);
    }

    private static List<Page> Pages(ReadOnlySpan<byte> bytes, List<FileTrait> traits)
    {
        List<Page> pages = [];
        for (var at = 0; at < bytes.Length;)
        {
            if (pages.Count > 0 && pages[^1].Is(Last))
            {
                // Another stream that begins here would be lost.
                Demand(!bytes[at..].StartsWith("OggS"u8), NoCopyReason.UnknownForm);
                traits.Add(PlainWords.Of("Hidden bytes", FormattableString.Invariant($"{bytes.Length - at} behind the end of the sound; they are not in the working copy")));
                break;
            }

            var rest = bytes[at..];
            Demand(rest.Length >= HeadLength && rest.StartsWith("OggS"u8) && rest[4] == 0 && rest.Length >= HeadLength + rest[26], NoCopyReason.Broken);
            var head = HeadLength + rest[26];
            var body = 0;
            foreach (var segment in rest[HeadLength..head])
            {
                body += segment;
            }

            Demand(rest.Length >= head + body, NoCopyReason.Broken);
            var page = new Page(at, head, body, rest[5], BinaryPrimitives.ReadUInt32LittleEndian(rest[14..]), BinaryPrimitives.ReadUInt32LittleEndian(rest[18..]));
            Demand(Sum(rest[..(head + body)]) == BinaryPrimitives.ReadUInt32LittleEndian(rest[22..]), NoCopyReason.Broken);
            Demand(page.Is(First) == (pages.Count == 0) && (pages.Count == 0 || page.Stream == pages[0].Stream), NoCopyReason.UnknownForm);
            Demand(pages.Count == 0 || page.Number == pages[^1].Number + 1, NoCopyReason.Broken);
            pages.Add(page);
            at += head + body;
        }

        return pages;
    }

    /// <summary>The packets before the sound, and how many pages they take.</summary>
    private static (List<byte[]> Heads, int Pages) Heads(ReadOnlySpan<byte> bytes, List<Page> pages)
    {
        List<byte[]> heads = [];
        List<byte> packet = [];
        var wanted = 1;
        for (var i = 0; i < pages.Count; i++)
        {
            var at = pages[i].Start + pages[i].Head;
            foreach (var segment in bytes.Slice(pages[i].Start + HeadLength, pages[i].Head - HeadLength))
            {
                Demand(heads.Count < wanted, NoCopyReason.UnknownForm);
                packet.AddRange(bytes.Slice(at, segment));
                at += segment;
                if (segment < MostSegments)
                {
                    heads.Add([.. packet]);
                    packet.Clear();
                }
            }

            if (i == 0)
            {
                wanted = heads is [var kind] ? HeadsOf(kind) : throw new NotCleanedException(NoCopyReason.UnknownForm);
            }

            // The sound begins on a page of its own.
            if (heads.Count == wanted)
            {
                Demand(wanted == 2 ? heads[1].AsSpan().StartsWith("OpusTags"u8) : heads[1].AsSpan().StartsWith("\u0003vorbis"u8) && heads[2].AsSpan().StartsWith("\u0005vorbis"u8), NoCopyReason.Broken);
                return (heads, i + 1);
            }
        }

        throw new NotCleanedException(NoCopyReason.Broken);
    }

    private static int HeadsOf(ReadOnlySpan<byte> first) => first.StartsWith("OpusHead"u8) && first.Length >= 19 && first.Length <= 21 + MostSegments ? 2
        : first.StartsWith("\u0001vorbis"u8) && first.Length == 30 ? 3
        : throw new NotCleanedException(NoCopyReason.UnknownForm);

    private static List<FileTrait> Remarks(ReadOnlySpan<byte> comments)
    {
        List<FileTrait> found = [];
        for (var (at, i) = (0, 0); i < 200 && at + 4 <= comments.Length; i++)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(comments[at..]);
            if (length > comments.Length - at - 4)
            {
                break;
            }

            var text = Encoding.UTF8.GetString(comments.Slice(at + 4, (int)length));
            at += 4 + (int)length + (i == 0 ? 4 : 0);
            var cut = text.IndexOf('=', StringComparison.Ordinal);
            if (text.Length > 0)
            {
                found.Add(i == 0 ? PlainWords.Of("Encoder", text) : cut > 0 ? PlainWords.Of("Sound " + text[..cut], text[(cut + 1)..]) : PlainWords.Of("Sound remark", text));
            }
        }

        return found;
    }

    private static void Write(MemoryStream copy, byte[][] packets, byte flags, ref uint number)
    {
        List<byte> segments = [.. packets.SelectMany(p => Enumerable.Repeat((byte)255, p.Length / 255).Append((byte)(p.Length % 255)))];
        byte[] body = [.. packets.SelectMany(p => p)];
        for (var (from, at) = (0, 0); from < segments.Count; from += MostSegments)
        {
            byte[] own = [.. segments.Skip(from).Take(MostSegments)];
            var length = own.Sum(s => s);
            var isContinued = from > 0 && segments[from - 1] == 255;
            WritePage(copy, [.. "OggS"u8, 0, (byte)(flags | (isContinued ? Continued : 0)), .. new byte[20], (byte)own.Length, .. own, .. body.AsSpan(at, length)], ref number);
            at += length;
        }
    }

    private static void WritePage(MemoryStream copy, byte[] page, ref uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(14), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(18), number++);
        BinaryPrimitives.WriteUInt32LittleEndian(page.AsSpan(22), Sum(page));
        copy.Write(page);
    }

    /// <summary>The sum of a page with its own place counted as zeros (RFC 3533, 6): polynomial 0x04C11DB7, neither mirrored nor turned over.</summary>
    private static uint Sum(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        for (var i = 0; i < page.Length; i++)
        {
            sum = (sum << 8) ^ Sums[(byte)(sum >> 24) ^ (i is >= 22 and < 26 ? 0 : page[i])];
        }

        return sum;
    }

    private static void Demand(bool holds, NoCopyReason otherwise)
    {
        if (!holds)
        {
            throw new NotCleanedException(otherwise);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Page(int Start, int Head, int Body, byte Flags, uint Stream, uint Number)
    {
        public bool Is(byte flag) => (Flags & flag) != 0;
    }
}
