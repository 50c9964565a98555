using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Mails;

/// <summary>The mails that the demonstration dropped. In a real installation there is no such page.</summary>
public sealed class MailsController(MailSettings mail, ShellSettings shell) : Controller
{
    private const int Most = 100;

    [HttpGet(Paths.Mails)]
    public async Task<IActionResult> Index()
    {
        if (!shell.Demo || mail is not { Mode: MailMode.Folder, Folder: { } folder })
        {
            return NotFound();
        }

        var mails = new List<DroppedMail>();
        var files = Directory.Exists(folder) ? new DirectoryInfo(folder).GetFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(Most) : [];
        foreach (var file in files)
        {
            mails.Add(DroppedMail.Parse(await System.IO.File.ReadAllTextAsync(file.FullName, HttpContext.RequestAborted)));
        }

        return View(mails);
    }
}
