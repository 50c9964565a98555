using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Family;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Family;

[Route("counsel/cases/{reference}/family/outcome")]
public sealed class OutcomesController(CaseDoor door) : OutcomeController(door);
