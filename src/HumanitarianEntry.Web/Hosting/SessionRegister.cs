using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>What the server knows of sessions. A cookie alone opens nothing: it is held against this at every request.</summary>
public interface ISessionRegister
{
    /// <summary>Begins a session; the answer is the person with what the cookie must carry.</summary>
    Task<ClaimsPrincipal> OpenAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken);

    /// <summary>Whether the session is good at this moment.</summary>
    Task<bool> IsLiveAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken);

    /// <summary>The person leaves.</summary>
    Task EndAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken);
}

/// <summary>Cookie events that ask the register.</summary>
public sealed class RegisteredSessions(Door door) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var register = context.HttpContext.RequestServices.GetRequiredService<ISessionRegister>();
        if (context.Principal is { } person && await register.IsLiveAsync(door, person, context.HttpContext.RequestAborted))
            return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(door.Scheme());
    }

    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<DoesNotExtendSessionAttribute>() is null;
        return Task.CompletedTask;
    }
}

/// <summary>For answers that a page asks for by itself, again and again: a screen that nobody sits before must not keep its session open.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class DoesNotExtendSessionAttribute : Attribute;
