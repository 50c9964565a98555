using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Accounts;

/// <summary>Who may enter. Secrets are shown once, in the answer to the form that made them, and never stored by a browser.</summary>
public sealed class AccountsController(StaffDirectory staff, IServiceProvider services, ILogger<AccountsController> log) : Controller
{
    // Resolved when used: the list of accounts must also work where sign-in is not connected.
    private UserManager<StaffAccount> Users => services.GetRequiredService<UserManager<StaffAccount>>();

    private StaffAccounts Accounts => services.GetRequiredService<StaffAccounts>();

    [HttpGet(Paths.Home), Nav("Accounts", Order = 1)]
    public async Task<IActionResult> Index() => View(await staff.AllAsync(HttpContext.RequestAborted));

    [HttpGet(Paths.Accounts + "/new")]
    public IActionResult New() => View(new AccountForm());

    [HttpPost(Paths.Accounts), ShowsFormAgain]
    public async Task<IActionResult> Create(AccountForm form)
    {
        var made = ModelState.IsValid ? await Accounts.CreateAsync(form.ToAccount(), null, Person.Of(User).Id) : null;
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
        return View("Secrets", new SecretsPage(N("The account is made"), form.UserName!, made.Password, key));
    }

    [HttpPost(Paths.Accounts + "/{id:guid}/lock")]
    public Task<IActionResult> Lock(Guid id) => ChangeAsync(id, "is locked; its sessions have ended", name => S($"{name} is locked; its sessions have ended."), (account, by) => Accounts.LockAsync(account, by, HttpContext.RequestAborted));

    [HttpPost(Paths.Accounts + "/{id:guid}/unlock")]
    public Task<IActionResult> Unlock(Guid id) => ChangeAsync(id, "is open again", name => S($"{name} is open again."), (account, by) => Accounts.UnlockAsync(account, by, HttpContext.RequestAborted));

    [HttpPost(Paths.Accounts + "/{id:guid}/second-factor"), NeverKept]
    public Task<IActionResult> ResetSecondFactor(Guid id) => ResetAsync(id, async (account, by) =>
        new SecretsPage(N("The second factor is new"), account.UserName!, null, await Accounts.ResetSecondFactorAsync(account, by, HttpContext.RequestAborted)));

    [HttpPost(Paths.Accounts + "/{id:guid}/password"), NeverKept]
    public Task<IActionResult> ResetPassword(Guid id) => ResetAsync(id, async (account, by) =>
        new SecretsPage(N("The password is new"), account.UserName!, await Accounts.ResetPasswordAsync(account, by, HttpContext.RequestAborted), null));

    [HttpGet(Paths.Accounts + "/{id:guid}/roles")]
    public async Task<IActionResult> EditRoles(Guid id) => await Users.FindByIdAsync(id.ToString()) is { } account
        ? View("Roles", new RolesForm { UserName = account.UserName, Roles = [.. await Users.GetRolesAsync(account)] })
        : NotFound();

    [HttpPost(Paths.Accounts + "/{id:guid}/roles"), ShowsFormAgain]
    public async Task<IActionResult> ChangeRoles(Guid id, RolesForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Roles", form with { UserName = (await Users.FindByIdAsync(id.ToString()))?.UserName });
        }

        return await ChangeAsync(id, "has other roles; its sessions have ended", name => S($"{name} has other roles; its sessions have ended."), (account, by) => Accounts.ChangeRolesAsync(account, form.Roles, by, HttpContext.RequestAborted));
    }

    /// <summary>What was done to accounts, newest first.</summary>
    [HttpGet(Paths.Accounts + "/history")]
    public async Task<IActionResult> History() => View(await services.GetRequiredService<AccountHistory>().NewestAsync(HttpContext.RequestAborted));

    /// <param name="what">For the log.</param>
    /// <param name="message">What the administrator reads, from the user name.</param>
    private async Task<IActionResult> ChangeAsync(Guid id, string what, Func<string, string> message, Func<StaffAccount, Guid, Task> change)
    {
        if (await Users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        if (id == Person.Of(User).Id)
        {
            return NotOwn();
        }

        await change(account, Person.Of(User).Id);
        log.LogInformation("Account {Account} {State}, by {Administrator}", id, what, Person.Of(User).Id);
        TempData[Paths.DoneMessage] = message(account.UserName!);
        return LocalRedirect(Paths.Home);
    }

    private async Task<IActionResult> ResetAsync(Guid id, Func<StaffAccount, Guid, Task<SecretsPage>> reset)
    {
        if (await Users.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        if (id == Person.Of(User).Id)
        {
            return NotOwn();
        }

        var page = await reset(account, Person.Of(User).Id);
        log.LogInformation("{What}: {Account}, by {Administrator}", page.Heading, id, Person.Of(User).Id);
        return View("Secrets", page);
    }

    private LocalRedirectResult NotOwn()
    {
        TempData[Paths.DoneMessage] = S("Not done: another administrator changes your own account. Your password and passkeys are under Your account.");
        return LocalRedirect(Paths.Home);
    }
}
