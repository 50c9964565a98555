using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Law;

[Route("protection-officers/cases/{reference}/law/removal")]
public sealed class RemovalOrdersController(CaseDoor door) : RemovalController(door);
