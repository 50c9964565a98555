using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>A reply of the relay: its code and its lines without the code (RFC 5321, section 4.2).</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsGood => Code is >= 200 and < 300;

    public bool IsLater => Code is >= 400 and < 500;

    /// <summary>Refused for good by a rule of security or policy (RFC 3463, X.7.X).</summary>
    public bool IsPolicy => Code is >= 500 and < 600 && Lines.Any(text => text.StartsWith("5.7.", StringComparison.Ordinal));
}

/// <summary>Reads replies and writes commands, with bounds on what a broken server may make us hold.</summary>
internal sealed class SmtpLine(Stream stream)
{
    private const int LongestLine = 2048;
    private const int MostLines = 100;
    private readonly byte[] buffer = new byte[4096];
    private int start;
    private int end;

    /// <summary>Bytes that came in without being asked for.</summary>
    public bool HasUnreadBytes => start < end;

    public async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        return await ReadReplyAsync(cancellationToken);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken cancellationToken)
    {
        List<string> lines = [];
        while (lines.Count < MostLines)
        {
            string line = await ReadLineAsync(cancellationToken);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            {
                throw SmtpRefusal.Later(MailFailure.NotUnderstood);
            }

            lines.Add(line.Length > 4 ? line[4..] : string.Empty);
            if (line.Length == 3 || line[3] is ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw SmtpRefusal.Later(MailFailure.NotUnderstood);
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        StringBuilder line = new();
        while (line.Length <= LongestLine)
        {
            if (start == end)
            {
                start = 0;
                end = await stream.ReadAsync(buffer, cancellationToken);
                if (end == 0)
                {
                    throw new EndOfStreamException();
                }
            }

            char letter = (char)buffer[start++];
            if (letter is '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(letter);
        }

        throw SmtpRefusal.Later(MailFailure.NotUnderstood);
    }
}
