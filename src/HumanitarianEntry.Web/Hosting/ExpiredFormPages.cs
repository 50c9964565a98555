using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>The session ended before the form arrived. <paramref name="Sealed"/> is null when the form could not be kept.</summary>
public sealed record SessionEnded(string SignInPath, string ReturnPath, string? Sealed);

/// <summary>Answers forms that came too late: nothing is carried out, nothing typed is lost.</summary>
public sealed class ExpiredFormPages(IFormKeeper keeper, IModelMetadataProvider metadata)
{
    /// <summary>The person is not signed in any more.</summary>
    public async Task AnswerSessionEndedAsync(HttpContext context, Audience audience)
    {
        var kept = await keeper.ReadAsync(context);
        var page = new SessionEnded(audience.Door.SignInPath(), context.Request.Path, kept is null ? null : keeper.Seal(context, kept));
        await View("/Shared/Expired/SessionEnded.cshtml", page, StatusCodes.Status401Unauthorized)
            .ExecuteResultAsync(new(context, new RouteData(), new ActionDescriptor()));
    }

    /// <summary>The person is signed in (again), or the page needs no sign-in: the typed answers with a fresh token.</summary>
    public async Task<IActionResult> AnswerTokenExpiredAsync(HttpContext context) => await keeper.ReadAsync(context) is { } kept
        ? ShowKept(kept, StatusCodes.Status400BadRequest)
        : View("/Shared/Expired/TokenExpired.cshtml", null, StatusCodes.Status400BadRequest);

    /// <summary>The database was busy: the typed answers with a button to send them again; null when the form may not be kept.</summary>
    public async Task<IActionResult?> AnswerBusyAsync(HttpContext context) =>
        await keeper.ReadAsync(context) is { } kept ? View("/Shared/Expired/Busy.cshtml", kept, StatusCodes.Status503ServiceUnavailable) : null;

    /// <summary>After the sign-in: the kept form, or null when the sealed words do not open for this person in this browser.</summary>
    public IActionResult? Reopen(HttpContext context, string? sealedForm, string subject) =>
        sealedForm is { Length: > 0 } && keeper.Open(context, sealedForm, subject) is { } kept ? ShowKept(kept, StatusCodes.Status200OK) : null;

    private ViewResult ShowKept(KeptForm kept, int status) => View("/Shared/Expired/Kept.cshtml", kept, status);

    private ViewResult View(string path, object? model, int status) => new()
    {
        ViewName = path,
        StatusCode = status,
        ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model },
    };
}

/// <summary>Turns a failed antiforgery check into the page that keeps what was typed.</summary>
public sealed class TokenExpiredFilter(ExpiredFormPages pages) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && Turnstile.WantsPage(context.HttpContext.Request))
            context.Result = await pages.AnswerTokenExpiredAsync(context.HttpContext);
        await next();
    }
}

/// <summary>A form that is only looked at again reaches its action with an invalid model state, which makes it draw the form and do nothing.</summary>
public sealed class LookAgainFilter(Shared.Texts.Texts texts) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        // The error page answers in place of a form that perhaps could not be read at all.
        var request = context.HttpContext.Request;
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null || !request.HasFormContentType || !request.Form.ContainsKey(ExpiredForm.LookField))
            return;

        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<ShowsFormAgainAttribute>() is null)
            context.Result = new BadRequestResult();
        else
            context.ModelState.AddModelError("", texts["kept.check-and-send"]);
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
