using System.Security.Claims;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>Unread notices of a staff member in all his roles; for a translator, who gets none, the jobs that wait for him.</summary>
public sealed class InboxCount(Inbox inbox, TranslatorDesk translations) : IInboxCount
{
    public async Task<int> OfAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var who = Person.Of(person);
        var sum = 0;
        foreach (var role in who.Roles)
        {
            sum += await inbox.UnreadAsync(who.As(role), cancellationToken);
        }

        return who.Roles.Contains(Role.Translator) ? sum + await translations.WaitingAsync(who.Id, cancellationToken) : sum;
    }
}
