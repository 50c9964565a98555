using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Things;

/// <summary>
/// Takes a file in small pieces from a page whose script is on, so that a lost line or a page loaded again costs one piece and not all. Called by things.js only: answers are small JSON, refusals carry
/// the sentence that the page shows. Without the script the form itself sends the file.
/// </summary>
[Route("applicants/things/pieces")]
public sealed class PiecesController(OwnDoor door, FilePieces pieces) : OwnController(door)
{
    private readonly OwnDoor door = door;

    /// <summary>Begins, or says how far the same file has come.</summary>
    [HttpPost, NeverKept]
    public async Task<IActionResult> Begin([FromForm] BeginForm form)
    {
        if (!ModelState.IsValid)
            return Refuse(StatusCodes.Status400BadRequest, "error.form");
        if (form.Size == 0)
            return Refuse(StatusCodes.Status422UnprocessableEntity, "things.file.empty");
        if (await OpenAsync("own-things") is not { } own || !own.File.IsAllowed(ConsentPurpose.Store, door.Time.GetUtcNow()))
            return Refuse(StatusCodes.Status422UnprocessableEntity, "things.permission");
        try
        {
            return Answer(await pieces.BeginAsync(CaseId, form.Name!, form.Size!.Value, form.Fingerprint!, HttpContext.RequestAborted));
        }
        catch (FileTooLargeException)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, Words["things.file.large", ("n", ThingForm.MaxPieced)]);
        }
        catch (Exception refused) when (refused is TooManyUploadsException or StorageFullException)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, ThingForm.KeyOf(refused));
        }
        catch (StoreBusyException busy)
        {
            return RefuseNow(busy);
        }
    }

    /// <summary>The piece that begins at this byte. The answer says where to go on, also when this piece was not the next one.</summary>
    [HttpPost("{id:guid}"), NeverKept, RefuseLonger(FilePieces.PieceBytes), RequestSizeLimit(FilePieces.PieceBytes)]
    public async Task<IActionResult> Add(Guid id, [FromQuery] long offset)
    {
        using var piece = new MemoryStream();
        await Request.Body.CopyToAsync(piece, HttpContext.RequestAborted);
        try
        {
            return await pieces.AddAsync(CaseId, id, offset, piece.GetBuffer().AsMemory(0, (int)piece.Length), HttpContext.RequestAborted) is { } here
                ? Answer(here)
                : Refuse(StatusCodes.Status404NotFound, "things.pieces.again");
        }
        catch (Exception refused) when (refused is FileKindRefusedException or StorageFullException)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, ThingForm.WordsOf(refused, Words));
        }
        catch (StoreBusyException busy)
        {
            return RefuseNow(busy);
        }
    }

    private JsonResult Answer(PiecedFile file) => Json(new { id = file.Id, offset = file.Offset, piece = FilePieces.PieceBytes });

    /// <summary>The page tries again by itself.</summary>
    private JsonResult RefuseNow(StoreBusyException busy) => Refuse(StatusCodes.Status503ServiceUnavailable, ThingForm.KeyOf(busy));

    private JsonResult Refuse(int status, string keyOrWords) => new(new { words = Words.OrNull(keyOrWords) ?? keyOrWords }) { StatusCode = status };
}
