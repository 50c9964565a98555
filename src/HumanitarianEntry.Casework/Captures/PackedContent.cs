using System.IO.Compression;
using HumanitarianEntry.Casework.Examinations;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Takes "Content-Encoding" away: gzip, deflate (with and without its frame) and br, two layers at most.</summary>
internal static class PackedContent
{
    private const int MostLayers = 2;

    /// <summary>So much of one page is unpacked; what is longer is cut, and read so far.</summary>
    private const int Longest = 16 * 1024 * 1024;

    /// <returns>The content, and whether all of it could be unpacked.</returns>
    /// <exception cref="NotCleanedException">All pages together unpack to more than is read.</exception>
    public static (byte[] Content, bool IsWhole) Unpack(byte[] content, IReadOnlyList<string> encodings, CaptureBudget budget)
    {
        if (encodings.Count > MostLayers)
        {
            return ([], false);
        }

        var whole = true;
        foreach (var encoding in encodings.Reverse())
        {
            (content, var unpacked) = Layer(content, encoding, budget);
            whole &= unpacked;
        }

        return (content, whole);
    }

    private static (byte[] Content, bool IsWhole) Layer(byte[] content, string encoding, CaptureBudget budget)
    {
        if (Opened(content, encoding) is not { } stream)
        {
            return ([], false);
        }

        using (stream)
        {
            using var unpacked = new MemoryStream();
            var buffer = new byte[64 * 1024];
            try
            {
                for (int read; unpacked.Length < Longest && (read = stream.Read(buffer)) > 0;)
                {
                    budget.Spend(read);
                    unpacked.Write(buffer, 0, read);
                }

                return (unpacked.ToArray(), true);
            }
            catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
            {
                return (unpacked.ToArray(), false);
            }
        }
    }

    private static Stream? Opened(byte[] content, string encoding)
    {
        var packed = new MemoryStream(content, writable: false);
        return encoding switch
        {
            // Some programs unpack and leave the word in the head.
            "gzip" or "x-gzip" => content is [0x1F, 0x8B, ..] ? new GZipStream(packed, CompressionMode.Decompress) : packed,
            "deflate" => content is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0 ? new ZLibStream(packed, CompressionMode.Decompress) : new DeflateStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
    }
}
