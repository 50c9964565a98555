using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Desk;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Desk;

/// <summary>What the person was told in any of the roles here.</summary>
[Route("vetters/inbox")]
public sealed class InboxController(Inbox inbox, Worklists worklists, InsideTexts texts) : Controller
{
    private const string Path = "/vetters/inbox";

    private IEnumerable<Domain.Cases.Actor> Readers
    {
        get
        {
            var person = Person.Of(User);
            return HttpContext.Audience().Roles.Select(Keys.Role).Where(person.Roles.Contains).Select(person.As);
        }
    }

    [HttpGet(""), Nav("Inbox", Order = 2, Inbox = true)]
    public async Task<IActionResult> Index()
    {
        var lines = new List<NoticeLine>();
        foreach (var reader in Readers)
        {
            var work = (await worklists.MineAsync(reader, HttpContext.RequestAborted)).ToDictionary(w => w.Reference, StringComparer.Ordinal);
            lines.AddRange((await inbox.ReadAsync(reader, HttpContext.RequestAborted)).Select(n => NoticeWords.Of(n, texts, work)));
        }

        return View("/Shared/Desk/Inbox.cshtml", new InboxPage([.. lines.OrderByDescending(l => l.At)], Path, VetterPaths.Case));
    }

    [HttpPost("")]
    public async Task<IActionResult> MarkRead()
    {
        foreach (var reader in Readers)
        {
            await inbox.MarkReadAsync(reader, HttpContext.RequestAborted);
        }

        return LocalRedirect(Path);
    }
}
