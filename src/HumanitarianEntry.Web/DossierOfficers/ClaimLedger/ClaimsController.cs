using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.ClaimLedger;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.ClaimLedger;

[Route("dossier-officers/cases/{reference}/claims")]
public sealed class ClaimsController(CaseDoor door, ClaimDesk desk) : LedgerController(door, desk);
