using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.Safety;

public sealed class SafetyController : Controller
{
    [HttpGet("/safety")]
    public IActionResult Index() => View();
}
