using System.Diagnostics;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Public.Errors;

/// <summary>Neutral words for everything that did not work. What one may not see looks the same as what does not exist.</summary>
[WithoutForm]
public sealed class ErrorsController : Controller
{
    private static readonly int[] WithWords = [400, 401, 404, 413, 429, 500, 503];

    // Any method: the page stands in for a POST that failed, which was refused or rolled back before.
    [AcceptVerbs("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", Route = "/error/{status:int}")]
    [IgnoreAntiforgeryToken, NeverKept]
    public IActionResult Show(int status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
            status = Response.StatusCode;
        int shown = WithWords.Contains(status) ? status : status >= 500 ? 500 : status == StatusCodes.Status403Forbidden ? 404 : 400;
        bool askedForDirectly = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null && HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        if (askedForDirectly)
            shown = StatusCodes.Status404NotFound;
        if (askedForDirectly || status == StatusCodes.Status403Forbidden)
            Response.StatusCode = StatusCodes.Status404NotFound;

        // Nothing on the page may depend on who asks: a forbidden page must look exactly like a missing one.
        HttpContext.User = new();
        if (HttpContext.Audience().Door is Door.Staff or Door.Liaison)
            ViewData["Layout"] = "/Shared/_Liaison.cshtml";
        if (shown == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = DatabaseBusyFilter.RetryAfterSeconds;
        return View("Problem", new ProblemPage(shown, shown == 500 ? Activity.Current?.TraceId.ToHexString()[..8] : null, shown == 503 ? AgainPath() : null));
    }

    private string? AgainPath() => HttpMethods.IsGet(Request.Method) ? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path : null;
}

/// <param name="Status">One of the few kinds of problem that have words.</param>
/// <param name="RepairCode">Lets the operator find the log lines; says nothing about the person.</param>
/// <param name="AgainPath">A page that was only to be read and can be asked for again.</param>
public sealed record ProblemPage(int Status, string? RepairCode, string? AgainPath);
