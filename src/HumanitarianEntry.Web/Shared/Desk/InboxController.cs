using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <param name="Path">This page; the form that marks all as read posts to it.</param>
/// <param name="CasePath">URL of the case page without the reference.</param>
public sealed record InboxPage(IReadOnlyList<NoticeLine> Notices, string Path, string CasePath);

/// <summary>What the person was told in the role of this audience, newest first, and one button that marks all as read.</summary>
public abstract class InboxController(Inbox inbox, Worklists worklists, InsideTexts texts) : Controller
{
    protected abstract Role ReaderRole { get; }

    protected abstract string AudiencePath { get; }

    private Actor Reader => Person.Of(User).As(ReaderRole);

    protected async Task<IActionResult> ListAsync()
    {
        var work = (await worklists.MineAsync(Reader, HttpContext.RequestAborted)).ToDictionary(w => w.Reference, StringComparer.Ordinal);
        var notices = await inbox.ReadAsync(Reader, HttpContext.RequestAborted);
        return View("/Shared/Desk/Inbox.cshtml", new InboxPage([.. notices.Select(n => NoticeWords.Of(n, texts, work))], AudiencePath + "/inbox", AudiencePath + "/cases/"));
    }

    protected async Task<IActionResult> MarkAsync()
    {
        await inbox.MarkReadAsync(Reader, HttpContext.RequestAborted);
        return LocalRedirect(AudiencePath + "/inbox");
    }
}
