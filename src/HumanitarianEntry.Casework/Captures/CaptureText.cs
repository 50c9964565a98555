using System.Globalization;
using System.Text;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>The working copy of a capture: address, time, status, title and readable text of its pages, as plain text. It travels in place of the original.</summary>
internal static class CaptureText
{
    public const string Tool = "HumanitarianEntry text of pages 1";
    public const string Parameters = "readable text only; no scripts, hidden parts, links, forms; addresses without parameters that identify who looked";

    public static byte[] Write(WebCapture capture, IReadOnlyList<FoundPage> pages)
    {
        var text = new StringBuilder();
        text.Append("TEXT OF A CAPTURED WEB PAGE\nMade from the file without opening a connection. Not part of the page: these lines, and the lines above each page.\n");
        text.Append(CultureInfo.InvariantCulture, $"Pages: {capture.PageCount}{(capture.PageCount > pages.Count ? $", of which {pages.Count} here" : string.Empty)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Hashes in the file: {capture.HashesThatHold} hold, {capture.Faults.Count(f => f.Kind == CaptureFaultKind.HashDiffers)} do not; other faults: {capture.FaultCount - capture.Faults.Count(f => f.Kind == CaptureFaultKind.HashDiffers)}\n");
        foreach (var page in pages)
        {
            Write(text, page);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, FoundPage page)
    {
        var about = page.About;
        var (address, leftOut) = about.Url is { } url ? WebAddresses.Plain(url) : ("not in the file", 0);
        text.Append("\n----------------------------------------\n");
        text.Append(CultureInfo.InvariantCulture, $"Address: {address}\n");
        if (leftOut > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Parts of the address left out, which may identify who looked: {leftOut}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Captured: {(about.At is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC" : "not in the file")}\n");
        if (about.Status is { } status)
        {
            text.Append(CultureInfo.InvariantCulture, $"Status: {status}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Title: {about.Title ?? "none"}\n");
        text.Append(CultureInfo.InvariantCulture, $"SHA-256 of the page as captured: {about.Sha256}\n");
        text.Append("----------------------------------------\n");
        text.Append(page.Text).Append('\n');
        if (page.IsCut)
        {
            text.Append("[The page goes on; the rest is in the original only.]\n");
        }
    }
}
