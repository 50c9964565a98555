using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>Writes grey PNG files for tests: a drawn head and shoulders, or only a header that claims a size.</summary>
internal static class TinyPng
{
    public static byte[] Silhouette(int width = 140, int height = 180)
    {
        var rows = new byte[(width + 1) * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                double dx = (x - (width / 2.0)) / width, head = (y - (height * 0.38)) / height, body = (y - (height * 1.02)) / height;
                var inside = (dx * dx / 0.03) + (head * head / 0.035) < 1 || (dx * dx / 0.16) + (body * body / 0.13) < 1;
                rows[(y * (width + 1)) + 1 + x] = inside ? (byte)150 : (byte)225;
            }
        }
        return File(width, height, rows, "DEMO place 51.1 71.4");
    }

    public static byte[] Claiming(int width, int height) => File(width, height, new byte[2], comment: null);

    private static byte[] File(int width, int height, byte[] rows, string? comment)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        Chunk(png, "IHDR", header);
        if (comment is not null)
            Chunk(png, "tEXt", Encoding.Latin1.GetBytes("Comment\0" + comment));
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(rows);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string kind, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. body];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        png.Write(number);
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
