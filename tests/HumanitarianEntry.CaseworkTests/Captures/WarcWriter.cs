using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.CaseworkTests.Captures;

/// <summary>Writes WARC files and WACZ archives byte by byte, as capturing programs do, and wrongly where a test wants it. Nobody in them is real.</summary>
internal sealed class WarcWriter
{
    private readonly List<byte[]> records = [];

    public static DateTimeOffset At { get; } = new(2024, 3, 3, 12, 30, 0, TimeSpan.Zero);

    public static byte[] Page(string title, string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>{title}</title></head><body>{body}</body></html>");

    public WarcWriter Info(string lines = "software: DemoCrawler/1.0\r\noperator: DEMO Helper\r\nip: 203.0.113.7\r\n") => Record("warcinfo", null, "application/warc-fields", Encoding.UTF8.GetBytes(lines));

    public WarcWriter Request(string url, string fields = "") => Record("request", url, "application/http; msgtype=request", Encoding.UTF8.GetBytes($"GET / HTTP/1.1\r\nHost: demo.invalid\r\n{fields}\r\n"));

    /// <param name="fields">Further fields of the HTTP head, each with its line end.</param>
    /// <param name="claim">The hash of the content as the record names it; null: the right one.</param>
    public WarcWriter Response(string url, byte[] content, string fields = "Content-Type: text/html\r\n", int status = 200, string? claim = null, DateTimeOffset? at = null)
    {
        byte[] block = [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status} DEMO\r\n{fields}\r\n"), .. content];
        return Record("response", url, "application/http; msgtype=response", block, ("WARC-Payload-Digest", claim ?? Sha1(content)), ("WARC-Date", (at ?? At).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)));
    }

    public WarcWriter Record(string type, string? url, string contentType, byte[] block, params (string Name, string Value)[] more) => Raw(Head(type, url, contentType, block.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), [("WARC-Block-Digest", Sha1(block)), .. more]), block);

    public WarcWriter Raw(string head, byte[] block)
    {
        records.Add([.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8]);
        return this;
    }

    public static string Head(string type, string? url, string contentType, string length, params (string Name, string Value)[] more)
    {
        var date = more.Any(m => m.Name == "WARC-Date") ? string.Empty : "WARC-Date: 2024-03-03T12:30:00Z\r\n";
        return $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000a>\r\n{date}{(url is null ? "" : $"WARC-Target-URI: {url}\r\n")}{string.Concat(more.Select(m => $"{m.Name}: {m.Value}\r\n"))}Content-Type: {contentType}\r\nContent-Length: {length}\r\n\r\n";
    }

    public byte[] Plain() => [.. records.SelectMany(r => r)];

    /// <summary>Each record packed by itself, as the standard wants it.</summary>
    public byte[] Packed() => [.. records.SelectMany(Gzip)];

    /// <param name="change">Changes the parts after their hashes were taken.</param>
    public byte[] Wacz(IReadOnlyList<(string Url, string Title)>? pages = null, Action<Dictionary<string, byte[]>>? change = null, string? signature = null)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["archive/data.warc.gz"] = Packed(), ["indexes/index.cdx"] = "DEMO"u8.ToArray() };
        if (pages is not null)
        {
            parts["pages/pages.jsonl"] = Encoding.UTF8.GetBytes("{\"format\": \"json-pages-1.0\", \"id\": \"pages\", \"title\": \"All Pages\"}\n" + string.Concat(pages.Select(p => $"{{\"url\": \"{p.Url}\", \"ts\": \"2024-03-03T12:30:00Z\", \"title\": \"{p.Title}\"}}\n")));
        }

        var resources = string.Join(",", parts.Select(p => $"{{\"name\": \"{Path.GetFileName(p.Key)}\", \"path\": \"{p.Key}\", \"hash\": \"{Sha256(p.Value)}\", \"bytes\": {p.Value.Length}}}"));
        parts["datapackage.json"] = Encoding.UTF8.GetBytes($"{{\"profile\": \"data-package\", \"wacz_version\": \"1.1.1\", \"software\": \"demo-wacz 0.1\", \"created\": \"2024-03-03T12:31:00Z\", \"resources\": [{resources}]}}");
        parts["datapackage-digest.json"] = Encoding.UTF8.GetBytes($"{{\"path\": \"datapackage.json\", \"hash\": \"{Sha256(parts["datapackage.json"])}\"{(signature is null ? "" : ", \"signedData\": " + signature)}}}");
        change?.Invoke(parts);
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, name.EndsWith(".gz", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    public static string Sha256(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    public static string Sha1(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        hash.AppendData(content);
        return "sha1:" + Base32(hash.GetHashAndReset());
    }

    private static string Base32(byte[] bytes)
    {
        var bits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        return string.Concat(bits.Chunk(5).Select(five => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(five).PadRight(5, '0'), 2)]));
    }
}
