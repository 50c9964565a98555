using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.AccessCodes;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.AccessCodes;

[Route("screeners/cases/{reference}/access-code")]
public sealed class AccessCodesController(CaseDoor door, StaffDirectory staff, TimeProvider time) : AccessCodeController(door, staff, time)
{
    protected override string CasePath => ScreenerPaths.Case;
}
