using System.Buffers.Binary;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>Scans and drawings of the old kinds, byte by byte.</summary>
internal static class SampleScans
{
    private const int Tags = 8;

    /// <summary>A TIFF with pages of one color each.</summary>
    /// <param name="pages">Width, height and gray of each page.</param>
    /// <param name="next">What the last directory names as the one after it; 0: none.</param>
    public static byte[] Tiff((int Width, int Height, byte Gray)[] pages, int next = 0)
    {
        using var file = new MemoryStream();
        file.Write([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]);
        for (var i = 0; i < pages.Length; i++)
        {
            var (width, height, gray) = pages[i];
            var pixels = (int)file.Length + 2 + (12 * Tags) + 4;
            var drawn = Math.Min((long)width * height, 1_000_000);
            (int Tag, int Value)[] tags = [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, pixels), (278, height), (279, (int)Math.Min((long)width * height, int.MaxValue))];
            file.Write(U16(Tags));
            foreach (var (tag, value) in tags)
            {
                file.Write([.. U16(tag), 4, 0, 1, 0, 0, 0, .. U32(value)]);
            }

            file.Write(U32(i < pages.Length - 1 ? pixels + (int)drawn : next));
            file.Write([.. Enumerable.Repeat(gray, (int)drawn)]);
        }

        return file.ToArray();
    }

    /// <summary>A GIF of one point a picture, with a remark.</summary>
    public static byte[] Gif(int pictures)
    {
        byte[] picture = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, 0x21, 0xFE, 11, .. "DEMO-AUTHOR"u8, 0, .. Enumerable.Repeat(picture, pictures).SelectMany(p => p), 0x3B];
    }

    /// <summary>A picture of 16 by 16 points in AVIF, made by Debian's heif-enc from a drawing of ours.</summary>
    public static byte[] Avif => Convert.FromBase64String(AvifFile);

    private static byte[] U16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] U32(int value)
    {
        var four = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        return four;
    }

    private const string AvifFile = "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAGgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAAEAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACJtZGF0EgAKCRgM/9ggQEDQgDILGYAQQQQEAACpjnc=";
}
