using System.Globalization;
using System.Text;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Reading;

namespace HumanitarianEntry.Casework.Translations;

/// <summary>Takes the text out of a working copy, so that whoever orders a translation need not type it. He reads and cuts it before it goes to anybody.</summary>
public sealed class SourceText(CaseFiles files, IPdfTextReader reader)
{
    private const long LargestFile = 20L * 1024 * 1024;

    /// <param name="from">First page, from 1; pages are those of PDFs only.</param>
    /// <param name="to">Last page.</param>
    /// <returns>Null where the copy holds no text that can be taken: it is typed in, or read from the picture.</returns>
    public async Task<string?> OfAsync(Guid caseId, WorkingCopy copy, int from, int to, CancellationToken cancellationToken)
    {
        if (copy.Mime is not ("text" or "pdf") || copy.Size > LargestFile || await files.OpenAsync(caseId, copy.FileId, cancellationToken) is not { } opened)
        {
            return null;
        }

        using var memory = new MemoryStream();
        await using (var content = opened.Content)
        {
            await content.CopyToAsync(memory, cancellationToken);
        }

        var text = copy.Mime == "text" ? Encoding.UTF8.GetString(memory.ToArray()) : await PagesAsync(memory.ToArray(), from, to, cancellationToken);
        return string.IsNullOrWhiteSpace(text) ? null : OrderTranslation.Lines(text[..Math.Min(text.Length, TranslationRules.MaxText)].Replace("\0", string.Empty, StringComparison.Ordinal));
    }

    /// <summary>"3" or "2-4" as typed; all pages where it is neither.</summary>
    public static (int From, int To) PagesOf(string? typed)
    {
        var parts = (typed ?? string.Empty).Split(['-', '–'], StringSplitOptions.TrimEntries);
        var read = parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 10_000 ? n : (int?)null).ToArray();
        return read switch
        {
            [{ } one] => (one, one),
            [{ } first, { } last] when first <= last => (first, last),
            _ => (1, int.MaxValue),
        };
    }

    private async Task<string?> PagesAsync(byte[] pdf, int from, int to, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadAsync(pdf, cancellationToken) is { } pages ? string.Join("\n\n", pages.Skip(from - 1).Take(to - from + 1)) : null;
        }
        catch (Exception unread) when (unread is PdfReaderException or PdfBrokenException)
        {
            return null;
        }
    }
}
