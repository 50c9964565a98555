using System.Text;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>One mail as it will leave. Made only through <see cref="Create"/>, so that an instance is always safe to send.</summary>
public sealed partial record OutgoingMail
{
    /// <summary>Longest subject in bytes of UTF-8; every subject is filled up to it. Encoded, it fits one line (RFC 2047: 76 characters).</summary>
    public const int SubjectBytes = 39;

    /// <summary>Longest body in bytes of UTF-8; every body is filled up to it.</summary>
    public const int BodyBytes = 1536;

    private OutgoingMail(string messageId, string from, string to, string locale, string subject, string body)
    {
        MessageId = messageId;
        From = from;
        To = to;
        Locale = locale;
        Subject = subject;
        Body = body;
    }

    /// <summary>Left half of the Message-ID: random, stable over repeats, without meaning.</summary>
    public string MessageId { get; }

    /// <summary>The neutral sender of the installation.</summary>
    public string From { get; }

    public string To { get; }

    /// <summary>Language of the text; it is not written into the mail.</summary>
    public string Locale { get; }

    public string Subject { get; }

    /// <summary>Plain text, lines parted by LF.</summary>
    public string Body { get; }

    /// <summary>Checks and makes a mail.</summary>
    /// <param name="messageId">16 to 64 lower-case letters and digits.</param>
    /// <exception cref="ArgumentException">A part is malformed, too long or has line breaks. The part is named, never its content.</exception>
    public static OutgoingMail Create(string messageId, string from, string to, string locale, string subject, string body)
    {
        if (messageId is null || !MessageIdForm().IsMatch(messageId))
        {
            throw new ArgumentException("The Message-ID must be 16 to 64 lower-case letters and digits.", nameof(messageId));
        }

        if (!MailAddressRule.TryNormalise(from, out string sender))
        {
            throw new ArgumentException("The sender is not a plain mail address.", nameof(from));
        }

        if (!MailAddressRule.TryNormalise(to, out string recipient))
        {
            throw new ArgumentException("The recipient is not a plain mail address.", nameof(to));
        }

        if (string.IsNullOrWhiteSpace(subject) || subject.Any(char.IsControl))
        {
            throw new ArgumentException("The subject must be one line of text without control characters.", nameof(subject));
        }

        if (string.IsNullOrWhiteSpace(body) || body.Any(letter => char.IsControl(letter) && letter is not '\n'))
        {
            throw new ArgumentException("The body must be plain text; LF is the only control character it may carry.", nameof(body));
        }

        RequireRoom(subject, SubjectBytes, nameof(subject));
        RequireRoom(body.Replace("\n", "\r\n", StringComparison.Ordinal), BodyBytes, nameof(body));
        return new OutgoingMail(messageId, sender, recipient, locale, subject, body);
    }

    /// <summary>Written to logs by accident, a mail shows its id and nothing else.</summary>
    public override string ToString() => $"OutgoingMail {MessageId}";

    private static void RequireRoom(string text, int room, string part)
    {
        if (Encoding.UTF8.GetByteCount(text) > room)
        {
            throw new ArgumentException($"The {part} is longer than {room} bytes: all notices must be able to have one size.", part);
        }
    }

    [GeneratedRegex(@"^[a-z0-9]{16,64}\z")]
    private static partial Regex MessageIdForm();
}
