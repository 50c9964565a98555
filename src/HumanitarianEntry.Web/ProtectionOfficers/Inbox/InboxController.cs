using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Notices.Inside;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Inbox;

[Route("protection-officers/inbox")]
public sealed class InboxController(Casework.Queries.Inbox inbox, Worklists worklists, InsideTexts texts) : Shared.Desk.InboxController(inbox, worklists, texts);
