using System.Security.Claims;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>Unread notices of a staff member in all his roles.</summary>
public sealed class InboxCount(Inbox inbox) : IInboxCount
{
    public async Task<int> OfAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var who = Person.Of(person);
        var sum = 0;
        foreach (var role in who.Roles)
        {
            sum += await inbox.UnreadAsync(who.As(role), cancellationToken);
        }

        return sum;
    }
}
