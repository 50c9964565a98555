using System.Text;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>Seals values that belong to no case: staff names, list files, framework keys. The context (table, column, row) is needed to open them.</summary>
public sealed class InstallationSealer(KeyVault vault)
{
    /// <summary>Seals the value for its place.</summary>
    public byte[] Seal(string context, ReadOnlySpan<byte> plain) => SealedBytes.Seal(vault.Purpose(KeyPurpose.InstallationValue), plain, Encoding.UTF8.GetBytes(context));

    /// <summary>Opens a value sealed for the same place.</summary>
    /// <exception cref="SealBrokenException">Changed or moved.</exception>
    public byte[] Open(string context, ReadOnlySpan<byte> content) =>
        SealedBytes.Open(vault.Purpose(KeyPurpose.InstallationValue), content, Encoding.UTF8.GetBytes(context), "A sealed value of the installation");
}
