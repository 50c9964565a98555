using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Contact;

[Route("screeners/cases/{reference}/contact/stay")]
public sealed class StaysController(CaseDoor door) : StayController(door);
