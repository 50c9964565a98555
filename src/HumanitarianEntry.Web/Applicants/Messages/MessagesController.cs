using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Applicants.Messages;

[Route("applicants/messages")]
public sealed class MessagesController(OwnDoor door, Inbox inbox, InsideTexts news) : OwnController(door)
{
    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var page = await ShowAsync(new MessageForm());
        if (!IsDecoy)
            await inbox.MarkReadAsync(Self, HttpContext.RequestAborted);
        return page;
    }

    [HttpPost, ShowsFormAgain]
    public Task<IActionResult> Create(MessageForm form) =>
        PerformAsync(new SendMessage(form.Text ?? ""), "/applicants/messages", "messages.sent", () => ShowAsync(form));

    private async Task<IActionResult> ShowAsync(MessageForm form) =>
        await OpenAsync("own-messages") is { } own ? View("Index", MessagesPage.Of(own, form, Words.Language, news)) : NotFound();
}
