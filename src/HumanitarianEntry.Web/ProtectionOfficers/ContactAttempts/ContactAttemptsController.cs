using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Reaching;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.ContactAttempts;

[Route("protection-officers/cases/{reference}/contact-attempt")]
public sealed class ContactAttemptsController(CaseDoor door) : AttemptController(door);
