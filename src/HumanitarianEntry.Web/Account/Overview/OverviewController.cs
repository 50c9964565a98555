using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Account.Overview;

/// <param name="Current">The session of this browser.</param>
public sealed record AccountPage(string UserName, string DisplayName, IReadOnlyList<Role> Roles, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<OpenSession> Sessions, Guid? Current);

public sealed class OverviewController(AccountDoor door, StaffNames names) : AccountController(door)
{
    [HttpGet(Home)]
    public async Task<IActionResult> Index()
    {
        var account = await AccountAsync();
        var roles = await Parts.Users.GetRolesAsync(account);
        return View(new AccountPage(
            account.UserName!, names.DisplayName(account), [.. roles.Select(Keys.Role).Order()], [.. (await Parts.Users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)],
            await Parts.Rows.OfAsync(account.Id, CurrentDoor.IdleTime(), HttpContext.RequestAborted), CurrentSession));
    }
}
