namespace HumanitarianEntry.Casework.Files;

/// <summary>Pieces read one after another as one stream; one of them is in memory at a time.</summary>
internal sealed class PieceStream(IEnumerable<Func<CancellationToken, Task<byte[]>>> pieces) : Stream
{
    private readonly IEnumerator<Func<CancellationToken, Task<byte[]>>> following = pieces.GetEnumerator();
    private ReadOnlyMemory<byte> present;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (present.IsEmpty)
        {
            if (!following.MoveNext())
            {
                return 0;
            }

            present = await following.Current(cancellationToken);
        }

        var read = Math.Min(buffer.Length, present.Length);
        present[..read].CopyTo(buffer);
        present = present[read..];
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Pieces are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        following.Dispose();
        base.Dispose(disposing);
    }
}
