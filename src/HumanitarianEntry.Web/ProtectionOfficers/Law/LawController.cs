using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Law;

[Route("protection-officers/cases/{reference}/law")]
public sealed class LawController(CaseDoor door, ProgrammeLibrary programmes, TimeProvider time) : LawPageController(door, programmes, time);
