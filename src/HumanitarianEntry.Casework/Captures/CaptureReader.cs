using System.IO.Compression;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Reads a captured web page and makes a plain text of it. Opens no connection, writes nothing, runs nothing.</summary>
internal static class CaptureReader
{
    private const long LongestSavedPage = 64L * 1024 * 1024;

    /// <summary>What is read is closed to others for so long; a capture that needs longer is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <param name="content">Can seek; read from its beginning.</param>
    /// <param name="kind">What its first bytes say it is.</param>
    /// <exception cref="NotCleanedException">It is an archive, but no capture.</exception>
    public static Task<CleanCopy> ReadAsync(Stream content, FileKind kind, CancellationToken cancellationToken) => Task.Run(() => Read(content, kind, cancellationToken), CancellationToken.None);

    internal static CleanCopy Read(Stream content, FileKind kind, CancellationToken cancellationToken, CaptureBudget? within = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var budget = within ?? CaptureBudget.Usual(patience.Token);
        var findings = new CaptureFindings(kind switch { FileKind.Html => CaptureKind.Html, FileKind.Warc => CaptureKind.Warc, _ => CaptureKind.Wacz });
        content.Position = 0;
        NoCopyReason? trouble = null;
        try
        {
            ReadInto(findings, content, kind, budget);
        }
        catch (NotCleanedException refused) when (refused.Reason == NoCopyReason.UnpacksTooLarge && findings.Records > 0)
        {
            // What was read before stands on record; a copy of a part of it would look like all of it.
            trouble = refused.Reason;
            findings.Faults.Add(CaptureFaultKind.MoreThanIsRead, string.Empty);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            trouble = NoCopyReason.TimedOut;
        }

        var capture = findings.ToCapture();
        trouble ??= findings.Records == 0 && kind == FileKind.Warc ? NoCopyReason.Broken : findings.Pages.Count == 0 ? NoCopyReason.NoPages : null;
        return trouble is { } reason
            ? CleanCopy.None(reason, findings.Traits) with { Capture = capture }
            : CleanCopy.Of(new MemoryStream(CaptureText.Write(capture, findings.Pages), writable: false), CaptureText.Tool, CaptureText.Parameters, findings.Traits) with { Capture = capture };
    }

    private static void ReadInto(CaptureFindings findings, Stream content, FileKind kind, CaptureBudget budget)
    {
        switch (kind)
        {
            case FileKind.Html:
                SavedPage.Read(Whole(content), findings);
                break;
            case FileKind.Warc:
                ReadWarc(findings, content, budget);
                break;
            default:
                using (var archive = new WaczArchive(content, budget))
                {
                    if (!archive.IsCapture)
                    {
                        throw new NotCleanedException(NoCopyReason.KindNotCleaned);
                    }

                    new WaczReading(archive, findings, budget).Read();
                }

                break;
        }
    }

    private static void ReadWarc(CaptureFindings findings, Stream content, CaptureBudget budget)
    {
        var walk = new WarcWalk(findings, budget, WantedPages.Any);
        var isPacked = content.ReadByte() == 0x1F;
        content.Position = 0;
        if (!isPacked)
        {
            walk.Read(content, string.Empty);
            return;
        }

        using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        walk.Read(unpacked, string.Empty);
    }

    /// <exception cref="NotCleanedException">It is larger than is read at once.</exception>
    private static byte[] Whole(Stream content)
    {
        if (content.Length > LongestSavedPage)
        {
            throw new NotCleanedException(NoCopyReason.TooLarge);
        }

        var whole = new byte[content.Length];
        content.ReadExactly(whole);
        return whole;
    }
}
