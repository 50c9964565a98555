using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace HumanitarianEntry.Web.Public.Start;

public sealed class StartController(IActionDescriptorCollectionProvider actions) : Controller
{
    /// <summary>Where somebody unknown may write to us for the first time. An installation may do without it.</summary>
    private const string SelfReferral = "write";

    [HttpGet("/")]
    public IActionResult Index() =>
        View(new StartPage(actions.ActionDescriptors.Items.Any(action => action.AttributeRouteInfo?.Template == SelfReferral) ? "/" + SelfReferral : null));
}

public sealed record StartPage(string? SelfReferralPath);
