using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>Keyed hashes by which equal values in different cases find each other; without the key nobody can try out names against them.</summary>
public sealed class LookupHashes(KeyVault vault)
{
    /// <summary>The hash of a value of one kind ("phone", "name-and-birth", ...). The caller has brought the value into its compared form.</summary>
    public byte[] Hash(string kind, string value) => HMACSHA256.HashData(vault.Purpose(KeyPurpose.Lookup), Encoding.UTF8.GetBytes(kind + "\0" + value.Normalize(NormalizationForm.FormKC)));
}
