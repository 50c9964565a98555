using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>Takes evidence in and hands files out. The bytes are sealed and hashed first; the act then says what they are.</summary>
[Route("screeners/cases/{reference}/evidence")]
public sealed class EvidenceController(CaseDoor door, CaseFiles files) : CaseController(door)
{
    /// <summary>The fields beside the file.</summary>
    private const long FormBytes = 1024 * 1024;

    [HttpGet("new")]
    public async Task<IActionResult> New(string reference) => await OpenEvidenceAsync(reference, "evidence") is { } view ? Page(view, new EvidenceForm()) : NotFound();

    [HttpPost("new")]
    [ShowsFormAgain]
    [StreamedUpload]
    [RequestSizeLimit(CaseFiles.MaxBytes + FormBytes)]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] EvidenceForm form)
    {
        if (await OpenEvidenceAsync(reference, "evidence") is not { } view)
        {
            return NotFound();
        }

        var file = await files.OfAsync(HttpContext, ModelState, view.File.Id, form.Received, null, NotTaken);
        var typed = file is null ? form : form with { Received = file.FileId };
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page(view, typed);
        }

        return await PerformAsync(view, form.ToAct(file), ScreenerPaths.Case + view.File.Reference + "/evidence", file is null ? S("The evidence is on file. Grade it next.") : S($"The evidence is on file. Receipt: the file has the SHA-256 {file.Sha256}. Grade it next."), () => Task.FromResult<IActionResult>(Page(view, typed)));
    }

    /// <summary>The original as it came in, to be saved and never shown inside the browser. What is in quarantine is not there for anybody.</summary>
    [HttpGet("{label}/file")]
    public async Task<IActionResult> Download(string reference, string label)
    {
        if (label.Length > 8 || await OpenEvidenceAsync(reference, CustodyRecord.PurposeOf(label, OpenedPart.File)) is not { } view || view.File.Evidence.Find(label.ToUpperInvariant()) is not { File: { } stored } item
            || FileRules.IsQuarantined(view.File.Evidence, item)
            || await files.OpenAsync(view.File.Id, stored.FileId, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        return File(opened.Content, "application/octet-stream", $"{item.Label}.{Keys.Kebab(opened.Meta.Kind.ToString())}");
    }

    private async Task<CaseView?> OpenEvidenceAsync(string reference, string purpose) =>
        await OpenAsync(reference, purpose) is { } view && view.Shown.Contains(Compartment.Evidence) ? view : null;

    private static string NotTaken(FileKindRefusedException refused) =>
        S($"The file is named like {InWords(refused.Check.Declared)} but is {InWords(refused.Check.Found)}, or of a kind that can carry programs. It was not kept. Ask for a photo, PDF, sound or film instead.");

    private ViewResult Page(CaseView view, EvidenceForm form)
    {
        // What was posted would win over what was received.
        ModelState.Remove("Form.Received");
        return View("New", new FormPage<EvidenceForm>(view, form, ScreenerPaths.Case + view.File.Reference));
    }
}
