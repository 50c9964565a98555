using System.Buffers.Binary;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>A box of an MP4 or MOV file inside a piece of memory: where it begins, how long it is with its head, and its four letters.</summary>
internal readonly record struct MovieBox(int Start, int Head, int Size, string Type)
{
    private const int MostBoxes = 20_000;

    public int Content => Start + Head;

    public int End => Start + Size;

    /// <summary>The boxes that lie side by side from one place to another.</summary>
    /// <exception cref="NotCleanedException">They do not add up.</exception>
    public static List<MovieBox> Within(ReadOnlySpan<byte> bytes, int from, int to)
    {
        List<MovieBox> found = [];
        while (to - from >= 8)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(bytes[from..]);
            var head = 8;
            long whole = size;
            if (size == 1 && to - from >= 16)
            {
                (head, whole) = (16, BinaryPrimitives.ReadInt64BigEndian(bytes[(from + 8)..]));
            }
            else if (size == 0)
            {
                // A list of QuickTime ends with a zero.
                break;
            }

            if (whole < head || whole > to - from || found.Count == MostBoxes)
            {
                throw new NotCleanedException(NoCopyReason.Broken);
            }

            found.Add(new MovieBox(from, head, (int)whole, Encoding.Latin1.GetString(bytes.Slice(from + 4, 4))));
            from += (int)whole;
        }

        return found;
    }

    /// <summary>Makes it an empty place of the same length.</summary>
    public void Blank(Span<byte> bytes)
    {
        "free"u8.CopyTo(bytes[(Start + 4)..]);
        bytes[Content..End].Clear();
    }
}
