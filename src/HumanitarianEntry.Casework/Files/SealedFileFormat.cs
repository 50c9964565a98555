using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Casework.Files;

/// <summary>
/// The form of a sealed file: a header (mark, key id, salt, chunk size, proof of the address), then chunks of up to 64 KiB, each AES-256-GCM under a key of this
/// file alone. The nonce holds the chunk's number and whether it is the last, so that a cut, a swap or a repeat does not open. The proof binds the file to its
/// address, so that one file cannot stand in for another.
/// </summary>
internal static class SealedFileFormat
{
    public const int ChunkSize = 64 * 1024;
    public const int TagSize = 16;
    public const int SaltSize = 32;
    public const int BoundSize = 4 + 16 + SaltSize + sizeof(int);
    public const int HeaderSize = BoundSize + 32;

    /// <summary>The header without its proof, which is known only when all bytes have arrived.</summary>
    public static byte[] Header(Guid keyId, ReadOnlySpan<byte> salt)
    {
        var header = new byte[HeaderSize];
        "HEF1"u8.CopyTo(header);
        keyId.TryWriteBytes(header.AsSpan(4), bigEndian: true, out _);
        salt.CopyTo(header.AsSpan(20));
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20 + SaltSize), ChunkSize);
        return header;
    }

    public static bool IsHeader(ReadOnlySpan<byte> header, Guid keyId) =>
        header.Length == HeaderSize && header.StartsWith("HEF1"u8) && new Guid(header.Slice(4, 16), bigEndian: true) == keyId
        && BinaryPrimitives.ReadInt32BigEndian(header[(20 + SaltSize)..]) == ChunkSize;

    public static ReadOnlySpan<byte> Salt(ReadOnlySpan<byte> header) => header.Slice(20, SaltSize);

    public static ReadOnlySpan<byte> Proof(ReadOnlySpan<byte> header) => header.Slice(BoundSize, 32);

    public static byte[] Prove(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> header, string address)
    {
        byte[] content = [.. "address"u8, .. header[..BoundSize], .. Encoding.ASCII.GetBytes(address)];
        return HMACSHA256.HashData(fileKey, content);
    }

    public static void SealChunk(AesGcm aes, long number, bool last, ReadOnlySpan<byte> plain, Span<byte> chunk) =>
        aes.Encrypt(Nonce(number, last), plain, chunk[..plain.Length], chunk.Slice(plain.Length, TagSize));

    /// <exception cref="AuthenticationTagMismatchException">Not this chunk of this file.</exception>
    public static void OpenChunk(AesGcm aes, long number, bool last, ReadOnlySpan<byte> chunk, Span<byte> plain) =>
        aes.Decrypt(Nonce(number, last), chunk[..^TagSize], chunk[^TagSize..], plain[..(chunk.Length - TagSize)]);

    private static byte[] Nonce(long number, bool last)
    {
        var nonce = new byte[12];
        nonce[0] = last ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), number);
        return nonce;
    }
}
