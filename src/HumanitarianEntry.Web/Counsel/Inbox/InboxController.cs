using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Notices.Inside;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Inbox;

[Route("counsel/inbox")]
public sealed class InboxController(Casework.Queries.Inbox inbox, Worklists worklists, InsideTexts texts) : Shared.Desk.InboxController(inbox, worklists, texts);
