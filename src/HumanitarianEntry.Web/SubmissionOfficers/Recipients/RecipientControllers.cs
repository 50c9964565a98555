using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Recipients;

[Route("submission-officers/cases/{reference}/urgent")]
public sealed class UrgentController(CaseDoor door) : Shared.Recipients.UrgentController(door);
