using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Contradictions;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Contradictions;

[Route("coordinators/cases/{reference}/mismatches")]
public sealed class MismatchesController(CaseDoor door) : MismatchController(door);
