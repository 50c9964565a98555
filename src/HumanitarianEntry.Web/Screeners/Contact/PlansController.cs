using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Contact;

[Route("screeners/cases/{reference}/contact/plan")]
public sealed class PlansController(CaseDoor door) : ContactPlanController(door);
