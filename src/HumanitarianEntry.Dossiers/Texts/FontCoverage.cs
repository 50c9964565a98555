using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>The code points that every given TrueType file set can print together, read from their `cmap` tables (formats 4 and 12).</summary>
public sealed class FontCoverage : IGlyphCoverage
{
    private readonly BitArray points = new(0x110000);

    private FontCoverage()
    {
    }

    public bool Contains(Rune rune) => points[rune.Value];

    /// <summary>The regular cuts decide: the other cuts of a family print the same characters.</summary>
    public static FontCoverage Load(IEnumerable<string> fontFiles)
    {
        var coverage = new FontCoverage();
        foreach (var file in fontFiles)
            coverage.Add(File.ReadAllBytes(file));
        return coverage;
    }

    private void Add(ReadOnlySpan<byte> font)
    {
        var tables = U16(font, 4);
        for (var i = 0; i < tables; i++)
        {
            var entry = font.Slice(12 + (i * 16), 16);
            if (entry[..4].SequenceEqual("cmap"u8))
            {
                AddCharacterMap(font.Slice((int)U32(entry, 8), (int)U32(entry, 12)));
                return;
            }
        }
        throw new InvalidDataException("A font file has no character map.");
    }

    private void AddCharacterMap(ReadOnlySpan<byte> map)
    {
        var count = U16(map, 2);
        for (var i = 0; i < count; i++)
        {
            var table = map[(int)U32(map, 8 + (i * 8))..];
            switch (U16(table, 0))
            {
                case 4: AddSegments(table); break;
                case 12: AddGroups(table); break;
            }
        }
    }

    private void AddSegments(ReadOnlySpan<byte> table)
    {
        var segments = U16(table, 6) / 2;
        var ends = table[14..];
        var starts = table[(16 + (segments * 2))..];
        var deltas = table[(16 + (segments * 4))..];
        var offsets = table[(16 + (segments * 6))..];
        for (var i = 0; i < segments; i++)
        {
            int start = U16(starts, i * 2), end = U16(ends, i * 2), offset = U16(offsets, i * 2);
            for (var point = start; point <= end && point < 0xFFFF; point++)
            {
                var glyph = offset == 0 ? point : U16(offsets, (i * 2) + offset + ((point - start) * 2));
                if (glyph != 0 && ((glyph + U16(deltas, i * 2)) & 0xFFFF) != 0)
                    points[point] = true;
            }
        }
    }

    private void AddGroups(ReadOnlySpan<byte> table)
    {
        var groups = (int)U32(table, 12);
        for (var i = 0; i < groups; i++)
        {
            var group = table.Slice(16 + (i * 12), 12);
            for (var point = U32(group, 0); point <= U32(group, 4); point++)
                points[(int)point] = true;
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
