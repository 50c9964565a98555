using System.Security.Cryptography;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Uploads;

/// <summary>What looks like a film from outside and is noise within; made while it is read, so that nobody holds it.</summary>
internal sealed class Film : Stream
{
    private static readonly byte[] Noise = RandomNumberGenerator.GetBytes(1024 * 1024);
    private readonly long length;
    private readonly byte[] head;
    private long position;

    public Film(long length, byte seed)
    {
        this.length = length;
        head = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isommp42"u8, seed];
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var source = position < head.Length ? head.AsSpan((int)position) : Noise.AsSpan((int)(position % Noise.Length));
        var taken = (int)Math.Min(Math.Min(buffer.Length, source.Length), length - position);
        source[..taken].CopyTo(buffer);
        position += taken;
        return taken;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
