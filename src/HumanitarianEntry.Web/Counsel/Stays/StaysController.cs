using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Stays;

[Route("counsel/cases/{reference}/stay")]
public sealed class StaysController(CaseDoor door) : StayController(door);
