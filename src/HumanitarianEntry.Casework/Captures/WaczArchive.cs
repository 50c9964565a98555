using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>A page as the archive's list names it.</summary>
internal sealed record ListedPage(string Url, string? Title, DateTimeOffset? At);

/// <summary>A WACZ archive (version 1.1.1): WARC files, a list of pages, a list of contents with hashes. Names in it are only compared; nothing is ever written under one.</summary>
internal sealed class WaczArchive : IDisposable
{
    public const string Contents = "datapackage.json";
    public const string ContentsDigest = "datapackage-digest.json";
    private const string PageList = "pages/pages.jsonl";
    private const int MostParts = 2_000;
    private const int LongestList = 16 * 1024 * 1024;
    private const int MostListed = 10_000;

    /// <summary>So many bytes of names and places are read of an archive, whatever it holds.</summary>
    private const long LongestDirectory = 4 * 1024 * 1024;

    private readonly ZipArchive archive;
    private readonly CaptureBudget budget;
    private readonly Dictionary<string, ZipArchiveEntry> parts;

    /// <exception cref="NotCleanedException">It is no archive that can be read, or has too many parts.</exception>
    public WaczArchive(Stream content, CaptureBudget budget)
    {
        this.budget = budget;
        var metered = new MeteredStream(content) { Left = LongestDirectory };
        try
        {
            archive = new ZipArchive(metered, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > MostParts)
            {
                throw new NotCleanedException(NoCopyReason.UnpacksTooLarge);
            }

            if (archive.Entries.Any(e => e.IsEncrypted))
            {
                throw new NotCleanedException(NoCopyReason.Encrypted);
            }

            parts = archive.Entries.Where(e => !e.FullName.EndsWith('/')).ToDictionary(e => e.FullName, StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or EndOfStreamException)
        {
            archive?.Dispose();
            throw new NotCleanedException(NoCopyReason.Broken);
        }
        catch (NotCleanedException)
        {
            archive?.Dispose();
            throw;
        }

        metered.Left = long.MaxValue;
    }

    /// <summary>Whether the archive is a capture at all.</summary>
    public bool IsCapture => parts.ContainsKey(Contents) && Warcs.Any();

    public IEnumerable<string> Names => parts.Keys;

    public IEnumerable<string> Warcs => Names.Where(IsWarc).Order(StringComparer.Ordinal);

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>Opens a part; what is unpacked is paid for by who reads it.</summary>
    /// <exception cref="InvalidDataException">It is broken.</exception>
    public Stream Open(string name) => parts[name].Open();

    /// <summary>Reads a small part whole.</summary>
    /// <returns>Null where it is not there, too long or broken.</returns>
    public byte[]? Read(string name)
    {
        if (!parts.TryGetValue(name, out var entry))
        {
            return null;
        }

        try
        {
            using var content = entry.Open();
            using var whole = new MemoryStream();
            var buffer = new byte[64 * 1024];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                budget.Spend(read);
                whole.Write(buffer, 0, read);
                if (whole.Length > LongestList)
                {
                    return null;
                }
            }

            return whole.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The pages that the archive names; empty where it has no list.</summary>
    public IReadOnlyList<ListedPage> Pages()
    {
        List<ListedPage> listed = [];
        foreach (var line in Encoding.UTF8.GetString(Read(PageList) ?? []).Split('\n').Take(MostListed))
        {
            if (Json(Encoding.UTF8.GetBytes(line)) is { ValueKind: JsonValueKind.Object } page && Word(page, "url") is { } url)
            {
                var at = DateTimeOffset.TryParse(Word(page, "ts"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var ts) ? ts : (DateTimeOffset?)null;
                listed.Add(new ListedPage(url, Word(page, "title"), at));
            }
        }

        return listed;
    }

    public static JsonElement? Json(byte[]? bytes)
    {
        try
        {
            return bytes is null || bytes.Length == 0 ? null : JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null where it is not there, or its name cannot be read.</returns>
    public static JsonElement? Part(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <returns>Null where it is not there, is no word, or holds half a sign (a lone surrogate), which no text can hold.</returns>
    public static string? Word(JsonElement element, string name)
    {
        try
        {
            return Part(element, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool IsWarc(string name) =>
        name.StartsWith("archive/", StringComparison.OrdinalIgnoreCase) && (name.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase));

    /// <summary>A name that climbs, begins at the root or uses the strokes of another system.</summary>
    public static bool IsStrange(string name) => name.Contains('\\', StringComparison.Ordinal) || name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Any(p => p is ".." or ".") || name.Any(char.IsControl);

    public void Dispose() => archive.Dispose();
}
