using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Programmes;

public sealed class ProgrammesController(ProgrammeLibrary programmes) : Controller
{
    [HttpGet(Paths.Programmes), Nav("Programmes", Order = 2)]
    public IActionResult Index() => View(programmes.All.ToList());
}
