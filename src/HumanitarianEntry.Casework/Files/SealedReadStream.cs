using System.Security.Cryptography;

namespace HumanitarianEntry.Casework.Files;

/// <summary>Opens a sealed file chunk by chunk. Can seek, so that a video may be watched from the middle. Every byte it gives was authenticated before.</summary>
internal sealed class SealedReadStream(FileStream file, AesGcm aes, string address, long length) : Stream
{
    private const int Sealed = SealedFileFormat.ChunkSize + SealedFileFormat.TagSize;
    private readonly byte[] chunk = new byte[Sealed];
    private readonly byte[] plain = new byte[SealedFileFormat.ChunkSize];
    private long position;
    private long loaded = -1;
    private int loadedSize;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    private long LastChunk => length == 0 ? 0 : (length - 1) / SealedFileFormat.ChunkSize;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || (position >= length && loaded >= 0))
        {
            return 0;
        }

        var number = Math.Min(position / SealedFileFormat.ChunkSize, LastChunk);
        if (loaded != number)
        {
            file.Position = At(number);
            Open(number, await file.ReadAtLeastAsync(chunk, Sealed, throwOnEndOfStream: false, cancellationToken));
        }

        return Give(buffer.Span);
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || (position >= length && loaded >= 0))
        {
            return 0;
        }

        var number = Math.Min(position / SealedFileFormat.ChunkSize, LastChunk);
        if (loaded != number)
        {
            file.Position = At(number);
            Open(number, file.ReadAtLeast(chunk, Sealed, throwOnEndOfStream: false));
        }

        return Give(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        SeekOrigin.End => length + offset,
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "Unknown origin."),
    };

    public override void SetLength(long value) => throw new NotSupportedException("A stored file is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A stored file is only read.");

    public override void Flush()
    {
        // Nothing is ever written.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(plain);
            aes.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private static long At(long number) => SealedFileFormat.HeaderSize + (number * Sealed);

    private void Open(long number, int size)
    {
        loaded = -1;
        if (size < SealedFileFormat.TagSize)
        {
            throw new StoredFileBrokenException(address, "it is cut off.");
        }

        try
        {
            SealedFileFormat.OpenChunk(aes, number, number == LastChunk, chunk.AsSpan(0, size), plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new StoredFileBrokenException(address, $"its part {number + 1} was changed, moved or cut off.");
        }

        loaded = number;
        loadedSize = size - SealedFileFormat.TagSize;
    }

    private int Give(Span<byte> buffer)
    {
        var from = (int)(position - (loaded * SealedFileFormat.ChunkSize));
        var count = Math.Min(buffer.Length, loadedSize - from);
        if (count <= 0)
        {
            return 0;
        }

        plain.AsSpan(from, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
