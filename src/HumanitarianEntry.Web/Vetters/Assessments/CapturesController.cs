using System.Security.Cryptography;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>Open sources: what was looked at, kept as it was found (handbook 4e). Bytes are sealed and hashed first; the act then says what they are.</summary>
[Route("vetters/cases/{reference}/captures")]
public sealed class CapturesController(CaseDoor door, CaseFiles files, FileOpenings openings, StaffDirectory staff) : CaseController(door)
{
    /// <summary>Why a capture's file was opened, in the read log.</summary>
    public const string Purpose = "capture-file";

    private const long FormBytes = 1024 * 1024;

    private static readonly HashSet<FileKind> Taken =
        [FileKind.Pdf, FileKind.Jpeg, FileKind.Png, FileKind.Gif, FileKind.WebP, FileKind.Heic, FileKind.Avif, FileKind.Tiff, FileKind.Mp4, FileKind.QuickTime, FileKind.WebM, FileKind.Ogg, FileKind.Mp3, FileKind.Wav, FileKind.Text];

    [HttpGet("")]
    public async Task<IActionResult> Index(string reference)
    {
        if (await OpenAsync(reference, "vetting") is not { } view)
        {
            return NotFound();
        }

        var opened = await openings.OfAsync(view.File.Id, Purpose, HttpContext.RequestAborted);
        var names = await staff.NamesAsync([.. opened.Select(o => o.By).Concat(view.File.Vetting.Captures.Select(c => c.Provenance.By)).Distinct()], HttpContext.RequestAborted);
        return View("Captures", new CapturesPage(view, UrlOf(view), opened, names));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string reference) => await OpenAsync(reference, "vetting") is { } view ? Page(view, new CaptureForm()) : NotFound();

    [HttpPost("new")]
    [ShowsFormAgain]
    [StreamedUpload]
    [RequestSizeLimit(CaseFiles.MaxBytes + FormBytes)]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] CaptureForm form)
    {
        if (await OpenAsync(reference, "vetting") is not { } view)
        {
            return NotFound();
        }

        // Nothing is stored for a capture that is refused anyway.
        var file = form.HasPromised || form.Received is not null ? await files.OfAsync(HttpContext, ModelState, view.File.Id, form.Received, Taken, NotTaken) : null;
        var typed = file is null ? form : form with { Received = file.FileId };
        return await PerformAsync(view, () => typed.ToAct(file), UrlOf(view) + "/captures", _ => S("The capture is on file."), () => Task.FromResult<IActionResult>(Page(view, typed)));
    }

    /// <summary>The bytes as they were captured, to be saved and never shown inside the browser. They are hashed again first. What is in quarantine is not there for anybody.</summary>
    [HttpGet("{label}/file")]
    public async Task<IActionResult> Download(string reference, string label)
    {
        if (await OpenCaptureAsync(reference, label, Purpose) is not var (view, capture) || FileRules.Standing(view.File.Vetting, capture) == FileStanding.Quarantined
            || await files.OpenAsync(view.File.Id, capture.File.FileId, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(opened.Content, HttpContext.RequestAborted));
        if (hash != capture.File.Sha256)
        {
            await opened.Content.DisposeAsync();
            throw new InvalidDataException($"The file of capture {capture.Label} is not the one that was captured.");
        }

        opened.Content.Position = 0;
        return File(opened.Content, "application/octet-stream", $"{capture.Label}.{Keys.Kebab(opened.Meta.Kind.ToString())}");
    }

    /// <summary>The working copy, to be saved.</summary>
    [HttpGet("{label}/copy/file")]
    public async Task<IActionResult> Copy(string reference, string label) =>
        await OpenCaptureAsync(reference, label, Purpose) is var (view, capture) && FileRules.CopyOf(view.File.Vetting, capture) is { } copy
        && await files.OpenAsync(view.File.Id, copy.FileId, HttpContext.RequestAborted) is { } opened
            ? File(opened.Content, "application/octet-stream", $"{capture.Label}-copy.{copy.Mime}")
            : NotFound();

    /// <summary>The small picture: the only thing of a file that a browser shows, because this program has encoded every pixel of it.</summary>
    [HttpGet("{label}/preview/file")]
    public async Task<IActionResult> Preview(string reference, string label)
    {
        if (await OpenCaptureAsync(reference, label, "vetting") is not var (view, capture) || FileRules.CopyOf(view.File.Vetting, capture) is null
            || FileRules.Of(view.File.Vetting, capture)?.Preview is not { Mime: "jpeg" } preview
            || await files.OpenAsync(view.File.Id, preview.FileId, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        Response.Headers.ContentDisposition = "inline";
        return File(opened.Content, "image/jpeg");
    }

    [HttpPost("{label}/examine")]
    public async Task<IActionResult> Examine(string reference, string label)
    {
        if (await OpenCaptureAsync(reference, label, "vetting") is not var (view, capture))
        {
            return NotFound();
        }

        var page = UrlOf(view) + "/captures";
        return await PerformAsync(view, new ExamineCaptureAgain(capture.Label), page, S("The file is examined again. The result appears here."), () => Task.FromResult<IActionResult>(LocalRedirect(page)));
    }

    private async Task<(CaseView View, SourceCapture Capture)?> OpenCaptureAsync(string reference, string label, string purpose) =>
        await OpenAsync(reference, purpose) is { } view && view.File.Vetting.Captures.Values().FirstOrDefault(c => c.Label.Equals(label, StringComparison.OrdinalIgnoreCase)) is { } capture ? (view, capture) : null;

    private static string NotTaken(FileKindRefusedException refused) =>
        S($"The file is {InWords(refused.Check.Found)}, named like {InWords(refused.Check.Declared)}. It was not kept. A capture is a picture, a PDF, a film, a sound or plain text: save pages as one of these.");

    private ViewResult Page(CaseView view, CaptureForm form)
    {
        // What was posted would win over what was received.
        ModelState.Remove("Form.Received");
        return View("Capture", new FormPage<CaptureForm>(view, form, UrlOf(view)));
    }

    private static string UrlOf(CaseView view) => VetterPaths.Case + view.File.Reference;
}

/// <summary>A person's closing word on the open sources.</summary>
[Route("vetters/cases/{reference}/captures/review")]
[RequestFormLimits(ValueLengthLimit = CaseDrafts.MaxBytes)]
public sealed class OpenSourceReviewController(CaseDoor door) : VetterForm<OpenSourceReviewForm>(door)
{
    protected override string FormView => "OpenSourceReview";

    protected override string Done => S("The review of open sources is closed.");

    protected override Act ToAct(OpenSourceReviewForm form) => new CloseOpenSourceReview(form.LookedFor!, form.Found!, form.NotFound!);
}

public sealed record CapturesPage(CaseView Case, string CaseUrl, IReadOnlyList<FileOpening> Openings, IReadOnlyDictionary<Guid, string> Names);

/// <summary>The file of one capture, as the page of captures shows it.</summary>
/// <param name="Url">Address of the capture, without a slash at its end.</param>
public sealed record CaptureFile(VettingFacts Facts, SourceCapture Capture, string Url);
