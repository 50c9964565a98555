using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>
/// Base of what Elsa Studio calls. Every call, also one that only reads, carries our token. Whatever is refused on purpose is a 400 with words in <c>errors</c>: Studio shows
/// those; at any other answer its page dies (design: engine 7).
/// </summary>
[ApiController, Route("designer/api"), ValidateAntiForgeryToken, RefusalWords]
public abstract class StudioCalls : ControllerBase
{
    protected Person Person => Person.Of(User);

    protected bool MayEdit => User.IsInRole(Audiences.DesignerRole);

    protected CancellationToken Gone => HttpContext.RequestAborted;

    /// <summary>A sentence that our page shows beside Studio.</summary>
    protected void Tell(string sentence) => Response.Headers["X-Told"] = Uri.EscapeDataString(sentence);

    protected IActionResult Refuse(params IEnumerable<(string Code, string Message)> reasons) => RefusalOf(reasons);

    /// <summary>A list as Studio reads it.</summary>
    protected static JsonObject ListOf(IEnumerable<JsonNode?> items)
    {
        var all = new JsonArray([.. items]);
        return new JsonObject { ["items"] = all, ["count"] = all.Count };
    }

    protected static JsonObject PageOf(IEnumerable<JsonNode?> items, int total) => new() { ["items"] = new JsonArray([.. items]), ["totalCount"] = total, ["links"] = new JsonArray() };

    internal static BadRequestObjectResult RefusalOf(IEnumerable<(string Code, string Message)> reasons) => new(new ValidationProblemDetails(
        reasons.GroupBy(r => r.Code, StringComparer.Ordinal).ToDictionary(r => r.Key, r => r.Select(one => $"{r.Key}: {one.Message}").ToArray(), StringComparer.Ordinal))
    {
        Title = S("Not done"),
        Status = StatusCodes.Status400BadRequest,
    });
}

/// <summary>Says in words that the token was missing or out of date, or that the database took nothing: a save that only fails would look to Studio like one that was done.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefusalWordsAttribute : Attribute, IAlwaysRunResultFilter, IExceptionFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.Result = StudioCalls.RefusalOf([("token", S("This page is out of date. Load it again; what was saved is kept."))]);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    public void OnException(ExceptionContext context)
    {
        if (DatabaseErrors.IsBusyNow(context.Exception))
        {
            context.Result = StudioCalls.RefusalOf([("busy", S("The database is busy and took nothing. Save again in a moment."))]);
            context.ExceptionHandled = true;
        }
    }
}
