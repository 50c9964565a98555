using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.ContactPlans;

[Route("protection-officers/cases/{reference}/contact-plan")]
public sealed class ContactPlansController(CaseDoor door) : ContactPlanController(door);
