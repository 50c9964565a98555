using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>256 bits that wrap the keys of the key store and nothing else.</summary>
internal sealed class MasterKey
{
    public const int Size = 32;
    private readonly byte[] key;

    public MasterKey(byte[] key)
    {
        if (key.Length != Size)
        {
            throw new MasterKeyUnavailableException($"A master key is {Size} bytes in base64; this one has {key.Length}.");
        }

        this.key = key;
        Id = Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 8, info: "humanitarian-entry/1/master-key-id"u8.ToArray()));
    }

    /// <summary>A fingerprint that tells keys apart and says nothing about them.</summary>
    public string Id { get; }

    /// <summary>Wraps a key; the purpose binds it to its place.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> plain, string purpose) => SealedBytes.Seal(key, plain, Encoding.UTF8.GetBytes("wrap|" + purpose));

    /// <summary>The reverse of <see cref="Wrap"/>.</summary>
    /// <exception cref="SealBrokenException">Another key, another purpose, or a changed bit.</exception>
    public byte[] Unwrap(ReadOnlySpan<byte> wrapped, string purpose) => SealedBytes.Open(key, wrapped, Encoding.UTF8.GetBytes("wrap|" + purpose), "A wrapped key");
}

/// <summary>The master key in force and older ones that only unwrap until everything is wrapped anew.</summary>
internal sealed class MasterKeyRing(IReadOnlyList<MasterKey> keys)
{
    public MasterKey Current => keys[0];

    public MasterKey Find(string id) => keys.FirstOrDefault(k => string.Equals(k.Id, id, StringComparison.Ordinal)) ?? throw new WrongMasterKeyException(id);
}
