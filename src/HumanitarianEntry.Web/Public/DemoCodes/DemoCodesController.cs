using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Public.DemoCodes;

public sealed record DemoCode(string UserName, string Roles, string Code);

public sealed record DemoCodesPage(IReadOnlyList<DemoCode> Codes, int SecondsLeft);

/// <summary>The current sign-in codes of the invented accounts, for people who try the demonstration without an authenticator app. Does not exist anywhere else.</summary>
public sealed class DemoCodesController(UserManager<StaffAccount> users, ShellSettings settings, TimeProvider time) : Controller
{
    [HttpGet("/demo/codes")]
    public async Task<IActionResult> Index()
    {
        if (!settings.Demo)
        {
            return NotFound();
        }

        var now = time.GetUtcNow();
        var codes = new List<DemoCode>();
        foreach (var account in await users.Users.OrderBy(u => u.UserName).ToListAsync(HttpContext.RequestAborted))
        {
            if (await users.GetAuthenticatorKeyAsync(account) is { } key)
            {
                codes.Add(new DemoCode(account.UserName!, string.Join(", ", await users.GetRolesAsync(account)), Totp.Now(key, now)));
            }
        }

        return View(new DemoCodesPage(codes, 30 - (int)(now.ToUnixTimeSeconds() % 30)));
    }
}
