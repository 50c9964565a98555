using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.QuickExit;

/// <summary>A plain link, so that it works without script, without a fresh token and from a page that is hours old.</summary>
public sealed class QuickExitController(Sessions sessions) : Controller
{
    [HttpGet("/leave")]
    public async Task<IActionResult> Leave()
    {
        // Another site may send people here, but may not wipe this browser for them.
        if (Request.Headers["Sec-Fetch-Site"] != "cross-site")
        {
            await sessions.EndAsync(HttpContext);
            BrowserMark.Remove(HttpContext);
            Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        }

        return Redirect("/units");
    }
}
