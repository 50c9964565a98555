using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Files;

/// <summary>Seals a stream into a file as it arrives: one chunk in memory, hash and first bytes taken on the way.</summary>
internal sealed class SealedFileWriter(byte[] fileKey, byte[] header)
{
    /// <summary>The first bytes, for recognising the kind.</summary>
    public byte[] Head { get; private set; } = [];

    /// <summary>Plain size.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the plain bytes.</summary>
    public byte[] Sha256 { get; private set; } = [];

    /// <exception cref="FileTooLargeException">More than the limit arrived.</exception>
    public async Task WriteAsync(Stream content, Stream target, long limit, CancellationToken cancellationToken)
    {
        using var aes = new AesGcm(fileKey, SealedFileFormat.TagSize);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var present = new byte[SealedFileFormat.ChunkSize];
        var following = new byte[SealedFileFormat.ChunkSize];
        var sealedChunk = new byte[SealedFileFormat.ChunkSize + SealedFileFormat.TagSize];
        await target.WriteAsync(header, cancellationToken);

        var size = await content.ReadAtLeastAsync(present, present.Length, throwOnEndOfStream: false, cancellationToken);
        Head = present[..Math.Min(size, FileKinds.HeadSize)];
        for (var number = 0L; ; number++)
        {
            Size += size;
            if (Size > limit)
            {
                throw new FileTooLargeException(limit);
            }

            hash.AppendData(present, 0, size);
            var next = size < present.Length ? 0 : await content.ReadAtLeastAsync(following, following.Length, throwOnEndOfStream: false, cancellationToken);
            SealedFileFormat.SealChunk(aes, number, next == 0, present.AsSpan(0, size), sealedChunk);
            await target.WriteAsync(sealedChunk.AsMemory(0, size + SealedFileFormat.TagSize), cancellationToken);
            if (next == 0)
            {
                break;
            }

            (present, following, size) = (following, present, next);
        }

        Sha256 = hash.GetHashAndReset();
        CryptographicOperations.ZeroMemory(present);
        CryptographicOperations.ZeroMemory(following);
    }
}
