using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.ProofKeys;

/// <summary>One signing key as it is kept.</summary>
/// <param name="SealedPrivate">Null once the key is retired: what it signed is checked with its certificate alone.</param>
public sealed record KeptKey(int Number, string Organisation, DateTimeOffset From, byte[] Certificate, byte[]? SealedPrivate);

/// <summary>The signing keys as files beside the sealed files of the cases, which all nodes share. A file appears whole or not at all, so a crash leaves a key or none.</summary>
internal sealed class KeyFolder(string folder)
{
    public const string Name = "dossier-keys";

    public IReadOnlyList<KeptKey> Keys() => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.key.json").Select(f => JsonSerializer.Deserialize<KeptKey>(File.ReadAllBytes(f), DomainJson.Options)!).OrderBy(k => k.Number)];

    public bool IsCompromised(int number) => File.Exists(Mark(number));

    /// <summary>False when another node was first with this number; then its key is the one.</summary>
    public bool Add(KeptKey key)
    {
        StoreFolders.Ensure(folder);
        return StoreFolders.WriteWhole(Place(key.Number), Bytes(key));
    }

    public void DropPrivate(KeptKey key)
    {
        if (key.SealedPrivate is not null)
        {
            StoreFolders.WriteWhole(Place(key.Number), Bytes(key with { SealedPrivate = null }), replaces: true);
        }
    }

    public void MarkCompromised(int number)
    {
        if (!IsCompromised(number))
        {
            StoreFolders.WriteWhole(Mark(number), [], replaces: true);
        }
    }

    private static byte[] Bytes(KeptKey key) => JsonSerializer.SerializeToUtf8Bytes(key, DomainJson.Options);

    private string Place(int number) => At(number, "key.json");

    private string Mark(int number) => At(number, "compromised");

    private string At(int number, string ending) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:0000}.{ending}"));
}
