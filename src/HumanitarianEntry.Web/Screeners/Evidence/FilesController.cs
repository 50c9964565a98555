using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>What was derived from an item's file: the working copy, its small picture, and the wish for another examination.</summary>
[Route("screeners/cases/{reference}/evidence/{label}")]
public sealed class FilesController(CaseDoor door, CaseFiles files) : CaseController(door)
{
    /// <summary>The working copy, to be saved.</summary>
    [HttpGet("copy/file")]
    public async Task<IActionResult> Copy(string reference, string label) =>
        await OpenItemAsync(reference, label, "download") is { } page && FileRules.CopyOf(page.Case.File.Evidence, page.Item) is { } copy
        && await files.OpenAsync(page.Case.File.Id, copy.FileId, HttpContext.RequestAborted) is { } opened
            ? File(opened.Content, "application/octet-stream", $"{page.Item.Label}-copy.{copy.Mime}")
            : NotFound();

    /// <summary>The small picture: the only thing of a file that a browser shows, because this program has encoded every pixel of it.</summary>
    [HttpGet("preview/file")]
    public async Task<IActionResult> Preview(string reference, string label)
    {
        if (await OpenItemAsync(reference, label, "evidence") is not { } page || FileRules.CopyOf(page.Case.File.Evidence, page.Item) is null
            || FileRules.Of(page.Case.File.Evidence, page.Item)?.Preview is not { Mime: "jpeg" } preview
            || await files.OpenAsync(page.Case.File.Id, preview.FileId, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        Response.Headers.ContentDisposition = "inline";
        return File(opened.Content, "image/jpeg");
    }

    [HttpPost("examine")]
    public async Task<IActionResult> Examine(string reference, string label)
    {
        if (await OpenItemAsync(reference, label, "evidence") is not { } page)
        {
            return NotFound();
        }

        return await PerformAsync(page.Case, new ExamineFileAgain(page.Item.Label), page.Url, S("The file is examined again. The result appears here."),
            () => Task.FromResult<IActionResult>(View("/Screeners/Evidence/Show.cshtml", page)));
    }

    private async Task<ItemPage?> OpenItemAsync(string reference, string label, string purpose) =>
        await OpenAsync(reference, purpose) is { } view && view.Shown.Contains(Compartment.Evidence) && view.File.Evidence.Find(label.ToUpperInvariant()) is { } item ? new ItemPage(view, item) : null;
}
