using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HumanitarianEntry.Web.Public.StaffSignIn;

/// <summary>Carries the first step's note to the second, sealed, for five minutes, and gives it out once per browser.</summary>
public sealed class PendingSignIn(IDataProtectionProvider protection)
{
    private const string CookieName = "__Host-Step";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly CookieOptions Strict = new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("HumanitarianEntry.PendingSignIn.v1").ToTimeLimitedDataProtector();

    public void Remember(HttpContext context, string note) => context.Response.Cookies.Append(CookieName, protector.Protect(note, Life), Strict);

    public string? Take(HttpContext context)
    {
        string? value = context.Request.Cookies[CookieName];
        context.Response.Cookies.Delete(CookieName, Strict);
        try
        {
            return string.IsNullOrEmpty(value) ? null : protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            // Too old or altered: the person starts again at the first step, which is what the page says.
            return null;
        }
    }
}
