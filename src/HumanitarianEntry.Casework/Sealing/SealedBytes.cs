using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>The one sealed form of small content: format (1 byte), nonce (12), tag (16), AES-256-GCM ciphertext.</summary>
internal static class SealedBytes
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Header = 1 + NonceSize + TagSize;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var result = new byte[Header + plain.Length];
        result[0] = Format;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(Header), result.AsSpan(1 + NonceSize, TagSize), associated);
        return result;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> associated, string what)
    {
        if (content.Length < Header || content[0] != Format)
        {
            throw new SealBrokenException(what);
        }

        var plain = new byte[content.Length - Header];
        try
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(content.Slice(1, NonceSize), content[Header..], content.Slice(1 + NonceSize, TagSize), plain, associated);
        }
        catch (AuthenticationTagMismatchException mismatch)
        {
            throw new SealBrokenException(what, mismatch);
        }

        return plain;
    }
}
