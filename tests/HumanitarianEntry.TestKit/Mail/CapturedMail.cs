using System.Text;
using System.Text.Json;

namespace HumanitarianEntry.TestKit.Mail;

/// <summary>A mail as the server received it: envelope, and the message byte for byte.</summary>
public sealed record CapturedMail(string Helo, string From, IReadOnlyList<string> To, bool Encrypted, bool SignedIn, byte[] Message)
{
    /// <summary>The message's header lines.</summary>
    public IReadOnlyList<string> Headers => Encoding.ASCII.GetString(Message).Split("\r\n\r\n", 2)[0].Split("\r\n");

    /// <summary>The text, decoded, without the blanks at its end.</summary>
    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Encoding.ASCII.GetString(Message).Split("\r\n\r\n", 2)[1])).TrimEnd();

    internal static CapturedMail Read(JsonElement record) => new(
        record.GetProperty("helo").GetString()!,
        record.GetProperty("from").GetString()!,
        [.. record.GetProperty("to").EnumerateArray().Select(address => address.GetString()!)],
        record.GetProperty("encrypted").GetBoolean(),
        record.GetProperty("signedIn").GetBoolean(),
        record.GetProperty("message").GetBytesFromBase64());
}
