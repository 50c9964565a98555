using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Law;

[Route("counsel/cases/{reference}/law/wanted")]
public sealed class WantedStatusesController(CaseDoor door) : WantedController(door);
