using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Dossiers.Composing;

namespace HumanitarianEntry.Dossiers.Proof;

/// <summary>One annex as the manifest names it.</summary>
public sealed record ManifestAnnex(int Number, string File, string MediaType, string Sha256, bool Embedded)
{
    /// <summary>Stands as a page of the dossier.</summary>
    public bool Page { get; init; }
}

/// <summary>What a manifest says of what was disclosed.</summary>
public sealed record ManifestDisclosure(string Profile, string Sha256);

/// <summary>What a dossier's manifest says of it.</summary>
public sealed record ManifestReading(string Reference, string Version, string Date, string Recipient, string Copy, IReadOnlyList<ManifestAnnex> Annexes)
{
    /// <summary>The fingerprint on the cover; null in a draft.</summary>
    public string? Key { get; init; }

    /// <summary>"urgent" for the one page of an emergency; null for a dossier.</summary>
    public string? Kind { get; init; }

    public string? RecipientFunction { get; init; }

    public string? RecipientKey { get; init; }

    public IReadOnlyDictionary<string, string>? RecipientNames { get; init; }

    /// <summary>By which list of what the recipient gets it was made; null for those of before.</summary>
    public ManifestDisclosure? Disclosure { get; init; }

    /// <summary>Whether a text names the recipient: as the dossier writes it, in another language of dossiers, as the programme writes it, or by its key there.</summary>
    internal bool IsFor(string recipient) => new[] { Recipient, RecipientFunction, RecipientKey }.Concat(RecipientNames?.Values ?? []).Any(name => string.Equals(name, recipient.Trim(), StringComparison.OrdinalIgnoreCase));

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Null where it is no manifest of a dossier.</summary>
    internal static ManifestReading? Of(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return json.RootElement.TryGetProperty("format", out var form) && form.GetString() is DossierManifest.Form or DossierManifest.SecondForm or DossierManifest.FirstForm ? json.RootElement.Deserialize<ManifestReading>(Json) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What differs between the annexes it names and the files that are there.</summary>
    internal IEnumerable<ProofFinding> Differences(PdfFile file, ILookup<string, PdfStream> attached)
    {
        foreach (var annex in Annexes.Where(annex => annex.Embedded))
        {
            if (!attached.Contains(annex.File))
                yield return new("annex-missing", $"Annex {annex.Number} ({annex.File}) was removed.");
            else if (attached[annex.File].Any(content => Convert.ToHexStringLower(SHA256.HashData(file.Decode(content))) != annex.Sha256))
                yield return new("annex-changed", $"Annex {annex.Number} ({annex.File}) is not the file that was attached.");
        }
        foreach (var extra in attached.Select(file => file.Key).Except(Annexes.Where(annex => annex.Embedded).Select(annex => annex.File), StringComparer.Ordinal).Where(name => name != DossierManifest.FileName))
            yield return new("annex-added", $"The file {extra} was attached; the dossier has no such annex.");
    }
}

/// <summary>The files inside a PDF, by name; a name that is listed but has no file is left out.</summary>
internal static class Attachments
{
    private const int Most = 10_000;

    /// <summary>Packed as they lie there: together they may be more than a process should hold at once.</summary>
    public static ILookup<string, PdfStream> Of(PdfFile file)
    {
        var found = new List<(string Name, PdfStream Content)>();
        var streams = new HashSet<PdfStream>(ReferenceEqualityComparer.Instance);
        var names = file.Resolve(file.Root["Names"]) as PdfDictionary;
        foreach (var specification in Leaves(file, file.Resolve(names?["EmbeddedFiles"]) as PdfDictionary, 0).Concat((file.Resolve(file.Root["AF"]) as PdfArray)?.Items ?? []).Take(Most))
        {
            if (file.Resolve(specification) is PdfDictionary named && file.Resolve(named["EF"]) is PdfDictionary embedded && file.Resolve(embedded["F"] ?? embedded["UF"]) is PdfStream stream
                && file.Resolve(named["UF"] ?? named["F"]) is PdfString name && streams.Add(stream))
                found.Add((name.Text, stream));
        }
        return found.ToLookup(one => one.Name, one => one.Content, StringComparer.Ordinal);
    }

    private static IEnumerable<PdfValue> Leaves(PdfFile file, PdfDictionary? node, int level)
    {
        if (node is null)
            return [];
        if (level > 20)
            throw new PdfBrokenException("The list of attached files goes round in a circle.");
        var own = (file.Resolve(node["Names"]) as PdfArray)?.Items.Where((_, index) => index % 2 == 1) ?? [];
        var below = (file.Resolve(node["Kids"]) as PdfArray)?.Items.SelectMany(kid => Leaves(file, file.Resolve(kid) as PdfDictionary, level + 1)) ?? [];
        return own.Concat(below);
    }
}
