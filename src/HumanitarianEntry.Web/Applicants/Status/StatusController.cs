using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Notices.Labelling;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Status;

[Route("applicants")]
public sealed class StatusController(OwnDoor door, Labels labels, InsideTexts news) : OwnController(door)
{
    private readonly OwnDoor door = door;

    [HttpGet]
    public async Task<IActionResult> Index() =>
        await OpenAsync("own-status") is { } own ? View(StatusPage.Of(own, Words.Language, labels, news, DateOnly.FromDateTime(door.Time.GetUtcNow().UtcDateTime))) : NotFound();
}
