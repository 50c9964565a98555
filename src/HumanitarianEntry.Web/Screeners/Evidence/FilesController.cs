using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>What was derived from an item's file: the working copy, its small picture, the wish for another examination, and what somebody saw in it.</summary>
[Route("screeners/cases/{reference}/evidence/{label}")]
public sealed class FilesController(CaseDoor door, CaseFiles files) : CaseController(door)
{
    /// <summary>A label becomes part of the purpose in the read log.</summary>
    private const int LongestLabel = 8;

    /// <summary>The working copy, to be saved.</summary>
    [HttpGet("copy/file")]
    public async Task<IActionResult> Copy(string reference, string label) =>
        await OpenItemAsync(reference, label, CustodyRecord.PurposeOf(label, OpenedPart.Copy)) is var (view, item) && FileRules.CopyOf(view.File.Evidence, item) is { } copy
        && await files.OpenAsync(view.File.Id, copy.FileId, HttpContext.RequestAborted) is { } opened
            ? File(opened.Content, "application/octet-stream", $"{item.Label}-copy.{copy.Mime}")
            : NotFound();

    /// <summary>The small picture: the only thing of a file that a browser shows, because this program has encoded every pixel of it.</summary>
    [HttpGet("preview/file")]
    public async Task<IActionResult> Preview(string reference, string label)
    {
        if (await OpenItemAsync(reference, label, CustodyRecord.PurposeOf(label, OpenedPart.Preview)) is not var (view, item) || FileRules.CopyOf(view.File.Evidence, item) is null
            || FileRules.Of(view.File.Evidence, item)?.Preview is not { Mime: "jpeg" } preview
            || await files.OpenAsync(view.File.Id, preview.FileId, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        Response.Headers.ContentDisposition = "inline";
        return File(opened.Content, "image/jpeg");
    }

    [HttpPost("examine")]
    public async Task<IActionResult> Examine(string reference, string label) =>
        await OpenItemAsync(reference, label, "evidence") is var (view, item)
            ? await PerformAsync(view, item, new ExamineFileAgain(item.Label), S("The file is examined again. The result appears here."))
            : NotFound();

    [HttpPost("graphic")]
    public async Task<IActionResult> Graphic(string reference, string label, [FromForm] bool? graphic) =>
        graphic is not { } seen ? BadRequest()
        : await OpenItemAsync(reference, label, "evidence") is var (view, item) ? await PerformAsync(view, item, new MarkGraphic(item.Label, seen), S("What you saw is on file."))
        : NotFound();

    private Task<IActionResult> PerformAsync(CaseView view, EvidenceItem item, Act act, string done)
    {
        var page = $"{ScreenerPaths.Case}{view.File.Reference}/evidence/{item.Label.ToLowerInvariant()}";
        return PerformAsync(view, act, page, done, () =>
        {
            // These are buttons of the item's page, without a form to come back to: what stood against it is said there.
            TempData[DoneMessage] = string.Join(' ', ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage));
            return Task.FromResult<IActionResult>(LocalRedirect(page));
        });
    }

    private async Task<(CaseView View, EvidenceItem Item)?> OpenItemAsync(string reference, string label, string purpose) =>
        label.Length <= LongestLabel && await OpenAsync(reference, purpose) is { } view && view.Shown.Contains(Compartment.Evidence) && view.File.Evidence.Find(label.ToUpperInvariant()) is { } item ? (view, item) : null;
}
