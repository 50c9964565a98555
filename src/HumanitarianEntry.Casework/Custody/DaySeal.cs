using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>Where one chain stood: its name ("case" and its id, "reads" and the day, "accounts"), how many entries, the hash of the last.</summary>
public sealed record ChainHead(string Chain, long Sequence, string Hash);

/// <summary>
/// What all chains that moved came to by the end of a UTC day, under one root that also holds the root of the seal before; signed. Names nobody.
/// </summary>
/// <param name="Previous">Root of the seal before, hexadecimal; null for the first, which holds every chain.</param>
/// <param name="Key">Fingerprint of the key that signed: SHA-256 of its public part, hexadecimal.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256 of <see cref="SignedContent"/>, DER, base64.</param>
public sealed record DaySeal(DateOnly Day, string? Previous, IReadOnlyList<ChainHead> Heads, string Root, string Key, string Signature)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The day as the number that rows are kept under.</summary>
    public int Number => NumberOf(Day);

    public byte[] RootBytes => Convert.FromHexString(Root);

    public string ToJson() => JsonSerializer.Serialize(this, Form);

    /// <exception cref="InvalidDataException">Not a seal.</exception>
    public static DaySeal Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<DaySeal>(json, Form) is { Heads: not null, Root: not null, Key: not null, Signature: not null } seal ? seal : throw new InvalidDataException("The file is not a day seal.");
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException("The file is not a day seal.", broken);
        }
    }

    public static int NumberOf(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    /// <summary>The root that these heads give.</summary>
    public static byte[] RootOf(DateOnly day, string? previous, IEnumerable<ChainHead> heads) =>
        MerkleTree.Root([Leaf("humanitarian-entry day seal 1", day.ToString("O", CultureInfo.InvariantCulture), previous ?? "-"), .. heads.Select(h => Leaf(h.Chain, h.Sequence.ToString(CultureInfo.InvariantCulture), h.Hash))]);

    /// <summary>What is signed: a mark of the kind, then the 32 bytes of the root.</summary>
    public static byte[] SignedContent(byte[] root) => [.. "humanitarian-entry day seal 1\n"u8, .. root];

    // A hash of each part, so that no two different leaves have the same bytes.
    private static byte[] Leaf(params string[] parts) => [.. parts.SelectMany(p => SHA256.HashData(Encoding.UTF8.GetBytes(p)))];
}
