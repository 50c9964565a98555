using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Family;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Family;

[Route("protection-officers/cases/{reference}/family")]
public sealed class FamilyController(CaseDoor door, TimeProvider time) : FamilyPageController(door, time);
