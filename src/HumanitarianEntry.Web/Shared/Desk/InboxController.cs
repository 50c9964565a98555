using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <param name="Path">This page; the form that marks all as read posts to it.</param>
/// <param name="CasePath">URL of the case page without the reference.</param>
public sealed record InboxPage(IReadOnlyList<NoticeLine> Notices, string Path, string CasePath)
{
    public const int CasesAPage = 20;

    /// <summary>Counted from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Of how many cases there are notices, on all pages.</summary>
    public int Cases { get; init; }

    public int Unread { get; init; }

    public int Pages => Math.Max(1, (Cases + CasesAPage - 1) / CasesAPage);

    public IReadOnlyList<NoticeLine> New => [.. Notices.Where(n => n.IsUnread)];

    public IReadOnlyList<NoticeLine> Read => [.. Notices.Where(n => !n.IsUnread)];
}

/// <summary>What the person was told in the roles of this audience, newest first, and one button that marks all as read.</summary>
public abstract class InboxController(Inbox inbox, Worklists worklists, InsideTexts texts) : Controller
{
    private string Home => "/" + HttpContext.Audience().Path;

    private IEnumerable<Actor> Readers
    {
        get
        {
            var person = Person.Of(User);
            return HttpContext.Audience().Roles.Select(Keys.Role).Where(person.Roles.Contains).Select(person.As);
        }
    }

    [HttpGet(""), Nav("Inbox", Order = 2, Inbox = true)]
    public async Task<IActionResult> Index(int page = 1)
    {
        var readers = Readers.ToList();
        page = Math.Clamp(page, 1, 10_000);
        var told = await inbox.ReadCasesAsync(readers, page, InboxPage.CasesAPage, HttpContext.RequestAborted);
        var (lines, unread) = (new List<NoticeLine>(), 0);
        foreach (var reader in readers)
        {
            var work = (await worklists.MineAsync(reader, HttpContext.RequestAborted)).ToDictionary(w => w.Reference, StringComparer.Ordinal);
            lines.AddRange(told.Notices.Where(n => n.Audience == Keys.Of(reader.Role)).Select(n => NoticeWords.Of(n, texts, work)));
            unread += await inbox.UnreadAsync(reader, HttpContext.RequestAborted);
        }

        return View("/Shared/Desk/Inbox.cshtml", new InboxPage([.. lines.OrderByDescending(l => l.At)], Home + "/inbox", Home + "/cases/") { Number = page, Cases = told.Cases, Unread = unread });
    }

    [HttpPost("")]
    public async Task<IActionResult> MarkRead()
    {
        foreach (var reader in Readers)
        {
            await inbox.MarkReadAsync(reader, HttpContext.RequestAborted);
        }

        return LocalRedirect(Home + "/inbox");
    }
}
