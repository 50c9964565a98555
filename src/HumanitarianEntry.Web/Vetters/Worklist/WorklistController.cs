using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Worklist;

[Route("vetters")]
public sealed class WorklistController(Worklists worklists) : Shared.Desk.WorklistController(worklists);
