using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Story;

/// <summary>The person's own account in his own words; every version is kept, the newest counts.</summary>
[Route("applicants/story")]
public sealed class StoryController(OwnDoor door) : OwnController(door)
{
    [HttpGet]
    public async Task<IActionResult> Index() =>
        await OpenAsync("own-story") is { } own ? View(StoryForm.Of(own.File.Interview, Words.Language)) : NotFound();

    [HttpPost, ShowsFormAgain]
    public Task<IActionResult> Create(StoryForm form) =>
        PerformAsync(form.ToAct(), "/applicants/story", form.IsSigned ? "story.signed" : "story.saved", () => ShowAgainAsync(form));

    private async Task<IActionResult> ShowAgainAsync(StoryForm form) =>
        await OpenAsync("own-story") is { } own ? View("Index", form with { Last = StoryForm.Of(own.File.Interview, Words.Language).Last }) : NotFound();
}
