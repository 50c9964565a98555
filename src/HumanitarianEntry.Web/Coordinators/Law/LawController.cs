using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Law;

[Route("coordinators/cases/{reference}/law")]
public sealed class LawController(CaseDoor door, ProgrammeLibrary programmes, TimeProvider time) : LawPageController(door, programmes, time);
