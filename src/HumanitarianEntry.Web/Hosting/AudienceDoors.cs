using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>A cookie for each door, a policy for each audience, and denial for everything else.</summary>
public static class AudienceDoors
{
    public static void AddAudienceDoors(this IServiceCollection services)
    {
        var authentication = services.AddAuthentication();
        foreach (var door in Enum.GetValues<Door>().Where(door => door != Door.Open))
            authentication.AddCookie(door.Scheme(), cookie => Configure(cookie, door));

        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(static _ => false).Build());
        foreach (var audience in Audiences.All.Where(audience => audience.Door != Door.Open))
            authorization.AddPolicy(audience.Policy, policy => policy.AddAuthenticationSchemes([.. audience.Doors.Select(door => door.Scheme())]).RequireAuthenticatedUser().RequireRole(audience.Roles));

        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Turnstile>();
    }

    // Strict: a link in somebody's mail or on somebody's page never arrives signed in.
    private static void Configure(CookieAuthenticationOptions cookie, Door door)
    {
        cookie.Cookie.Name = $"__Host-{door.Scheme()}";
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.ExpireTimeSpan = door.IdleTime();
        cookie.SlidingExpiration = true;
        cookie.Events = new RegisteredSessions(door);
    }
}

/// <summary>
/// What a refused visitor gets: nobody learns that a page exists (404, never 403); a page of one's own audience leads to its sign-in;
/// a form that came too late is kept (design section 11, ruling 14).
/// </summary>
public sealed class Turnstile(ExpiredFormPages expiredForms) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        var audience = context.GetEndpoint()?.Metadata.GetMetadata<Audience>();
        if (audience is null || authorizeResult.Forbidden)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!WantsPage(context.Request))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            context.Response.Redirect(audience.Door.SignInPath() + QueryString.Create("return", context.Request.Path + context.Request.QueryString));
        else
            await expiredForms.AnswerSessionEndedAsync(context, audience);
    }

    /// <summary>Our script asks for JSON and shows words of its own; a browser's form asks for a page.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept is not { Count: > 0 } accept || accept.Any(type => type.MatchesMediaType("text/html"));
}
