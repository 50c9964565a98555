using System.Text;

namespace HumanitarianEntry.Web.Administrators.Mails;

/// <summary>A mail of the drop folder, without its receiver. Reads only what our own transport writes: eight headers and one base64 text.</summary>
public sealed record DroppedMail(string MessageId, string Date, string Subject, string Body)
{
    private const string EncodedStart = "=?UTF-8?B?";

    /// <exception cref="FormatException">The file is not one of ours.</exception>
    public static DroppedMail Parse(string message)
    {
        var split = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (split < 0)
        {
            throw new FormatException("The mail has no body.");
        }

        var headers = message[..split].Split("\r\n").Select(line => line.Split(": ", 2)).Where(h => h.Length == 2).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        return new DroppedMail(
            headers.GetValueOrDefault("Message-ID", string.Empty), headers.GetValueOrDefault("Date", string.Empty), Word(headers.GetValueOrDefault("Subject", string.Empty)),
            Decode(message[(split + 4)..].Replace("\r\n", string.Empty, StringComparison.Ordinal)));
    }

    private static string Word(string subject) =>
        subject.StartsWith(EncodedStart, StringComparison.Ordinal) && subject.EndsWith("?=", StringComparison.Ordinal) ? Decode(subject[EncodedStart.Length..^2]) : subject;

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64)).Trim();
}
