using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Accounts;

/// <summary>Who may enter. Secrets are shown once, in the answer to the form that made them, and never stored by a browser.</summary>
public sealed class AccountsController(StaffDirectory staff, IServiceProvider services, TimeProvider time, ILogger<AccountsController> log) : Controller
{
    // Resolved when used: the list of accounts must also work where sign-in is not connected.
    private UserManager<StaffAccount> Users => services.GetRequiredService<UserManager<StaffAccount>>();

    [HttpGet(Paths.Home), Nav("Accounts", Order = 1)]
    public async Task<IActionResult> Index() => View(await staff.AllAsync(HttpContext.RequestAborted));

    [HttpGet(Paths.Accounts + "/new")]
    public IActionResult New() => View(new AccountForm());

    [HttpPost(Paths.Accounts), ShowsFormAgain]
    public async Task<IActionResult> Create(AccountForm form)
    {
        var made = ModelState.IsValid ? await services.GetRequiredService<StaffAccounts>().CreateAsync(form.ToAccount(), null) : null;
        if (made?.Problem is { } problem)
        {
            ModelState.AddModelError(nameof(form.UserName), problem);
        }

        if (made is not { Id: { } id, AuthenticatorKey: { } key })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", form);
        }

        log.LogInformation("Account {Account} was made by {Administrator} with the roles {Roles}", id, Person.Of(User).Id, string.Join(',', form.Roles));
        return View("Secrets", new SecretsPage("The account is made", form.UserName!, made.Password, key));
    }

    [HttpPost(Paths.Accounts + "/{id:guid}/deactivate")]
    public Task<IActionResult> Deactivate(Guid id) => ChangeAsync(id, "deactivated", async account =>
    {
        account.DeactivatedAt = time.GetUtcNow();
        return await Users.UpdateSecurityStampAsync(account);
    });

    [HttpPost(Paths.Accounts + "/{id:guid}/reactivate")]
    public Task<IActionResult> Reactivate(Guid id) => ChangeAsync(id, "active again", async account =>
    {
        account.DeactivatedAt = null;
        return await Users.UpdateSecurityStampAsync(account);
    });

    [HttpPost(Paths.Accounts + "/{id:guid}/second-factor")]
    public async Task<IActionResult> ResetSecondFactor(Guid id)
    {
        if (await Users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Demand(await Users.ResetAuthenticatorKeyAsync(account));
        Demand(await Users.SetTwoFactorEnabledAsync(account, true));
        log.LogInformation("The second factor of {Account} was reset by {Administrator}", id, Person.Of(User).Id);
        return View("Secrets", new SecretsPage("The second factor is new", account.UserName!, null, await Users.GetAuthenticatorKeyAsync(account) ?? throw new InvalidOperationException("The account has no authenticator key after it was reset.")));
    }

    private async Task<IActionResult> ChangeAsync(Guid id, string word, Func<StaffAccount, Task<IdentityResult>> change)
    {
        if (await Users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        if (id == Person.Of(User).Id)
        {
            TempData[Paths.DoneMessage] = "Not done: another administrator changes your own account.";
            return LocalRedirect(Paths.Home);
        }

        Demand(await change(account));
        log.LogInformation("Account {Account} is {State}, by {Administrator}", id, word, Person.Of(User).Id);
        TempData[Paths.DoneMessage] = $"{account.UserName} is {word}.";
        return LocalRedirect(Paths.Home);
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("The account store refused: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }
}
