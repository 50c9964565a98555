using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// Refuses what holds a null byte, with a page that says so: no keyboard types it, some databases cannot store it, and what cuts a text there reads another one than was checked. Looks at forms that
/// were read already, never reads one itself: files stay unread.
/// </summary>
public sealed class NullByteFilter : IActionFilter
{
    /// <summary>Tells the error page which sentence stands beside the general one.</summary>
    public const string ItemKey = "he:problem";

    public void OnActionExecuting(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        bool inForm = context.HttpContext.Features.Get<IFormFeature>()?.Form?.Any(field => Has(field.Key) || field.Value.Any(Has)) == true;
        if (!inForm && !request.Query.Any(field => Has(field.Key) || field.Value.Any(Has)))
            return;

        context.HttpContext.Items[ItemKey] = "sign";
        context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    private static bool Has(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
