using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Captures;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Dossiers.WorkingCopies;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>What an examination found, and what is not kept with it.</summary>
/// <param name="Gray">Gray values of a picture, by which it can be found again; empty for every other file.</param>
public sealed record ExaminedFile(FileExamination Found, ReadOnlyMemory<byte> Gray);

/// <summary>Looks into one file: scans it, reads what it tells of its making, and stores a copy that does not tell it. The original is only read.</summary>
public sealed class FileExaminer(CaseFiles files, ClamdClient scanner, ExaminationOptions options, TimeProvider time, ILogger<FileExaminer> log)
{
    /// <summary>Larger pictures, PDFs and documents are not cleaned: they are held in memory for it.</summary>
    private const long MostInMemory = 64L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="label">Of the evidence item or the capture that the file belongs to.</param>
    /// <exception cref="FileMissingException">The file is not in the store, or is another one.</exception>
    public async Task<ExaminedFile> ExamineAsync(Guid caseId, string label, EvidenceFile file, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(caseId, file.FileId, cancellationToken) ?? throw new FileMissingException();
        await using var content = opened.Content;
        if (opened.Meta.Sha256 != file.Sha256)
        {
            throw new FileMissingException();
        }

        var scan = await scanner.ScanAsync(content, opened.Size, cancellationToken);
        var examination = new FileExamination(label, file.FileId, file.Sha256, scan.Verdict)
        {
            Reason = scan.Reason,
            Malware = scan.Malware,
            Scanner = scan.Scanner,
            IsLetThrough = scan.Verdict == ScanVerdict.NotScanned && options.LetsUnscannedThrough,
        };

        // Nothing of ours opens a file that may be malware.
        return examination.Verdict == ScanVerdict.Clean || examination.IsLetThrough ? await CopyAsync(caseId, examination, content, opened.Meta.Kind, cancellationToken) : new ExaminedFile(examination, default);
    }

    internal static NoCopyReason ReasonOf(string word) => Enum.GetValues<NoCopyReason>().Cast<NoCopyReason?>().FirstOrDefault(r => Keys.Kebab(r.ToString()!) == word) ?? NoCopyReason.ToolFailed;

    private async Task<ExaminedFile> CopyAsync(Guid caseId, FileExamination examination, Stream content, FileKind kind, CancellationToken cancellationToken)
    {
        await using var made = await MakeAsync(content, kind, cancellationToken);
        if (made.Copy.Content is not { } copy)
        {
            return new ExaminedFile(examination with { NoCopy = made.Copy.Reason, Traits = made.Copy.Traits, Capture = made.Copy.Capture }, default);
        }

        var found = examination with
        {
            Traits = made.Copy.Traits,
            Capture = made.Copy.Capture,
            Copy = await StoreAsync(caseId, examination, copy, made.Copy, cancellationToken),
            Preview = made.Copy.Preview is { } preview ? await StoreAsync(caseId, examination, preview, made.Copy, cancellationToken) : null,
        };
        return new ExaminedFile(found, made.Copy.Gray);
    }

    private async Task<WorkingCopy> StoreAsync(Guid caseId, FileExamination examination, Stream content, CleanCopy made, CancellationToken cancellationToken)
    {
        var stored = await files.ReceiveAsync(caseId, content, "working-copy", cancellationToken);
        return new WorkingCopy(stored.FileId, stored.Sha256, stored.Size, stored.Mime, examination.FileId, examination.Sha256, made.Tool, made.Parameters, time.GetUtcNow());
    }

    private async Task<MadeFile> MakeAsync(Stream content, FileKind kind, CancellationToken cancellationToken)
    {
        if (content.Length == 0)
        {
            return new MadeFile(CleanCopy.None(NoCopyReason.Empty));
        }

        content.Position = 0;
        using var worker = new CopyWorker();
        return new MadeFile(await GuardAsync(kind, async () => kind switch
        {
            FileKind.Text => CleanCopy.Of(content, "none", "plain text, as it is", []),
            FileKind.Mp4 or FileKind.QuickTime => await MovieCleaner.CleanAsync(content, cancellationToken),
            FileKind.Docx => await new DocxCleaner(worker, Patience).CleanAsync(await InMemoryAsync(content, cancellationToken), cancellationToken),
            FileKind.Ogg => OggCleaner.Clean((await InMemoryAsync(content, cancellationToken)).ToArray()),
            FileKind.Mp3 => Mp3Cleaner.Clean((await InMemoryAsync(content, cancellationToken)).ToArray()),
            FileKind.Jpeg or FileKind.Png or FileKind.WebP or FileKind.Heic or FileKind.Avif or FileKind.Tiff or FileKind.Gif or FileKind.Pdf => await AskAsync(worker, kind, await InMemoryAsync(content, cancellationToken), cancellationToken),
            FileKind.Html or FileKind.Warc or FileKind.Wacz or FileKind.Zip => await CaptureReader.ReadAsync(content, kind, cancellationToken),
            FileKind.Unknown or FileKind.WebM or FileKind.Wav or FileKind.Xlsx or FileKind.OpenDocument or FileKind.OldOffice or FileKind.Rtf or FileKind.Rar or FileKind.SevenZip or FileKind.Svg or FileKind.Xml or FileKind.Program => CleanCopy.None(NoCopyReason.KindNotCleaned),
        }, cancellationToken));
    }

    /// <summary>Whatever a copier meets, it costs the copy and never what the scanner found. Only what the store itself says of the original goes on.</summary>
    internal async Task<CleanCopy> GuardAsync(FileKind kind, Func<Task<CleanCopy>> make, CancellationToken cancellationToken)
    {
        try
        {
            return await make();
        }
        catch (NotCleanedException refused)
        {
            return CleanCopy.None(refused.Reason);
        }
        catch (DossierRenderException)
        {
            return CleanCopy.None(NoCopyReason.ToolMissing);
        }
        catch (Exception unexpected) when (unexpected is not (StoredFileMissingException or StoredFileBrokenException) && !cancellationToken.IsCancellationRequested)
        {
            // The message may hold content; the type does not.
            log.LogError("The working copy of a {Kind} file failed ({Failure})", kind, unexpected.GetType().Name);
            return CleanCopy.None(NoCopyReason.ToolFailed);
        }
    }

    private static async Task<CleanCopy> AskAsync(CopyWorker worker, FileKind kind, MemoryStream content, CancellationToken cancellationToken)
    {
        var word = kind switch { FileKind.WebP => "webp", _ => kind.ToString().ToLowerInvariant() };
        var made = await worker.MakeAsync(word, content.GetBuffer().AsMemory(0, (int)content.Length), Patience, cancellationToken);
        var traits = made.Traits.Select(t => PlainWords.Of(t.Name, t.Value));
        return made.Reason is { } reason
            ? CleanCopy.None(ReasonOf(reason), traits)
            : CleanCopy.Of(new MemoryStream(made.Copy, writable: false), made.Tool, made.Parameters, traits) with
            {
                Preview = made.Preview.Length > 0 ? new MemoryStream(made.Preview, writable: false) : null,
                Gray = made.Gray,
            };
    }

    /// <exception cref="NotCleanedException">It is too large for that.</exception>
    private static async Task<MemoryStream> InMemoryAsync(Stream content, CancellationToken cancellationToken)
    {
        if (content.Length > MostInMemory)
        {
            throw new NotCleanedException(NoCopyReason.TooLarge);
        }

        var memory = new MemoryStream((int)content.Length);
        await content.CopyToAsync(memory, cancellationToken);
        memory.Position = 0;
        return memory;
    }

    /// <summary>What was made, with the streams it is read from.</summary>
    private sealed record MadeFile(CleanCopy Copy) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (Copy.Preview is { } preview)
            {
                await preview.DisposeAsync();
            }
        }
    }
}

/// <summary>An item names a file that is not in the store, or another one lies in its place.</summary>
public sealed class FileMissingException() : IOException("The file of the item is not in the store.");
