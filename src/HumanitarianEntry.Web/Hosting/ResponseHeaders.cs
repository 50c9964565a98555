using Microsoft.Net.Http.Headers;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>Headers every answer carries. Pages are never stored; the style sheet and script, which tell nothing, may be.</summary>
public static class ResponseHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'";

    private const string PermissionsPolicy =
        "accelerometer=(), autoplay=(), camera=(), clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), publickey-credentials-get=(self), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    public static IApplicationBuilder UseResponseHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            Write((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Items[typeof(OwnContentPolicy)] is OwnContentPolicy own ? own.Policy : ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        if (context.Items.ContainsKey(typeof(StaticAsset)))
            return;

        headers.CacheControl = "no-store";
        headers.Pragma = "no-cache";
        headers.Remove(HeaderNames.Expires);
    }
}

/// <summary>What one answer allows instead of the strict policy. Set it on the answer itself, never for a path: an error page in its place stays strict.</summary>
public sealed record OwnContentPolicy(string Policy)
{
    public void Mark(HttpContext context) => context.Items[typeof(OwnContentPolicy)] = this;
}

/// <summary>Marks an answer as one of our few public files.</summary>
public sealed class StaticAsset
{
    public static void Mark(HttpContext context)
    {
        context.Items[typeof(StaticAsset)] = true;
        context.Response.Headers.CacheControl = "public, max-age=604800";
    }

    /// <summary>A file whose address changes with its content, for this person's browser only.</summary>
    public static void MarkImmutable(HttpContext context)
    {
        context.Items[typeof(StaticAsset)] = true;
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
    }
}
