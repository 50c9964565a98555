using HumanitarianEntry.Web.Shared.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Programmes;

[Route("administrators/programmes")]
public sealed class ProgrammesController(ProgrammeDoor door) : ProgrammeController(door);
