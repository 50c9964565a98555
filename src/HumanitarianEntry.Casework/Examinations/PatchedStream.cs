namespace HumanitarianEntry.Casework.Examinations;

/// <summary>A part of a file: as it is, blank (zeros), or other bytes in its place.</summary>
internal readonly record struct Patch(long From, long To, bool IsBlank, ReadOnlyMemory<byte> Bytes);

/// <summary>A file with some of its parts blanked or replaced, of the same length. Read once from the beginning; the parts cover it without a gap.</summary>
internal sealed class PatchedStream(Stream original, IReadOnlyList<Patch> parts) : Stream
{
    private int part;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => parts.Count == 0 ? 0 : parts[^1].To;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (part < parts.Count && position >= parts[part].To)
        {
            part++;
        }

        if (part == parts.Count || buffer.IsEmpty)
        {
            return 0;
        }

        var here = parts[part];
        var count = (int)Math.Min(buffer.Length, here.To - position);
        if (here.IsBlank)
        {
            buffer.Span[..count].Clear();
        }
        else if (!here.Bytes.IsEmpty)
        {
            here.Bytes.Slice((int)(position - here.From), count).CopyTo(buffer);
        }
        else
        {
            original.Position = position;
            await original.ReadExactlyAsync(buffer[..count], cancellationToken);
        }

        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
