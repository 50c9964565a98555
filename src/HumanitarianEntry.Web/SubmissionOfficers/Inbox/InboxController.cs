using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Inbox;

[Route("submission-officers/inbox")]
public sealed class InboxController(Casework.Queries.Inbox inbox, Worklists worklists, InsideTexts texts) : Shared.Desk.InboxController(inbox, worklists, texts)
{
    protected override Role ReaderRole => Role.SubmissionOfficer;

    protected override string AudiencePath => "/submission-officers";

    [HttpGet("")]
    [Nav("Inbox", Order = 2, Inbox = true)]
    public Task<IActionResult> Index() => ListAsync();

    [HttpPost("")]
    public Task<IActionResult> MarkRead() => MarkAsync();
}
