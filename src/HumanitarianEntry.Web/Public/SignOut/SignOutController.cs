using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.SignOut;

public sealed class SignOutController(Sessions sessions) : Controller
{
    [HttpPost("/sign-out"), NeverKept]
    public async Task<IActionResult> End()
    {
        await sessions.EndAsync(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/");
    }
}
