using System.Buffers.Binary;
using System.Text;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>
/// HEIC files, box by box. The coded picture (made by Debian's heif-enc from a drawing of ours: a red square at the left above, blue elsewhere, 128 by 64) is the same in all; what is said around it is not.
/// </summary>
internal sealed record SampleHeif
{
    private const string Configuration =
        "AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoBAgQWW6kkprm4EBAwIAAAMAAgAAAwACECIAAQAHRAHBcrAiQA==";

    private const string Coded =
        "AAAAiigBrwngxxk2oj//+9F9//7cx6H+tbOQaRf//x1vDv9SWD//kFMDNCKKxH3SopxOHvao6rQQwI+52qVipgs9qgaHZWFJTfe9W4f56XYwqfZCLzyt5e4QiUxzFiXWH8Rt8xp5HGHgPfPKj9f636f5NUp+Nxf/2tIgP7Xde/+mBtho6vNkq32H6t/VMA==";

    public string Brand { get; init; } = "heic";

    public uint Width { get; init; } = 128;

    public uint Height { get; init; } = 64;

    /// <summary>Quarter turns against the clock that the file asks for.</summary>
    public byte Turns { get; init; }

    public bool IsMirrored { get; init; }

    /// <summary>Pictures side by side, none of them a part of another.</summary>
    public int Pictures { get; init; } = 1;

    /// <summary>Rows and columns of tiles that the main picture is put together from; null: it is one.</summary>
    public (int Rows, int Columns)? Tiles { get; init; }

    /// <summary>Names of things in the file that are nowhere.</summary>
    public int Empty { get; init; }

    public byte[] Bytes()
    {
        var grid = Tiles is null ? 0 : 1;
        var parts = Tiles is var (down, across) ? down * across : Pictures;
        var ids = Enumerable.Range(1, parts + grid).ToArray();
        var main = ids[^1];
        byte[] start = Box("ftyp", [.. Letters(Brand), .. U32(0), .. Letters("mif1"), .. Letters("heic")]);
        var coded = Convert.FromBase64String(Coded);
        byte[] plan = Tiles is var (rows, columns) ? [0, 1, (byte)(rows - 1), (byte)(columns - 1), .. U32(Width), .. U32(Height)] : [];
        byte[] Directory(uint data) => Full("meta", 0,
        [
            .. Full("hdlr", 0, [.. U32(0), .. Letters("pict"), .. new byte[13]]),
            .. Full("pitm", 0, U16(grid == 0 ? 1 : main)),
            .. Full("iinf", 0, [.. U16(ids.Length + Empty), .. ids.SelectMany(id => Name(id, grid == 1 && id == main ? "grid" : "hvc1", isPart: grid == 1 && id != main)), .. Enumerable.Range(0, Empty).SelectMany(i => Name(ids.Length + 1 + i, "hvc1", isPart: false))]),
            .. Tiles is var (r, c) ? Full("iref", 0, Box("dimg", [.. U16(main), .. U16(r * c), .. Enumerable.Range(1, r * c).SelectMany(U16)])) : [],
            .. Box("iprp",
            [
                .. Box("ipco",
                [
                    .. Box("hvcC", Convert.FromBase64String(Configuration)),
                    .. Full("ispe", 0, grid == 1 ? [.. U32(128), .. U32(64)] : [.. U32(Width), .. U32(Height)]),
                    .. Full("ispe", 0, [.. U32(Width), .. U32(Height)]),
                    .. Box("irot", [Turns]),
                    .. Box("imir", [0]),
                ]),
                .. Full("ipma", 0, [.. U32((uint)ids.Length), .. ids.SelectMany(id => Properties(id, grid == 1 && id == main))]),
            ]),
            .. Full("iloc", 0, [0x44, 0, .. U16(ids.Length), .. ids.SelectMany(id => grid == 1 && id == main ? Place(id, data + (uint)coded.Length, plan.Length) : Place(id, data, coded.Length))]),
        ]);
        return [.. start, .. Directory((uint)(start.Length + Directory(0).Length + 8)), .. Box("mdat", [.. coded, .. plan])];
    }

    private static byte[] Name(int id, string type, bool isPart) => Box("infe", [2, 0, 0, (byte)(isPart ? 1 : 0), .. U16(id), 0, 0, .. Letters(type), 0]);

    private static byte[] Place(int id, uint from, int length) => [.. U16(id), 0, 0, 0, 1, .. U32(from), .. U32((uint)length)];

    private byte[] Properties(int id, bool isGrid)
    {
        byte[] own = [.. isGrid ? (byte[])[3] : [0x81, 2], .. Turns > 0 ? (byte[])[0x84] : [], .. IsMirrored ? (byte[])[0x85] : []];
        return [.. U16(id), (byte)own.Length, .. own];
    }

    private static byte[] Full(string type, byte version, byte[] content) => Box(type, [version, 0, 0, 0, .. content]);

    private static byte[] Box(string type, byte[] content) => [.. U32((uint)content.Length + 8), .. Letters(type), .. content];

    private static byte[] Letters(string four) => Encoding.Latin1.GetBytes(four);

    private static byte[] U16(int value) => [(byte)(value >> 8), (byte)value];

    private static byte[] U32(uint value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        return four;
    }
}
