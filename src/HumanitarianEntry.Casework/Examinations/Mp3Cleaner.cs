using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>
/// MP3 without the tags before and behind the sound and without the first frame that only names the program (ISO/IEC 11172-3; ID3v2; Xing, Info and VBRI frames). Frames of sound stay bit for bit.
/// </summary>
internal static class Mp3Cleaner
{
    public const string Tool = OggCleaner.Tool;
    public const string Parameters = "frames of sound bit for bit; tags before, between and behind them left out";

    /// <summary>So many frames in a row are no accident.</summary>
    private const int Row = 4;
    private const int MostRead = 256 * 1024;
    private static readonly int[] RatesOf1 = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] RatesOf2 = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Frequencies = [44100, 48000, 32000];

    /// <exception cref="NotCleanedException">No sound, or sound with something between its frames.</exception>
    public static CleanCopy Clean(ReadOnlySpan<byte> original)
    {
        List<FileTrait> traits = [];
        var start = Start(original, traits);
        var first = LengthOf(original, start);
        var isNote = IsNote(original.Slice(start, first));
        if (isNote)
        {
            traits.AddRange(PlainWords.In(original.Slice(start, first), "Encoder"));
        }

        var end = start;
        while (LengthOf(original, end) is var length and > 0 && end + length <= original.Length && IsLike(original, start, end))
        {
            end += length;
        }

        var rest = original[end..];
        if (Find(rest) >= 0)
        {
            // Sound goes on behind something that is none: a copy would lose it.
            throw new NotCleanedException(NoCopyReason.UnknownForm);
        }

        if (rest.Length > 0)
        {
            traits.AddRange(PlainWords.In(rest[..Math.Min(rest.Length, MostRead)], "Behind the sound"));
        }

        return CleanCopy.Of(new MemoryStream(original[(isNote ? start + first : start)..end].ToArray(), writable: false), Tool, Parameters, traits);
    }

    private static int Start(ReadOnlySpan<byte> bytes, List<FileTrait> traits)
    {
        var at = 0;
        while (bytes.Length - at > 10 && bytes[at..].StartsWith("ID3"u8))
        {
            var size = (bytes[at + 6] << 21) | (bytes[at + 7] << 14) | (bytes[at + 8] << 7) | bytes[at + 9];
            if ((bytes[at + 6] | bytes[at + 7] | bytes[at + 8] | bytes[at + 9]) > 127 || size > bytes.Length - at - 10)
            {
                throw new NotCleanedException(NoCopyReason.Broken);
            }

            traits.AddRange(Words(bytes.Slice(at + 10, size), bytes[at + 3]));
            at += 10 + size + ((bytes[at + 5] & 0x10) != 0 ? 10 : 0);
        }

        var found = at <= bytes.Length ? Find(bytes[at..]) : -1;
        if (found < 0)
        {
            throw new NotCleanedException(NoCopyReason.Broken);
        }

        if (found > 0)
        {
            traits.AddRange(PlainWords.In(bytes.Slice(at, Math.Min(found, MostRead)), "Before the sound"));
        }

        return at + found;
    }

    /// <summary>Where a row of frames begins; -1 where there is none.</summary>
    private static int Find(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf((byte)0xFF) is var next and >= 0; from++)
        {
            from += next;
            var at = from;
            for (var frames = 1; LengthOf(bytes, at) is var length and > 0 && at + length <= bytes.Length && IsLike(bytes, from, at); frames++)
            {
                at += length;
                if (frames == Row)
                {
                    return from;
                }
            }
        }

        return -1;
    }

    /// <summary>Bytes of the frame that begins there; 0 where none does. Frames of layer III with a stated rate only.</summary>
    private static int LengthOf(ReadOnlySpan<byte> bytes, int at)
    {
        if (at + 4 > bytes.Length || bytes[at] != 0xFF || (bytes[at + 1] & 0xE6) != 0xE2 || (bytes[at + 1] & 0x18) == 0x08)
        {
            return 0;
        }

        var (rate, frequency) = (bytes[at + 2] >> 4, (bytes[at + 2] >> 2) & 3);
        if (rate is 0 or 15 || frequency == 3)
        {
            return 0;
        }

        var (isOne, divisor) = ((bytes[at + 1] & 0x18) == 0x18, (bytes[at + 1] & 0x18) switch { 0x18 => 1, 0x10 => 2, _ => 4 });
        return ((isOne ? 144_000 * RatesOf1[rate - 1] : 72_000 * RatesOf2[rate - 1]) / (Frequencies[frequency] / divisor)) + ((bytes[at + 2] >> 1) & 1);
    }

    /// <summary>Frames of one sound have the same version and frequency.</summary>
    private static bool IsLike(ReadOnlySpan<byte> bytes, int one, int other) => ((bytes[one + 1] ^ bytes[other + 1]) & 0x1E) == 0 && ((bytes[one + 2] ^ bytes[other + 2]) & 0x0C) == 0;

    /// <summary>A frame of silence that holds a table and the name of the program.</summary>
    private static bool IsNote(ReadOnlySpan<byte> frame)
    {
        var (isOne, isMono) = ((frame[1] & 0x18) == 0x18, (frame[3] & 0xC0) == 0xC0);
        var at = 4 + ((frame[1] & 1) == 0 ? 2 : 0) + (isOne ? (isMono ? 17 : 32) : isMono ? 9 : 17);
        return (frame.Length > at + 4 && (frame[at..].StartsWith("Xing"u8) || frame[at..].StartsWith("Info"u8))) || (frame.Length > 40 && frame[36..].StartsWith("VBRI"u8));
    }

    /// <summary>Texts of an ID3v2 tag: four letters, length, two flags, and for texts a byte that says how they are written.</summary>
    private static List<FileTrait> Words(ReadOnlySpan<byte> tag, byte version)
    {
        List<FileTrait> found = [];
        var at = 0;
        while (version is 3 or 4 && tag.Length - at > 10 && char.IsAsciiLetterUpper((char)tag[at]) && found.Count < 100)
        {
            var name = Encoding.Latin1.GetString(tag.Slice(at, 4));
            var size = version == 4 ? ((long)tag[at + 4] << 21) | ((long)tag[at + 5] << 14) | ((long)tag[at + 6] << 7) | tag[at + 7] : ((long)tag[at + 4] << 24) | ((long)tag[at + 5] << 16) | ((long)tag[at + 6] << 8) | tag[at + 7];
            if (size < 1 || size > tag.Length - at - 10)
            {
                break;
            }

            var content = tag.Slice(at + 10, (int)size);
            if (name[0] == 'T' || name == "COMM")
            {
                var text = content[0] switch { 1 => Encoding.Unicode, 2 => Encoding.BigEndianUnicode, 3 => Encoding.UTF8, _ => Encoding.Latin1 };
                found.Add(PlainWords.Of("ID3 " + name, text.GetString(content[1..]).Replace('\0', ' ')));
            }
            else
            {
                found.AddRange(PlainWords.In(content[..Math.Min(content.Length, MostRead)], "ID3 " + name));
            }

            at += 10 + (int)size;
        }

        return found.Count > 0 ? found : [.. PlainWords.In(tag[..Math.Min(tag.Length, MostRead)], "ID3")];
    }
}
