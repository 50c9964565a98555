using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Account.Passwords;

public sealed record PasswordForm
{
    [Required(ErrorMessage = "Write the password you have now."), StringLength(1024)]
    public string? Current { get; init; }

    [Required(ErrorMessage = "Choose a new password."), StringLength(1024)]
    public string? Password { get; init; }

    [Compare(nameof(Password), ErrorMessage = "The two passwords differ. Type the same one twice.")]
    public string? Again { get; init; }
}

[Route("account/password")]
public sealed class PasswordController(AccountDoor door) : AccountController(door)
{
    [HttpGet]
    public IActionResult New() => View(new PasswordForm());

    [HttpPost, NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Change(PasswordForm form)
    {
        var account = await AccountAsync();
        if (ModelState.IsValid && !await Parts.Own.ProveAsync(account, form.Current!))
        {
            ModelState.AddModelError(nameof(form.Current), WrongPassword);
        }

        foreach (var fault in ModelState.IsValid ? await Parts.Own.FaultsOfAsync(account, form.Password!) : [])
        {
            ModelState.AddModelError(nameof(form.Password), S(fault));
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("New", form);
        }

        var changed = await Parts.Own.SetPasswordAsync(account, form.Password!, HttpContext.RequestAborted);
        return changed.Succeeded ? await GoOnAsync(account, S("Your password is new. Every other session has ended.")) : throw new InvalidOperationException("The account store refused a password that the rules had taken.");
    }
}
