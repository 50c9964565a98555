using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Desk;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Inbox;

public sealed class NoticesController(Casework.Queries.Inbox inbox, Worklists worklists, InsideTexts texts) : InboxController(inbox, worklists, texts)
{
    protected override Role ReaderRole => Role.ProtectionOfficer;

    protected override string AudiencePath => Paths.Home;

    [HttpGet(Paths.Home + "/inbox"), Nav("Inbox", Order = 2, Inbox = true)]
    public Task<IActionResult> Index() => ListAsync();

    [HttpPost(Paths.Home + "/inbox")]
    public Task<IActionResult> MarkRead() => MarkAsync();
}
