using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Web.Screeners.InterviewPacks;

/// <summary>Something in a file that was to be read in: which words to say to the person.</summary>
public sealed class PackRefusedException(string message) : Exception(message);

/// <summary>One answer written without network.</summary>
public sealed record PackAnswer(string Code, string? Value, string? Verbatim, bool Trigger);

/// <summary>What was written in a pack.</summary>
public sealed record PackContent(IReadOnlyList<PackAnswer> Answers, string? Narrative);

/// <summary>
/// A page of its own for an interview without network. What is inside is locked with words that only the screener knows, what is written is sealed for a key that never leaves the server:
/// the file that comes back can be opened by nobody on the way, its writer included.
/// </summary>
internal static class SealedPack
{
    /// <summary>Fresh for each pack, so many that a computer that is taken away does not find the words by trying.</summary>
    private const int Rounds = 600_000;
    private const int KeyBits = 3072;
    private const int TagBytes = 16;
    private const int IvBytes = 12;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Words that are easy to remember and to type: 6 of 256, so 48 bits beside the rounds.</summary>
    public static string NewWords()
    {
        const string Consonants = "bdfghklmnprstvwz";
        const string Vowels = "aeio";
        var words = new StringBuilder();
        for (var word = 0; word < 6; word++)
        {
            words.Append(word == 0 ? string.Empty : "-");
            for (var part = 0; part < 2; part++)
            {
                words.Append(Consonants[RandomNumberGenerator.GetInt32(Consonants.Length)]).Append(Vowels[RandomNumberGenerator.GetInt32(Vowels.Length)]);
            }
        }

        return words.ToString();
    }

    /// <summary>The private key of a pack, to be kept sealed with its case.</summary>
    public static byte[] NewKey()
    {
        using var rsa = RSA.Create(KeyBits);
        return rsa.ExportPkcs8PrivateKey();
    }

    /// <param name="template">The page with its two places to fill.</param>
    /// <returns>The page, one file that needs nothing else.</returns>
    public static string Make(string template, string id, byte[] privateKey, string words, Questionnaire questions, string language)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        var inside = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                seal = Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo()),
                lang = language,
                questions = questions.Questions.Select(q => new { q.Code, q.Section, text = q.Text(language), lang = q.LanguageOf(language), english = q.En, q.Required, q.Sensitive, q.Trigger }),
            },
            Json);
        var salt = RandomNumberGenerator.GetBytes(16);
        var locked = Lock(Rfc2898DeriveBytes.Pbkdf2(words, salt, Rounds, HashAlgorithmName.SHA256, 32), inside, id);
        var parts = JsonSerializer.Serialize(new { id, salt = Convert.ToBase64String(salt), rounds = Rounds, locked = Convert.ToBase64String(locked) }, Json);
        return template.Replace("\"PACK\"", parts, StringComparison.Ordinal);
    }

    /// <summary>Which pack a file was written in.</summary>
    /// <exception cref="PackRefusedException">It is no such file.</exception>
    public static string IdOf(ReadOnlySpan<byte> file) => Envelope.Read(file).Pack;

    /// <exception cref="PackRefusedException">The file was changed, belongs elsewhere or is not what a pack writes.</exception>
    public static PackContent Open(ReadOnlySpan<byte> file, byte[] privateKey)
    {
        var envelope = Envelope.Read(file);
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        try
        {
            var key = rsa.Decrypt(Convert.FromBase64String(envelope.Key), RSAEncryptionPadding.OaepSHA256);
            var plain = Unlock(key, Convert.FromBase64String(envelope.Data), envelope.Pack);
            return Known(JsonSerializer.Deserialize<PackContent>(plain, Json) ?? throw new JsonException("Empty."));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException or ArgumentException)
        {
            throw new PackRefusedException(S("This file was changed, or was cut off on the way. Nothing was read in. Save the file again from the pack, and send it as it is."));
        }
    }

    internal static byte[] Lock(byte[] key, byte[] plain, string id)
    {
        var iv = RandomNumberGenerator.GetBytes(IvBytes);
        var (cipher, tag) = (new byte[plain.Length], new byte[TagBytes]);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(iv, plain, cipher, tag, Encoding.UTF8.GetBytes(id));
        return [.. iv, .. cipher, .. tag];
    }

    internal static byte[] Unlock(byte[] key, byte[] locked, string id)
    {
        if (locked.Length < IvBytes + TagBytes)
        {
            throw new CryptographicException("Too short.");
        }

        var plain = new byte[locked.Length - IvBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(locked.AsSpan(0, IvBytes), locked.AsSpan(IvBytes, plain.Length), locked.AsSpan(IvBytes + plain.Length), plain, Encoding.UTF8.GetBytes(id));
        return plain;
    }

    /// <summary>Only what can become answers; a page that was tampered with must not bring anything else in.</summary>
    private static PackContent Known(PackContent content)
    {
        var answers = content.Answers ?? throw new JsonException("No answers.");
        if (answers.Any(a => a is not { Code: { } code } || Questionnaire.Current.Find(code) is null) || answers.DistinctBy(a => a.Code).Count() != answers.Count)
        {
            throw new JsonException("Unknown or repeated question.");
        }

        return answers.Any(a => a.Value?.Length > RecordAnswers.MaxLength || a.Verbatim?.Length > RecordAnswers.MaxLength) || content.Narrative?.Length > RecordStatement.MaxLength
            ? throw new PackRefusedException(S($"An answer in this file is longer than {RecordAnswers.MaxLength} signs, or the narrative longer than {RecordStatement.MaxLength}. Shorten it in the pack and save the file again."))
            : content with { Answers = [.. answers.Where(a => !string.IsNullOrWhiteSpace(a.Value) || !string.IsNullOrWhiteSpace(a.Verbatim) || a.Trigger)] };
    }

    private sealed record Envelope(string Pack, string Key, string Data)
    {
        public static Envelope Read(ReadOnlySpan<byte> file)
        {
            try
            {
                return JsonSerializer.Deserialize<Envelope>(file, Json) is { Pack.Length: 32, Key: not null, Data: not null } read && read.Pack.All(char.IsAsciiHexDigitLower)
                    ? read
                    : throw new JsonException("Not an envelope.");
            }
            catch (JsonException)
            {
                throw new PackRefusedException(S("This is not a file that an interview pack has saved. It ends in .sealed; the pack's own page is not it."));
            }
        }
    }
}
