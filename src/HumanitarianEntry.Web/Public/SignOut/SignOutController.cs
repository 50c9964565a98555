using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Public.SignOut;

public sealed class SignOutController(Sessions sessions) : Controller
{
    [HttpPost("/sign-out/{door}"), NeverKept, SessionOfDoor]
    public async Task<IActionResult> End()
    {
        await sessions.EndAsync(HttpContext);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/");
    }
}

/// <summary>
/// Reads the session that is to be ended before the antiforgery check, which compares the form with the person:
/// public pages know nobody by themselves. Where no session is left there is nothing to end.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SessionOfDoorAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    public int Order => int.MinValue;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (!Enum.TryParse<Door>(context.RouteData.Values["door"] as string, ignoreCase: true, out var door) || door == Door.Open)
        {
            context.Result = new NotFoundResult();
            return;
        }

        var session = await context.HttpContext.AuthenticateAsync(door.Scheme());
        if (session.Succeeded)
            context.HttpContext.User = session.Principal;
        else
            context.Result = new LocalRedirectResult("/");
    }
}
