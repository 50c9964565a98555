using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>One page as a browser or an extension saved it. Address and time stand in a note of the program that saved it, where it wrote one.</summary>
internal static partial class SavedPage
{
    /// <summary>Notes stand at the beginning, before any long content.</summary>
    private const int Beginning = 16 * 1024;

    public static void Read(byte[] content, CaptureFindings findings)
    {
        var (page, isGuessed) = PageLetters.Read(content, null);
        if (isGuessed)
        {
            findings.Faults.Add(CaptureFaultKind.LettersGuessed, string.Empty);
        }

        var start = page[..Math.Min(page.Length, Beginning)];
        var text = PageText.Of(page, CaptureFindings.LongestPage);
        var (single, browser) = (SingleFile().Match(start), Browser().Match(start));
        var url = single.Success ? single.Groups["url"].Value : browser.Success ? browser.Groups["url"].Value : text.OwnAddress;
        findings.Software = single.Success ? "SingleFile" : null;
        findings.AddTrait("Saved", single.Groups["date"].Value);
        findings.AddTrait("Address in the page", text.OwnAddress);
        var about = new CapturedPage(
            url is not null && WebAddresses.IsOfWeb(url) ? PageText.OnOneLine(url, 2_000) : null, text.Title, SavedAt(single.Groups["date"].Value), null, "text/html", Convert.ToHexStringLower(SHA256.HashData(content)));
        findings.Pages.Add(new FoundPage(about, text.Text, text.IsCut));
    }

    /// <summary>As browsers write a moment: "Tue Mar 03 2026 12:00:00 GMT+0500 (…)".</summary>
    private static DateTimeOffset? SavedAt(string written) =>
        Moment().Match(written) is { Success: true } match
        && DateTimeOffset.TryParseExact(
            $"{match.Groups["day"].Value} {match.Groups["zone"].Value.Insert(3, ":")}", "MMM dd yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at.ToUniversalTime() : null;

    [GeneratedRegex(@"Page saved with SingleFile\s{1,20}url:\s{1,20}(?<url>\S{1,2000})\s{1,20}saved date:\s{1,20}(?<date>[^\r\n]{1,200})", RegexOptions.CultureInvariant)]
    private static partial Regex SingleFile();

    [GeneratedRegex(@"<!-- saved from url=\(\d{4}\)(?<url>\S{1,2000}) -->", RegexOptions.CultureInvariant)]
    private static partial Regex Browser();

    [GeneratedRegex(@"^\w{3} (?<day>\w{3} \d{2} \d{4} \d{2}:\d{2}:\d{2}) GMT(?<zone>[+-]\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
