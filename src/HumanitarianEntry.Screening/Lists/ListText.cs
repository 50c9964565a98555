using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>The text of a file, how it was encoded, and the hash of its bytes.</summary>
public sealed record ListText(string Text, string EncodingName, string FileHash)
{
    /// <summary>Largest file taken, bytes.</summary>
    public const int MostBytes = 512 * 1024 * 1024;

    /// <exception cref="InvalidDataException">Too large, or in no encoding that is known here.</exception>
    public static ListText Read(Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (memory.Length + count > MostBytes)
            {
                throw new InvalidDataException("The list file is larger than 512 MiB.");
            }

            memory.Write(buffer, 0, count);
        }

        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        var (encoding, skip) = Detect(bytes);
        return new ListText(encoding.GetString(bytes[skip..]), encoding.WebName, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static (Encoding Encoding, int Skip) Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
        {
            return (Encoding.UTF8, 3);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return (Encoding.Unicode, 2);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (Encoding.BigEndianUnicode, 2);
        }

        var head = bytes[..Math.Min(bytes.Length, 4096)];
        if (head.Contains((byte)0))
        {
            // Commas, digits and line ends have their zero byte first in big-endian text and second in little-endian text.
            var (even, odd) = (0, 0);
            for (var i = 0; i < head.Length; i++)
            {
                even += head[i] == 0 && i % 2 == 0 ? 1 : 0;
                odd += head[i] == 0 && i % 2 == 1 ? 1 : 0;
            }

            return bytes.Length % 2 == 0 && even != odd
                ? (even > odd ? Encoding.BigEndianUnicode : Encoding.Unicode, 0)
                : throw new InvalidDataException("The list file is not text in UTF-8, UTF-16 or Windows-1251.");
        }

        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? (Encoding.UTF8, 0)
            : (CodePagesEncodingProvider.Instance.GetEncoding(1251) ?? throw new InvalidDataException("Windows-1251 is not available on this machine."), 0);
    }
}
