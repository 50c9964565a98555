using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Public.StaffSignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Account.Passkeys;

/// <summary>Passkeys of one's own account. A new one needs the password, so that a browser left open is not enough to make a lasting door.</summary>
[Route("account/passkeys")]
public sealed class PasskeysController(AccountDoor door, IPasskeyHandler<StaffAccount> passkeys, PendingSignIn pending, IDataProtectionProvider protection) : AccountController(door)
{
    private const int Most = 10;

    [HttpGet("new")]
    public IActionResult New() => View(new PasskeyForm());

    /// <summary>The question for the authenticator; our script asks for it.</summary>
    [HttpPost("question"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Ask(PasskeyForm form)
    {
        var account = await AccountAsync();
        if (!ModelState.IsValid)
        {
            return Refuse(string.Join(" ", ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage)));
        }

        if (!await Parts.Own.ProveAsync(account, form.Current!))
        {
            return Refuse(WrongPassword);
        }

        // The authenticator may carry this to a maker's cloud: nothing but the neutral log-in goes there.
        var asked = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.UserName!, DisplayName = account.UserName! }, HttpContext);
        pending.Remember(HttpContext, NotesOf(account).Protect(asked.AttestationState ?? string.Empty));
        return Content(asked.CreationOptionsJson, "application/json");
    }

    [HttpPost, NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Create(PasskeyForm form)
    {
        var account = await AccountAsync();
        if (ModelState.IsValid && !await Parts.Own.ProveAsync(account, form.Current!))
        {
            ModelState.AddModelError(nameof(form.Current), WrongPassword);
        }

        if (ModelState.IsValid && (await Parts.Users.GetPasskeysAsync(account)).Count >= Most)
        {
            ModelState.AddModelError("", S($"An account has {Most} passkeys at most. Remove one first."));
        }

        if (ModelState.IsValid && await MadeAsync(account, form) is { } passkey)
        {
            passkey.Name = form.Name!.Trim();
            var added = await Parts.Own.AddPasskeyAsync(account, passkey, HttpContext.RequestAborted);
            return added.Succeeded ? Done(S("The passkey is registered.")) : throw new InvalidOperationException("The account store refused a passkey: " + string.Join(", ", added.Errors.Select(e => e.Code)));
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", S("The passkey was not registered: the answer of the device does not fit this page. Try again. Without scripts passkeys cannot be used."));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("New", form);
    }

    [HttpPost("{id}/remove")]
    public async Task<IActionResult> Remove(string id)
    {
        var account = await AccountAsync();
        if ((await Parts.Users.GetPasskeysAsync(account)).FirstOrDefault(p => PasskeyId.Of(p) == id) is not { } passkey)
        {
            return NotFound();
        }

        var removed = await Parts.Own.RemovePasskeyAsync(account, passkey, HttpContext.RequestAborted);
        return removed.Succeeded ? await GoOnAsync(account, S("The passkey is removed. Every other session has ended.")) : throw new InvalidOperationException("The account store refused to remove a passkey.");
    }

    private async Task<UserPasskeyInfo?> MadeAsync(StaffAccount account, PasskeyForm form)
    {
        if (string.IsNullOrEmpty(form.Credential) || pending.Take(HttpContext) is not { } note)
        {
            return null;
        }

        string state;
        try
        {
            state = NotesOf(account).Unprotect(note);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Of another account or altered: the page says that it does not fit.
            return null;
        }

        var made = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = HttpContext, CredentialJson = form.Credential, AttestationState = state });
        return made is { Succeeded: true, Passkey: { IsUserVerified: true } passkey } && made.UserEntity?.Id == account.Id.ToString() ? passkey : null;
    }

    private IDataProtector NotesOf(StaffAccount account) => protection.CreateProtector("staff passkey registration", account.Id.ToString("N"));

    private UnprocessableEntityObjectResult Refuse(string words) => UnprocessableEntity(new { words });
}
