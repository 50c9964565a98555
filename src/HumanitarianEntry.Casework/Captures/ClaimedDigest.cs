using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Captures;

internal enum DigestVerdict
{
    Holds,
    Differs,

    /// <summary>A kind of hash that is not worked out here, or one that cannot be read.</summary>
    Unknown,
}

/// <summary>A hash that stands inside a capture, such as "sha1:3I42H3S6…" or "sha256:9f86d0…", worked out anew while its content passes.</summary>
internal sealed class ClaimedDigest : IDisposable
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly byte[]? expected;
    private readonly IncrementalHash? hash;

    private ClaimedDigest(byte[]? expected, IncrementalHash? hash) => (this.expected, this.hash) = (expected, hash);

    public static ClaimedDigest Of(string claim)
    {
        // SHA-1 is what most web archives carry. It shows damage; that nothing was exchanged is shown by the SHA-256 of the whole file.
        var parts = claim.Split(':', 2);
        var (algorithm, length) = parts[0].Trim().Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant() switch
        {
            "SHA1" => (HashAlgorithmName.SHA1, 20),
            "SHA256" => (HashAlgorithmName.SHA256, 32),
            "SHA384" => (HashAlgorithmName.SHA384, 48),
            "SHA512" => (HashAlgorithmName.SHA512, 64),
            _ => (default, 0),
        };
        return parts.Length == 2 && length > 0 && Bytes(parts[1].Trim(), length) is { } bytes ? new ClaimedDigest(bytes, IncrementalHash.CreateHash(algorithm)) : new ClaimedDigest(null, null);
    }

    public void Append(ReadOnlySpan<byte> content) => hash?.AppendData(content);

    public DigestVerdict Verdict() => hash is null ? DigestVerdict.Unknown : hash.GetHashAndReset().AsSpan().SequenceEqual(expected) ? DigestVerdict.Holds : DigestVerdict.Differs;

    public void Dispose() => hash?.Dispose();

    /// <summary>The value in hexadecimal or in base 32, told apart by its length.</summary>
    private static byte[]? Bytes(string text, int length)
    {
        if (text.Length == 2 * length)
        {
            return text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : null;
        }

        var letters = text.TrimEnd('=').ToUpperInvariant();
        if (letters.Length != ((length * 8) + 4) / 5 || !letters.All(l => Base32.Contains(l, StringComparison.Ordinal)))
        {
            return null;
        }

        var bytes = new byte[length];
        var (held, bits, at) = (0, 0, 0);
        foreach (var letter in letters)
        {
            held = ((held << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFF;
            bits += 5;
            if (bits >= 8 && at < length)
            {
                bits -= 8;
                bytes[at++] = (byte)(held >> bits);
            }
        }

        return bytes;
    }
}
