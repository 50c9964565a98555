using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HumanitarianEntry.Dossiers.Proof;

public enum KeyState
{
    /// <summary>Signs dossiers today.</summary>
    Current,

    /// <summary>Was followed by another one; what it signed before still stands.</summary>
    Retired,

    /// <summary>Somebody else may hold it: nothing that it signed can be relied on.</summary>
    Compromised,
}

/// <param name="Fingerprint">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="Until">Null for the key in use.</param>
/// <param name="Certificate">DER; for who wants to trust it in a reader of PDF.</param>
public sealed record KeyBookEntry(string Fingerprint, string Organisation, DateTimeOffset From, DateTimeOffset? Until, KeyState State, byte[] Certificate);

/// <summary>The public list of the keys that have signed dossiers of one installation. Holds no secret; posts get it apart from the dossiers.</summary>
public sealed record KeyBook(DateTimeOffset MadeAt, IReadOnlyList<KeyBookEntry> Keys)
{
    public const string Form = "humanitarian-entry-key-book/1";

    /// <summary>A book is small; what is larger is none.</summary>
    public const int Largest = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new Written(Form, MadeAt, Keys), Json);

    /// <exception cref="InvalidDataException">It is no key book; the message says what is wrong.</exception>
    public static KeyBook Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > Largest)
            throw new InvalidDataException("The key book is larger than a key book can be.");
        try
        {
            var written = JsonSerializer.Deserialize<Written>(json, Json);
            if (written?.Format != Form)
                throw new InvalidDataException($"It does not say that it is a key book ({Form}).");
            if (written.Keys.Any(key => Convert.ToHexStringLower(SHA256.HashData(key.Certificate)) != key.Fingerprint))
                throw new InvalidDataException("A fingerprint in the key book is not that of the certificate beside it.");
            return new(written.MadeAt, written.Keys);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("The key book cannot be read.", broken);
        }
    }

    public KeyBookEntry? Find(string fingerprint) => Keys.FirstOrDefault(key => string.Equals(key.Fingerprint, fingerprint, StringComparison.Ordinal));

    private sealed record Written(string Format, DateTimeOffset MadeAt, IReadOnlyList<KeyBookEntry> Keys);
}
