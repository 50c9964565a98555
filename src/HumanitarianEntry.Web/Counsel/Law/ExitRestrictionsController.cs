using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Law;

[Route("counsel/cases/{reference}/law/exit")]
public sealed class ExitRestrictionsController(CaseDoor door) : ExitController(door);
