using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Family;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Family;

[Route("counsel/cases/{reference}/family/member")]
public sealed class MembersController(CaseDoor door) : MemberController(door);
