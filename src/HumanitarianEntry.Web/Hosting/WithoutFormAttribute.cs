using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HumanitarianEntry.Web.Hosting;

/// <summary>
/// The page answers to a request whose form it does not need. An error page stands in for a request that failed, perhaps because its form cannot be read: reading it again to fill the page's
/// own parameters would fail again, and the person would see nothing but "something broke".
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutFormAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context) => context.HttpContext.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
