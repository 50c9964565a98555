using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Notices.Labelling;
using HumanitarianEntry.Web.Applicants.SecondLook;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Status;

[Route("applicants")]
public sealed class StatusController(OwnDoor door, Labels labels, InsideTexts news, OwnReviews reviews) : OwnController(door)
{
    private readonly OwnDoor door = door;

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        if (await OpenAsync("own-status") is not { } own)
        {
            return NotFound();
        }

        var review = !IsDecoy && SecondLookController.MayBeOffered(own) ? await reviews.ReadAsync(CaseId, "own-status", HttpContext.RequestAborted) : null;
        return View(StatusPage.Of(own, review ?? OwnReview.None, Words.Language, labels, news, DateOnly.FromDateTime(door.Time.GetUtcNow().UtcDateTime)));
    }
}
