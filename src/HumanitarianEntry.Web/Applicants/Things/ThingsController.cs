using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Things;

/// <summary>What the person hands in: papers, photographs, links.</summary>
[Route("applicants/things")]
public sealed class ThingsController(OwnDoor door, CaseFiles files, FilePieces pieces) : OwnController(door)
{
    private readonly OwnDoor door = door;

    [HttpGet]
    public async Task<IActionResult> Index() =>
        await OpenAsync("own-things") is { } own ? View(ThingsPage.Of(own, door.Time.GetUtcNow())) : NotFound();

    [HttpGet("new")]
    public Task<IActionResult> New() => ShowAsync(new ThingForm());

    // The whole request stays in memory: the framework would otherwise put large files into a temporary folder in clear.
    [HttpPost, ShowsFormAgain, RefuseLonger(ThingForm.MaxRequest), RequestSizeLimit(ThingForm.MaxRequest)]
    [RequestFormLimits(MultipartBodyLengthLimit = ThingForm.MaxRequest, MemoryBufferThreshold = ThingForm.MaxRequest)]
    public async Task<IActionResult> Create(ThingForm form)
    {
        var file = ModelState.IsValid && !IsDecoy ? await ReceiveAsync(form) : null;
        var answer = await PerformAsync(form.ToAct(file), "/applicants/things", "things.done", () => ShowAsync(form));
        if (answer is RedirectResult or LocalRedirectResult && form.Piece is { } sent && !IsDecoy)
            await DropAsync(sent);
        return answer;
    }

    /// <summary>Stores the file before the act names it. Without consent to keep things nothing is stored; the act then says so.</summary>
    private async Task<EvidenceFile?> ReceiveAsync(ThingForm form)
    {
        bool allowed = await OpenAsync("own-things") is { } own && own.File.IsAllowed(ConsentPurpose.Store, door.Time.GetUtcNow());
        if (!allowed || (form.Piece is null && form.File is not { Length: > 0 }))
            return null;

        try
        {
            if (form.Piece is { } piece)
                return await FinishAsync(piece, form.Whole ?? string.Empty);

            var upload = form.File!;
            await using var content = upload.OpenReadStream();
            return await files.ReceiveAsync(CaseId, content, upload.FileName, HttpContext.RequestAborted);
        }
        catch (Exception refused) when (refused is FileTooLargeException or FileKindRefusedException or StorageFullException or StoreBusyException)
        {
            ModelState.AddModelError(nameof(form.File), ThingForm.WordsOf(refused, Words));
            return null;
        }
    }

    private async Task<EvidenceFile?> FinishAsync(Guid piece, string whole)
    {
        var file = await pieces.FinishAsync(CaseId, piece, whole, HttpContext.RequestAborted);
        if (file is null)
        {
            // What was posted would come back into the hidden fields, for an upload that is not there.
            ModelState.Remove(nameof(ThingForm.Piece));
            ModelState.AddModelError(nameof(ThingForm.File), Words["things.pieces.again"]);
        }

        return file;
    }

    private async Task DropAsync(Guid sent)
    {
        try
        {
            await pieces.DropAsync(CaseId, sent, CancellationToken.None);
        }
        catch (Exception later) when (later is StoreBusyException or StorageFullException)
        {
            // The thing is on file; what is left of its pieces is swept away.
        }
    }

    private async Task<IActionResult> ShowAsync(ThingForm form) => await OpenAsync("own-things") is { } own
        ? View("New", form with { MayHandIn = ThingsPage.Of(own, door.Time.GetUtcNow()).MayHandIn })
        : NotFound();
}
