using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Family;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Family;

[Route("coordinators/cases/{reference}/family/outcome")]
public sealed class OutcomesController(CaseDoor door) : OutcomeController(door);
