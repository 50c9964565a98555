using System.Buffers.Binary;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Dossiers.Images;

/// <summary>Lets PNG and JPEG files of bearable size through, without their metadata (place, device, author), and nothing else.</summary>
internal static class PictureIntake
{
    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <returns>The cleaned file and its extension.</returns>
    /// <exception cref="DossierRenderException">Not a PNG or JPEG, broken, or too many pixels.</exception>
    public static (byte[] Bytes, string Extension) Accept(ReadOnlySpan<byte> file, long maximumPixels)
    {
        try
        {
            if (file.StartsWith(PngMark))
                return (CleanPng(file, maximumPixels), "png");
            if (file is [0xFF, 0xD8, 0xFF, ..])
                return (CleanJpeg(file, maximumPixels), "jpg");
        }
        catch (ArgumentOutOfRangeException broken)
        {
            throw Refused("A picture is cut off or broken.", broken);
        }
        throw Refused("A picture is neither PNG nor JPEG; drawings from outside are not accepted.");
    }

    private static byte[] CleanPng(ReadOnlySpan<byte> file, long maximumPixels)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(PngMark);
        var at = PngMark.Length;
        while (at < file.Length)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.Slice(at, 4)) & int.MaxValue);
            var kind = file.Slice(at + 4, 4);
            var chunk = file.Slice(at, length + 12);
            if (kind.SequenceEqual("IHDR"u8))
                Cap(BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]), maximumPixels);
            if (IsNeeded(kind))
                clean.Write(chunk);
            if (kind.SequenceEqual("IEND"u8))
                return clean.ToArray();
            at += chunk.Length;
        }
        throw Refused("A picture is cut off or broken.");
    }

    /// <summary>Upper-case first letter = critical to decoding; of the others only transparency and the meaning of the colours.</summary>
    private static bool IsNeeded(ReadOnlySpan<byte> kind) =>
        kind[0] < (byte)'a' || kind.SequenceEqual("tRNS"u8) || kind.SequenceEqual("gAMA"u8) || kind.SequenceEqual("sRGB"u8) || kind.SequenceEqual("pHYs"u8);

    private static byte[] CleanJpeg(ReadOnlySpan<byte> file, long maximumPixels)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file[..2]);
        var at = 2;
        var measured = false;
        while (true)
        {
            if (file[at..][0] != 0xFF)
                throw Refused("A picture is cut off or broken.");
            var marker = file.Slice(at + 1, 1)[0];
            var segment = file.Slice(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(file.Slice(at + 2, 2)));
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                Cap(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), maximumPixels);
                measured = true;
            }
            if (marker == 0xDA)
            {
                if (!measured)
                    throw Refused("A picture does not say how large it is.");
                clean.Write(file[at..]);
                return clean.ToArray();
            }
            // Application segments carry place, device and author; 0 is the format's own header, 14 the meaning of the colours.
            if (marker is not ((>= 0xE1 and <= 0xED) or 0xEF or 0xFE))
                clean.Write(segment);
            at += segment.Length;
        }
    }

    private static void Cap(long width, long height, long maximumPixels)
    {
        if (width is < 1 || height is < 1 || width * height > maximumPixels)
            throw Refused(FormattableString.Invariant($"A picture of {width} x {height} pixels is over the limit of {maximumPixels} pixels."));
    }

    private static DossierRenderException Refused(string message, Exception? inner = null) => new(DossierRenderFailure.DocumentRefused, message, inner);
}
