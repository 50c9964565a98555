namespace HumanitarianEntry.Casework.Captures;

/// <summary>Reads lines and bytes of a stream from its beginning to its end, within a budget.</summary>
internal sealed class ByteSource(Stream stream, CaptureBudget budget)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    /// <returns>How many bytes were read; 0 at the end.</returns>
    public int Read(Span<byte> into)
    {
        if (at == end && !Fill())
        {
            return 0;
        }

        var read = Math.Min(into.Length, end - at);
        buffer.AsSpan(at, read).CopyTo(into);
        at += read;
        return read;
    }

    /// <summary>The bytes up to the next line feed, without it and a carriage return before it.</summary>
    /// <returns>Null at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The line is longer than that.</exception>
    public byte[]? ReadLine(int longest)
    {
        var line = new MemoryStream();
        while (at < end || Fill())
        {
            var feed = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            var part = buffer.AsSpan(at, feed < 0 ? end - at : feed);
            if (line.Length + part.Length > longest)
            {
                throw new InvalidDataException("A line is too long.");
            }

            line.Write(part);
            at += part.Length + (feed < 0 ? 0 : 1);
            if (feed >= 0)
            {
                return Trimmed(line);
            }
        }

        return line.Length > 0 ? Trimmed(line) : null;
    }

    private static byte[] Trimmed(MemoryStream line)
    {
        var bytes = line.ToArray();
        return bytes is [.. var rest, (byte)'\r'] ? rest : bytes;
    }

    private bool Fill()
    {
        at = 0;
        end = stream.Read(buffer);
        budget.Spend(end);
        return end > 0;
    }
}
