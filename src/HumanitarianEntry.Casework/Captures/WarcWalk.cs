using System.Globalization;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Which answers of a capture are its pages.</summary>
/// <param name="Listed">Addresses of the pages as a list names them; null: every web page among the answers is one.</param>
internal sealed record WantedPages(IReadOnlySet<string>? Listed)
{
    public static readonly WantedPages Any = new((IReadOnlySet<string>?)null);

    public bool Has(string url) => Listed is null || Listed.Contains(Bare(url));

    public static string Bare(string url) => url.Split('#', 2)[0];
}

/// <summary>Reads WARC records one after the other (ISO 28500), checks their hashes and takes the pages out. Content passes through; only pages are held, and no more of them than is read.</summary>
internal sealed class WarcWalk(CaptureFindings findings, CaptureBudget budget, WantedPages wanted)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int answers;
    private int withoutHash;

    /// <summary>Letters that may still be kept.</summary>
    private int letters = CaptureFindings.LongestText;

    /// <param name="name">Of the part of an archive that is read; empty for a file of its own.</param>
    public void Read(Stream content, string name)
    {
        var source = new ByteSource(content, budget);
        var number = 0;
        string Where(string? target) => string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? name + ", " : string.Empty)}record {number}{(target is null ? string.Empty : " " + target)}");
        try
        {
            while (WarcRecord.Read(source) is { } record)
            {
                number++;
                if (!budget.TakeRecord())
                {
                    findings.Faults.Add(CaptureFaultKind.MoreThanIsRead, Where(null));
                    return;
                }

                findings.Records++;
                ReadBlock(source, record, Where(record.Target));
            }
        }
        catch (EndOfStreamException)
        {
            findings.Faults.Add(CaptureFaultKind.CutOff, Where(null));
        }
        catch (InvalidDataException)
        {
            number++;
            findings.Faults.Add(CaptureFaultKind.RecordBroken, Where(null));
        }

        if (withoutHash > 0)
        {
            findings.Faults.Add(CaptureFaultKind.HashMissing, string.Create(CultureInfo.InvariantCulture, $"{(name.Length > 0 ? name + ", " : string.Empty)}{withoutHash} / {answers}"));
        }

        (answers, withoutHash) = (0, 0);
    }

    /// <exception cref="EndOfStreamException">The block is shorter than its record says.</exception>
    private void ReadBlock(ByteSource source, WarcRecord record, string where)
    {
        var isHttp = record["Content-Type"]?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) == true;
        var isAnswer = record.Type is "response" or "resource";

        // A revisit names the hash of content that lies elsewhere, a segment that of the whole.
        var payload = record["WARC-Payload-Digest"] is { } claim && record.Type != "revisit" && record["WARC-Segment-Number"] is null ? claim : null;
        using var blockDigest = record["WARC-Block-Digest"] is { } block ? ClaimedDigest.Of(block) : null;
        using var payloadDigest = payload is null ? null : ClaimedDigest.Of(payload);
        using var unframedDigest = payload is null ? null : ClaimedDigest.Of(payload);
        using var http = new HttpBlock(isHttp, payloadDigest, unframedDigest) { Keeps = head => IsPage(record, head) };
        var info = record.Type == "warcinfo" ? new MemoryStream() : null;
        http.Begin();
        for (var left = record.Length; left > 0;)
        {
            var read = source.Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0)
            {
                throw new EndOfStreamException("A block ends too early.");
            }

            left -= read;
            blockDigest?.Append(buffer.AsSpan(0, read));
            http.Pass(buffer.AsSpan(0, read));
            info?.Write(buffer, 0, (int)Math.Min(read, Math.Max(0, buffer.Length - info.Length)));
        }

        if (blockDigest is not null)
        {
            findings.Faults.Judge(blockDigest.Verdict(), where);
        }

        if (payloadDigest is not null)
        {
            findings.Faults.Judge(http.PayloadVerdict(), where);
        }

        answers += isAnswer ? 1 : 0;
        withoutHash += isAnswer && blockDigest is null && payloadDigest is null ? 1 : 0;
        Note(record, http, info, where);
    }

    private void Note(WarcRecord record, HttpBlock http, MemoryStream? info, string where)
    {
        if (record["WARC-Truncated"] is { } why)
        {
            findings.Faults.Add(CaptureFaultKind.ShortenedByItsMaker, $"{where}: {why}");
        }

        if (http.IsHeadBroken && record.Type == "response")
        {
            findings.Faults.Add(CaptureFaultKind.PageDoesNotUnpack, where);
        }

        if (record.Type == "request" && http.Head is { } asked)
        {
            findings.AddTrait("User-Agent", asked["User-Agent"]);
            findings.AddTrait("Accept-Language", asked["Accept-Language"]);
            if (asked.HasSecrets)
            {
                findings.AddSecrets();
            }
        }

        if (info is not null)
        {
            ReadInfo(Encoding.UTF8.GetString(info.ToArray()));
        }

        if (IsPage(record, http.Head))
        {
            AddPage(record, http, where);
        }
    }

    private bool IsPage(WarcRecord record, HttpHead? head)
    {
        var type = head?.ContentType ?? (record.Type == "resource" ? record["Content-Type"] : null);
        return record.Type is "response" or "resource" && record.Target is { } url && url.StartsWith("http", StringComparison.OrdinalIgnoreCase) && wanted.Has(url)
            && type is not null && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase))
            && head?.Status is not (>= 300 and < 400);
    }

    private void AddPage(WarcRecord record, HttpBlock http, string where)
    {
        if (findings.Pages.Count >= WebCapture.MostPages)
        {
            findings.MorePages++;
            return;
        }

        var type = http.Head?.ContentType ?? record["Content-Type"];
        var (content, isWhole) = PackedContent.Unpack(http.KeptContent(), http.Head?.Encodings ?? [], budget);
        if (!isWhole)
        {
            findings.Faults.Add(CaptureFaultKind.PageDoesNotUnpack, where);
        }

        var (letterText, isGuessed) = PageLetters.Read(content, type);
        if (isGuessed)
        {
            findings.Faults.Add(CaptureFaultKind.LettersGuessed, where);
        }

        var text = PageText.Of(letterText, Math.Min(letters, CaptureFindings.LongestPage));
        letters -= text.Text.Length;
        var about = new CapturedPage(PageText.OnOneLine(record.Target!, 2_000), text.Title, record.Date, http.Head?.Status, type is null ? null : PageText.OnOneLine(type, 100), http.Sha256());
        findings.Pages.Add(new FoundPage(about, text.Text, text.IsCut));
    }

    /// <summary>Lines of "name: value" about the capture itself. Who ran it, where, may be among them.</summary>
    private void ReadInfo(string text)
    {
        foreach (var parts in text.Split('\n').Select(l => l.Split(':', 2)).Where(p => p.Length == 2))
        {
            var (name, value) = (parts[0].Trim(), parts[1].Trim());
            if (name.Equals("software", StringComparison.OrdinalIgnoreCase))
            {
                findings.Software ??= value;
            }

            findings.AddTrait(name, value);
        }
    }
}
