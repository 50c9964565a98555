using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Needs;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Needs;

[Route("protection-officers/cases/{reference}/sheets/{sheet:regex(^(medical|psychological)$)}/answer")]
public sealed class ReferralAnswersController(CaseDoor door) : ReferralAnswerController(door);
