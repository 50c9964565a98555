using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Messages;

[Route("coordinators/cases/{reference}/messages")]
public sealed class ThreadController(CaseDoor door) : MessagesController(door);
