using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Needs;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Needs;

[Route("protection-officers/cases/{reference}/sheets/{sheet:regex(^(medical|psychological)$)}/referral")]
public sealed class ReferralsController(CaseDoor door) : ReferralController(door);
