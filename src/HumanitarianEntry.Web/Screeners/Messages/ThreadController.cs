using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Messages;

[Route("screeners/cases/{reference}/messages")]
public sealed class ThreadController(CaseDoor door) : MessagesController(door);
