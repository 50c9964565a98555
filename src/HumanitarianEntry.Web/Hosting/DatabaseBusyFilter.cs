using HumanitarianEntry.Casework.Data;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// A database that another program holds for long: nothing was done, what was typed goes back to the person with a button to send it again, under the same act key.
/// A page that was only to be read is answered by the error page with the same words.
/// </summary>
public sealed class DatabaseBusyFilter(ExpiredFormPages pages) : IAsyncExceptionFilter
{
    /// <summary>When to come back, for programs; people are told in words.</summary>
    public const string RetryAfterSeconds = "10";

    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (!DatabaseErrors.IsBusyNow(context.Exception) || !HttpMethods.IsPost(context.HttpContext.Request.Method))
            return;

        if (await pages.AnswerBusyAsync(context.HttpContext) is { } page)
        {
            context.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            context.Result = page;
            context.ExceptionHandled = true;
        }
    }
}
