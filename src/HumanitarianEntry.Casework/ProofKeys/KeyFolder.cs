using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Casework.Data;
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
    public async Task<bool> AddAsync(KeptKey key, CancellationToken cancellationToken)
    {
        StoreFolders.Ensure(folder);
        var part = await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(key, DomainJson.Options), cancellationToken);
        try
        {
            File.Move(part, Place(key.Number));
            StoreFolders.Sync(folder);
            return true;
        }
        catch (IOException) when (File.Exists(Place(key.Number)))
        {
            StoreFolders.Remove(part);
            return false;
        }
    }

    public async Task DropPrivateAsync(KeptKey key, CancellationToken cancellationToken)
    {
        if (key.SealedPrivate is not null)
        {
            File.Move(await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(key with { SealedPrivate = null }, DomainJson.Options), cancellationToken), Place(key.Number), overwrite: true);
            StoreFolders.Sync(folder);
        }
    }

    public async Task MarkCompromisedAsync(int number, CancellationToken cancellationToken)
    {
        if (!IsCompromised(number))
        {
            File.Move(await WriteAsync([], cancellationToken), Mark(number), overwrite: true);
            StoreFolders.Sync(folder);
        }
    }

    private async Task<string> WriteAsync(byte[] content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Ids.New().ToString("N") + ".part");
        await using var file = StoreFolders.CreatePrivate(path, 4096);
        await file.WriteAsync(content, cancellationToken);
        await file.FlushAsync(cancellationToken);
        file.Flush(flushToDisk: true);
        return path;
    }

    private string Place(int number) => At(number, "key.json");

    private string Mark(int number) => At(number, "compromised");

    private string At(int number, string ending) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:0000}.{ending}"));
}
