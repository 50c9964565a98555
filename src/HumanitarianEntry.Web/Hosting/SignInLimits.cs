using System.Globalization;
using System.Threading.RateLimiting;
using HumanitarianEntry.Web.Public.ReferralInterface;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Slows guessing down by address, at each door for itself. Guessing at one staff account from many addresses is met behind the sign-in seams; an applicant's code is too long
/// to be guessed, so nobody can lock an applicant out by trying.
/// </summary>
public static class SignInLimits
{
    public const string Policy = "sign-in";

    /// <summary>A day of 1,500 referrals fits into five minutes.</summary>
    private const int ReferralsPerMinute = 300;

    public static void AddSignInLimits(this IServiceCollection services, ShellSettings settings) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = static (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            (context.Connection.RemoteIpAddress?.ToString() ?? "unknown", Door: context.Request.Path.StartsWithSegments("/enter")),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.SignInsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        limits.AddPolicy(ReferralInterfaceController.Limits, static context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            static _ => new FixedWindowRateLimiterOptions { PermitLimit = ReferralsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
    });
}
