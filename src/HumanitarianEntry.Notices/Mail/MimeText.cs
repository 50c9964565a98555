using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Notices.Mail;

/// <summary>
/// Writes a mail as bytes: eight headers, UTF-8 text, base64. Subject and body are filled up with blanks to one size, so that the length on the
/// wire tells neither the language nor the text. No mailer name, no host name, no language header.
/// </summary>
public static class MimeText
{
    private const int EncodedLine = 76;
    private const int FillLine = 62;

    /// <summary>The whole message, lines ended by CRLF.</summary>
    /// <param name="idDomain">Neutral right half of the Message-ID, from the settings; never the name of a machine.</param>
    /// <param name="date">Written in UTC: the zone of the server is nobody's business.</param>
    public static byte[] Write(OutgoingMail mail, string idDomain, DateTimeOffset date)
    {
        if (!MailAddressRule.TryNormaliseDomain(idDomain, out string domain))
        {
            throw new ArgumentException("The Message-ID domain is not a domain name.", nameof(idDomain));
        }

        StringBuilder message = new();
        Line(message, $"Date: {date.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000");
        Line(message, $"From: <{mail.From}>");
        Line(message, $"To: <{mail.To}>");
        Line(message, $"Message-ID: <{mail.MessageId}@{domain}>");
        Line(message, $"Subject: =?UTF-8?B?{Convert.ToBase64String(Filled(mail.Subject, OutgoingMail.SubjectBytes, breakLines: false))}?=");
        Line(message, "MIME-Version: 1.0");
        Line(message, "Content-Type: text/plain; charset=utf-8");
        Line(message, "Content-Transfer-Encoding: base64");
        Line(message, string.Empty);
        string body = mail.Body.Replace("\n", "\r\n", StringComparison.Ordinal);
        foreach (char[] line in Convert.ToBase64String(Filled(body, OutgoingMail.BodyBytes, breakLines: true)).Chunk(EncodedLine))
        {
            Line(message, new string(line));
        }

        return Encoding.ASCII.GetBytes(message.ToString());
    }

    private static byte[] Filled(string text, int size, bool breakLines)
    {
        byte[] bytes = new byte[size];
        int used = Encoding.UTF8.GetBytes(text, bytes);
        bytes.AsSpan(used).Fill((byte)' ');
        // Short lines keep mail programs from scrolling sideways over the blanks.
        for (int position = used; breakLines && position + 1 < size; position += FillLine + 2)
        {
            bytes[position] = (byte)'\r';
            bytes[position + 1] = (byte)'\n';
        }

        return bytes;
    }

    private static void Line(StringBuilder message, string text) => message.Append(text).Append("\r\n");
}
