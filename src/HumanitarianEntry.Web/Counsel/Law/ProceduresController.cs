using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Law;

[Route("counsel/cases/{reference}/law/procedure")]
public sealed class ProceduresController(CaseDoor door) : ProcedureController(door);
