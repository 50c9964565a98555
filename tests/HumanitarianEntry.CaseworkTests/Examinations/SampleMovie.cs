using System.Buffers.Binary;
using System.Text;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>A small film: one track of pictures, one of places as telephones write it, a name and a place among its properties. The "pictures" are random bytes; only where they lie matters.</summary>
internal sealed class SampleMovie
{
    private const string Place = "+55.7500+037.6100/";
    private static readonly byte[] Pictures = [.. Enumerable.Range(0, 600).Select(i => (byte)(i * 7))];
    private static readonly byte[] Places = Encoding.ASCII.GetBytes("DEMO-TRACK-OF-PLACES 55.75 37.61");
    private static readonly byte[] Hidden = Encoding.ASCII.GetBytes("DEMO-HIDDEN-BETWEEN");

    /// <param name="isSound">As telephones keep spoken notes (M4A): sound in place of the pictures.</param>
    public SampleMovie(bool isSound = false)
    {
        var start = Box("ftyp", isSound ? "M4A \0\0\0\0isom"u8.ToArray() : "isom\0\0\0\0isom"u8.ToArray());
        var moov = Directory(isSound, 0);
        Bytes = [.. start, .. Directory(isSound, (uint)(start.Length + moov.Length + 8)), .. Box("mdat", [.. Pictures, .. Hidden, .. Places]), .. Box("uuid", Encoding.ASCII.GetBytes("0123456789abcdefDEMO-UUID-AUTHOR"))];
        PicturesAt = start.Length + moov.Length + 8;
    }

    public byte[] Bytes { get; }

    public int PicturesAt { get; }

    public static int PicturesLength => Pictures.Length;

    private static byte[] Directory(bool isSound, uint data) => Box("moov",
    [
        .. Box("mvhd", [.. new byte[4], .. U32(3_800_000_000), .. U32(3_800_000_001), .. U32(1000), .. U32(1000), .. U32(0x10000), 1, 0, .. new byte[10], .. new byte[36], .. new byte[24], .. U32(3)]),
        .. isSound ? Track(1, "soun", "DEMO-HANDLER-PHONE", Box("mp4a", [.. new byte[6], 0, 1, .. new byte[8], 0, 2, 0, 16, .. new byte[4], 0xAC, 0x44, 0, 0, .. Box("udta", "DEMO-SOUND"u8.ToArray())]), data, [200, 250, 150])
            : Track(1, "vide", "DEMO-HANDLER-PHONE", Box("avc1", [.. new byte[6], 0, 1, .. new byte[4], .. "DEMO"u8, .. new byte[8], 0, 16, 0, 16, .. U32(0x480000), .. U32(0x480000), .. U32(0), 0, 1, 14, .. "DEMO-COMPRESSO"u8, .. new byte[17], 0, 24, 0xFF, 0xFF]),
            data, [200, 250, 150]),
        .. Track(2, "meta", "DEMO-PLACES", Box("mebx", new byte[16]), data + (uint)(Pictures.Length + Hidden.Length), [(uint)Places.Length]),
        .. Box("udta", [.. Box("©xyz", [0, (byte)Place.Length, 0x15, 0xC7, .. Encoding.ASCII.GetBytes(Place)]), .. Box("©mod", [0, 10, 0x15, 0xC7, .. "DEMO-MODEL"u8])]),
    ]);

    private static byte[] Track(uint number, string handler, string name, byte[] entry, uint from, uint[] sizes) => Box("trak",
    [
        .. Box("tkhd", [0, 0, 0, 7, .. U32(3_800_000_000), .. U32(3_800_000_000), .. U32(number), .. new byte[4], .. U32(1000), .. new byte[52], .. U32(16 << 16), .. U32(16 << 16)]),
        .. Box("mdia",
        [
            .. Box("mdhd", [.. new byte[4], .. U32(3_800_000_000), .. U32(3_800_000_000), .. U32(1000), .. U32(1000), 0x55, 0xC4, 0, 0]),
            .. Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[12], .. Encoding.ASCII.GetBytes(name), 0]),
            .. Box("minf",
            [
                .. Box("dinf", Box("dref", [.. new byte[4], .. U32(1), .. Box("url ", [0, 0, 0, 1])])),
                .. Box("stbl",
                [
                    .. Box("stsd", [.. new byte[4], .. U32(1), .. entry]),
                    .. Box("stts", [.. new byte[4], .. U32(1), .. U32((uint)sizes.Length), .. U32(300)]),
                    .. Box("stsc", [.. new byte[4], .. U32(1), .. U32(1), .. U32((uint)sizes.Length), .. U32(1)]),
                    .. Box("stsz", [.. new byte[4], .. U32(0), .. U32((uint)sizes.Length), .. sizes.SelectMany(U32)]),
                    .. Box("stco", [.. new byte[4], .. U32(1), .. U32(from)]),
                ]),
            ]),
        ]),
    ]);

    private static byte[] Box(string type, byte[] content) => [.. U32((uint)content.Length + 8), .. Encoding.Latin1.GetBytes(type), .. content];

    private static byte[] U32(uint value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, value);
        return four;
    }
}
