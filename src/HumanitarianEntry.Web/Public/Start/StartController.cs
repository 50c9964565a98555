using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.Start;

public sealed class StartController : Controller
{
    [HttpGet("/")]
    public IActionResult Index() => View();
}
