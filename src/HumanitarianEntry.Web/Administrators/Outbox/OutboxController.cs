using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Outbox;

/// <param name="Trouble">Null while mail goes out.</param>
public sealed record OutboxPage(OutboxState State, MailTrouble? Trouble, MailSettings Mail, bool MayReadMails)
{
    public string WayOut => Mail.Mode switch
    {
        MailMode.Off => S("Switched off: no mail leaves. People see news only inside."),
        MailMode.Folder => S("Dropped as files into a folder."),
        MailMode.Smtp => S($"Relay {Mail.Relay!.Host}, port {Mail.Relay.Port}, {InWords(Mail.Relay.Encryption)}."),
    };
}

/// <summary>Work that waits or failed. No case is named: an administrator mends the machine, not the case.</summary>
public sealed class OutboxController(InstallationDesk desk, MailSettings mail, ShellSettings shell) : Controller
{
    [HttpGet(Paths.Outbox), Nav("Outbox", Order = 4)]
    public async Task<IActionResult> Index() => View(new OutboxPage(
        await desk.OutboxAsync(HttpContext.RequestAborted), await desk.MailTroubleAsync(HttpContext.RequestAborted), mail, shell.Demo && mail.Mode == MailMode.Folder));

    [HttpPost(Paths.Outbox + "/mails/retry")]
    public async Task<IActionResult> RetryMails()
    {
        int due = await desk.RetryMailsAsync(Person.Of(User).Id, HttpContext.RequestAborted);
        TempData[Paths.DoneMessage] = due == 0 ? S("Nothing to do: no mail waits, or it is being tried at this moment.") : S($"{due} mails are tried again within seconds. Look again in a minute.");
        return LocalRedirect(Paths.Outbox);
    }

    [HttpPost(Paths.Outbox + "/{id:guid}/retry")]
    public async Task<IActionResult> Retry(Guid id)
    {
        TempData[Paths.DoneMessage] = await desk.RetryAsync(id, Person.Of(User).Id, HttpContext.RequestAborted)
            ? S("It is tried again within seconds. Look again in a minute.")
            : S("Nothing to do: it is done already, or is being tried at this moment.");
        return LocalRedirect(Paths.Outbox);
    }
}
