using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// A sealed session cookie that names this browser by a random number and remembers who signed in here last.
/// It ties kept forms to one browser and one person; it opens nothing by itself.
/// </summary>
public sealed class BrowserMark(IDataProtectionProvider protection)
{
    private const string CookieName = "__Host-Browser";
    private readonly IDataProtector protector = protection.CreateProtector("HumanitarianEntry.BrowserMark.v1");

    public sealed record Mark(string Browser, string Subject);

    public Mark? Read(HttpRequest request)
    {
        if (request.Cookies[CookieName] is not { Length: > 0 } value)
            return null;

        try
        {
            string[] parts = protector.Unprotect(value).Split('\n', 2);
            return parts.Length == 2 ? new(parts[0], parts[1]) : null;
        }
        catch (CryptographicException)
        {
            // A mark we cannot read is no mark; the next page makes a new one.
            return null;
        }
    }

    /// <summary>Gives a browser that has no mark a fresh one, so that even the first form it fills in can be kept.</summary>
    public void Ensure(HttpContext context)
    {
        if (Read(context.Request) is null)
            Write(context.Response, new(NewNumber(), ""));
    }

    /// <summary>Records who signed in. Another person in the same browser gets a new number: what the first one typed does not open any more.</summary>
    public void SignedIn(HttpContext context, string subject)
    {
        var mark = Read(context.Request);
        bool same = mark is not null && (mark.Subject.Length == 0 || mark.Subject == subject);
        Write(context.Response, new(same ? mark!.Browser : NewNumber(), subject));
    }

    public void Forget(HttpContext context) => Write(context.Response, new(NewNumber(), ""));

    /// <summary>Takes the mark away, also from a browser that clears nothing when it is told to.</summary>
    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(CookieName, new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Strict });

    private void Write(HttpResponse response, Mark mark) => response.Cookies.Append(CookieName, protector.Protect($"{mark.Browser}\n{mark.Subject}"), new()
    {
        Path = "/",
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    });

    private static string NewNumber() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}

/// <summary>Marks the browser with every page that may hold a form; never on the harmless page behind the quick exit, which would leave the mark that was just cleared.</summary>
public sealed class BrowserMarkFilter(BrowserMark marks) : Microsoft.AspNetCore.Mvc.Filters.IResultFilter
{
    public void OnResultExecuting(Microsoft.AspNetCore.Mvc.Filters.ResultExecutingContext context)
    {
        if (HttpMethods.IsGet(context.HttpContext.Request.Method) && context.Result is Microsoft.AspNetCore.Mvc.ViewResult && context.Controller is not Public.QuickExit.UnitsController)
            marks.Ensure(context.HttpContext);
    }

    public void OnResultExecuted(Microsoft.AspNetCore.Mvc.Filters.ResultExecutedContext context)
    {
    }
}
