using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Law;

[Route("protection-officers/cases/{reference}/law/wanted")]
public sealed class WantedStatusesController(CaseDoor door) : WantedController(door);
