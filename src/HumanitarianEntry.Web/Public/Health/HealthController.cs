using HumanitarianEntry.Casework.Health;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.Health;

/// <summary>For whatever restarts or replaces this process. Says yes or no; why not stands in the log.</summary>
public sealed class HealthController(InstallationHealth health) : Controller
{
    [HttpGet("/health")]
    public async Task<IActionResult> Show()
    {
        bool well = await health.IsWellAsync(HttpContext.RequestAborted);
        return new ContentResult
        {
            Content = well ? "ok" : "not ok",
            ContentType = "text/plain",
            StatusCode = well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
        };
    }
}
