using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Notices.Inside;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ReceptionPartners.Inbox;

[Route("reception-partners/inbox")]
public sealed class InboxController(Casework.Queries.Inbox inbox, Worklists worklists, InsideTexts texts) : Shared.Desk.InboxController(inbox, worklists, texts);
