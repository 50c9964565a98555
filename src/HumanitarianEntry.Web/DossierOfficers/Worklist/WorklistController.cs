using HumanitarianEntry.Casework.Queries;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.Worklist;

[Route("dossier-officers")]
public sealed class WorklistController(Worklists worklists) : Shared.Desk.WorklistController(worklists);
