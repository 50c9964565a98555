using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Refuses what holds a null byte, with a page that says so: no keyboard types it, some databases cannot store it, and what cuts a text there reads another one than was checked. The framework reads no
/// encoded form with one in it, and says nothing; forms with files are looked at when they were read, so that no file is read for this.
/// </summary>
public sealed class NullByteFilter : IAsyncAuthorizationFilter, IActionFilter, IOrderedFilter
{
    private const string Encoded = "application/x-www-form-urlencoded";

    // Before the antiforgery check (1000), which reads the form and would take a form that cannot be read for one without its token.
    public int Order => 970;

    /// <summary>Tells the error page which sentence stands beside the general one.</summary>
    public const string ItemKey = "he:problem";

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (IsRefused(context.HttpContext) || request.ContentType?.StartsWith(Encoded, StringComparison.OrdinalIgnoreCase) != true)
            return;

        try
        {
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidDataException unreadable) when (unreadable.InnerException is InvalidOperationException)
        {
            context.Result = Refusal(context.HttpContext);
        }
        catch (InvalidDataException)
        {
            // Too long or broken in another way: who reads the form next meets the same fault and has words for it.
        }
    }

    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (IsRefused(context.HttpContext))
            return;

        var request = context.HttpContext.Request;
        bool inForm = context.HttpContext.Features.Get<IFormFeature>()?.Form?.Any(field => Has(field.Key) || field.Value.Any(Has)) == true;
        if (!inForm && !request.Query.Any(field => Has(field.Key) || field.Value.Any(Has)))
            return;

        context.Result = Refusal(context.HttpContext);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    /// <summary>The error page answers to the same request, form and all.</summary>
    private static bool IsRefused(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    private static StatusCodeResult Refusal(HttpContext context)
    {
        context.Items[ItemKey] = "sign";
        return new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    private static bool Has(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
