using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Applicants.Things;

/// <summary>Answers a request that says it is too long with 413 and its words, before anything of it is read: read halfway, it would only look like a form without its token.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RefuseLongerAttribute(long bytes) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public long Bytes { get; } = bytes;

    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > Bytes)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
