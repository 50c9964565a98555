using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Worklist;

[Route("submission-officers")]
public sealed class WorklistController(Worklists worklists) : Shared.Desk.WorklistController(worklists);
