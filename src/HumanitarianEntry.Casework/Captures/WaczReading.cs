using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Reads a WACZ archive: its list of contents against its parts, its list of pages against its records.</summary>
internal sealed class WaczReading(WaczArchive archive, CaptureFindings findings, CaptureBudget budget)
{
    private readonly byte[] buffer = new byte[64 * 1024];

    public void Read()
    {
        var contents = archive.Read(WaczArchive.Contents);
        var package = WaczArchive.Json(contents);
        ReadAbout(package);
        CheckContentsDigest(contents);
        var claims = Claims(package);
        foreach (var name in archive.Names.Where(WaczArchive.IsStrange))
        {
            findings.Faults.Add(CaptureFaultKind.StrangeName, name);
        }

        foreach (var name in archive.Names.Where(n => !claims.ContainsKey(n) && n is not (WaczArchive.Contents or WaczArchive.ContentsDigest)))
        {
            findings.Faults.Add(CaptureFaultKind.PartNotListed, name);
        }

        foreach (var name in claims.Keys.Where(n => !archive.Has(n)))
        {
            findings.Faults.Add(CaptureFaultKind.PartMissing, name);
        }

        foreach (var name in archive.Names.Where(n => n.EndsWith(".wacz", StringComparison.OrdinalIgnoreCase)))
        {
            findings.Faults.Add(CaptureFaultKind.MoreThanIsRead, name);
        }

        var listed = archive.Pages();
        var walk = new WarcWalk(findings, budget, listed.Count == 0 ? WantedPages.Any : new WantedPages(listed.Select(p => WantedPages.Bare(p.Url)).ToHashSet(StringComparer.Ordinal)));
        foreach (var name in archive.Names.Order(StringComparer.Ordinal))
        {
            ReadPart(name, claims.GetValueOrDefault(name), WaczArchive.IsWarc(name) ? walk : null);
        }

        Order(listed);
    }

    /// <summary>Every part is read once to its end: records on the way, and the hash over all of it.</summary>
    private void ReadPart(string name, PartClaim? claim, WarcWalk? walk)
    {
        if (walk is null && claim is null)
        {
            return;
        }

        using var digest = claim?.Hash is { } hash ? ClaimedDigest.Of(hash) : null;
        try
        {
            using var opened = archive.Open(name);
            using var content = new DigestStream(opened, digest);
            if (walk is not null)
            {
                ReadWarc(content, name, walk);
            }

            for (int read; (read = content.Read(buffer)) > 0;)
            {
                budget.Spend(read);
            }

            if (claim?.Bytes is { } bytes && bytes != content.Passed)
            {
                findings.Faults.Add(CaptureFaultKind.HashDiffers, string.Create(CultureInfo.InvariantCulture, $"{name}: {content.Passed} / {bytes} bytes"));
            }
        }
        catch (InvalidDataException)
        {
            findings.Faults.Add(CaptureFaultKind.CutOff, name);
        }

        if (claim is not null)
        {
            if (digest is null)
            {
                findings.Faults.Add(CaptureFaultKind.HashMissing, name);
            }
            else
            {
                findings.Faults.Judge(digest.Verdict(), name);
            }
        }
    }

    private static void ReadWarc(Stream content, string name, WarcWalk walk)
    {
        if (!name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            walk.Read(content, name);
            return;
        }

        using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        walk.Read(unpacked, name);
    }

    private void ReadAbout(JsonElement? package)
    {
        if (package is not { ValueKind: JsonValueKind.Object } about)
        {
            findings.Faults.Add(CaptureFaultKind.PartMissing, WaczArchive.Contents);
            return;
        }

        findings.Software = WaczArchive.Word(about, "software");
        foreach (var name in (string[])["software", "wacz_version", "title", "description", "created", "modified", "mainPageUrl", "mainPageDate"])
        {
            findings.AddTrait(name, WaczArchive.Word(about, name));
        }
    }

    private void CheckContentsDigest(byte[]? contents)
    {
        if (WaczArchive.Json(archive.Read(WaczArchive.ContentsDigest)) is not { ValueKind: JsonValueKind.Object } about)
        {
            findings.Faults.Add(CaptureFaultKind.PartMissing, WaczArchive.ContentsDigest);
            return;
        }

        if (WaczArchive.Part(about, "signedData") is { ValueKind: JsonValueKind.Object } signed)
        {
            findings.IsSigned = true;
            findings.AddTrait("signed by", WaczArchive.Word(signed, "domain") ?? WaczArchive.Word(signed, "software"));
            findings.AddTrait("signed on", WaczArchive.Word(signed, "created"));
        }

        if (WaczArchive.Word(about, "hash") is not { } hash)
        {
            findings.Faults.Add(CaptureFaultKind.HashMissing, WaczArchive.ContentsDigest);
            return;
        }

        using var digest = ClaimedDigest.Of(hash);
        digest.Append(contents);
        findings.Faults.Judge(digest.Verdict(), WaczArchive.Contents);
    }

    private static Dictionary<string, PartClaim> Claims(JsonElement? package)
    {
        var claims = new Dictionary<string, PartClaim>(StringComparer.OrdinalIgnoreCase);
        if (package is { } about && WaczArchive.Part(about, "resources") is { ValueKind: JsonValueKind.Array } resources)
        {
            foreach (var part in resources.EnumerateArray())
            {
                if (WaczArchive.Word(part, "path") is { } path)
                {
                    claims.TryAdd(path, new PartClaim(WaczArchive.Word(part, "hash"), WaczArchive.Part(part, "bytes") is { ValueKind: JsonValueKind.Number } bytes && bytes.TryGetInt64(out var size) ? size : null));
                }
            }
        }

        return claims;
    }

    /// <summary>Pages in the order of the list, each once: the answer that was given for it, a good one before a bad one.</summary>
    private void Order(IReadOnlyList<ListedPage> listed)
    {
        if (listed.Count == 0)
        {
            return;
        }

        var found = findings.Pages.ToLookup(p => WantedPages.Bare(p.About.Url!), StringComparer.Ordinal);
        findings.Pages.Clear();
        foreach (var page in listed.DistinctBy(p => WantedPages.Bare(p.Url), StringComparer.Ordinal))
        {
            var answer = found[WantedPages.Bare(page.Url)].OrderBy(a => a.About.Status is >= 200 and < 300 ? 0 : 1).FirstOrDefault();
            if (answer is null && findings.MorePages == 0)
            {
                findings.Faults.Add(CaptureFaultKind.PageNotCaptured, page.Url);
            }

            if (answer is not null && findings.Pages.Count < WebCapture.MostPages)
            {
                findings.Pages.Add(answer with { About = answer.About with { Title = answer.About.Title ?? (page.Title is null ? null : PageText.OnOneLine(page.Title, PageText.LongestTitle)) } });
            }
        }
    }

    private sealed record PartClaim(string? Hash, long? Bytes);
}
