using System.Security.Claims;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace HumanitarianEntry.Web.Shared;

public sealed record NavLink(string Label, string Path, bool Inbox, bool Current);

/// <summary>The links a person may follow, gathered from the pages that carry <see cref="NavAttribute"/>: a link without a page cannot exist.</summary>
public sealed class Navigation(IActionDescriptorCollectionProvider actions)
{
    public IReadOnlyList<NavLink> For(ClaimsPrincipal person, PathString current)
    {
        List<NavLink> links = [.. Links(person, current)];
        // The first page of an audience begins every path of it; only the closest link is where one is.
        var here = links.Where(link => link.Current).MaxBy(link => link.Path.Length);
        return links.ConvertAll(link => link with { Current = link == here });
    }

    private IEnumerable<NavLink> Links(ClaimsPrincipal person, PathString current) =>
        actions.ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .Select(action => (Action: action, Nav: action.MethodInfo.GetCustomAttributes(typeof(NavAttribute), inherit: false).OfType<NavAttribute>().SingleOrDefault()))
            .Where(entry => entry.Nav is not null && MaySee(person, entry.Action.AudienceOf(), entry.Nav))
            .OrderBy(entry => entry.Nav!.Order).ThenBy(entry => entry.Nav!.Label, StringComparer.Ordinal)
            .Select(entry => Link(entry.Nav!, "/" + entry.Action.AttributeRouteInfo!.Template, current));

    private static bool MaySee(ClaimsPrincipal person, Audience audience, NavAttribute nav) =>
        audience.Roles.Any(person.IsInRole) && (nav.Roles.Length == 0 || nav.Roles.Any(person.IsInRole));

    private static NavLink Link(NavAttribute nav, string path, PathString current) => new(S(nav.Label), path, nav.Inbox, current.StartsWithSegments(path));
}

/// <summary>Tells how many tasks wait for a staff member. Absent until the case store is connected; the number is then not shown.</summary>
public interface IInboxCount
{
    Task<int> OfAsync(ClaimsPrincipal person, CancellationToken cancellationToken);
}
