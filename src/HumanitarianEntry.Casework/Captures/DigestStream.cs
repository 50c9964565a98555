namespace HumanitarianEntry.Casework.Captures;

/// <summary>Passes bytes on and works out their hash and number, so that one reading is enough. Closing it leaves the inner stream open.</summary>
internal sealed class DigestStream(Stream inner, ClaimedDigest? digest) : Stream
{
    public long Passed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("Its length is not known before it is read.");

    public override long Position
    {
        get => Passed;
        set => throw new NotSupportedException("It is read once.");
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        digest?.Append(buffer[..read]);
        Passed += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("It is read once.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("It is only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is only read.");
}
