using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Family;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Family;

[Route("protection-officers/cases/{reference}/family/child")]
public sealed class ChildChecksController(CaseDoor door) : ChildController(door);
