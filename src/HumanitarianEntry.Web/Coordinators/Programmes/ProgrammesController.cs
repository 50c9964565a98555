using HumanitarianEntry.Web.Shared.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Programmes;

[Route("coordinators/programmes")]
public sealed class ProgrammesController(ProgrammeDoor door) : ProgrammeController(door);
