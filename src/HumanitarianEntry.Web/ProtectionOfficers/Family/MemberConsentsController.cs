using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Family;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Family;

[Route("protection-officers/cases/{reference}/family/consent")]
public sealed class MemberConsentsController(CaseDoor door) : MemberConsentController(door);
