using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.SecondLook;

/// <summary>The person asks that our answer be looked at again by somebody else (handbook G6). Title, address and words do not say what the answer was: who reads it over his shoulder learns nothing.</summary>
[Route("applicants/second-look")]
public sealed class SecondLookController(OwnDoor door, Inbox inbox, OwnReviews reviews) : OwnController(door)
{
    public const string Here = "/applicants/second-look";
    private const string Purpose = "own-second-look";

    /// <summary>Cases in which there can be an answer to look at again; in all others nothing has to be opened to know that.</summary>
    public static bool MayBeOffered(OwnCase own) => own.File.Position.Finished || own.File.Position.Open.Any(o => o.Gate == Gate.Closure);

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var page = await ShowAsync(new SecondLookForm());
        if (!IsDecoy)
            await inbox.MarkReadAsync(Self, DecideReview.Decided, HttpContext.RequestAborted);
        return page;
    }

    [HttpPost, ShowsFormAgain]
    public Task<IActionResult> Create(SecondLookForm form) => PerformAsync(form.ToAct(), Here, "secondlook.sent", () => ShowAsync(form));

    private async Task<IActionResult> ShowAsync(SecondLookForm form)
    {
        if (await OpenAsync(Purpose) is not { } own)
            return NotFound();
        var review = IsDecoy ? OwnReview.None : await reviews.ReadAsync(CaseId, Purpose, HttpContext.RequestAborted);
        return review is null ? NotFound() : View("Index", new SecondLookPage(review, form.Words, own.Zone));
    }
}
