using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Worklist;

[Route("counsel")]
public sealed class WorklistController(Worklists worklists) : Shared.Desk.WorklistController(worklists);
