using System.Security.Claims;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Public.StaffSignIn;

/// <summary>Password first, then the code; or a passkey in their place. The first step never says whether it was right: only both together open the door.</summary>
public sealed class StaffSignInController(IStaffSignIn signIn, IPasskeySignIn passkeys, PendingSignIn pending, Sessions sessions, ExpiredFormPages keptForms) : Controller
{
    public static string TooLate => S("This took too long, or the password was changed meanwhile. Start again. Nothing is lost.");
    public static string PasskeyRefused => S("This passkey does not open an account here. Sign in with password and code.");
    public static string Refused => S("User name, password and code do not fit together. Check all three and start again. Nothing is lost.");

    [HttpGet("/sign-in")]
    public IActionResult New(string? @return) => View(new StaffPasswordForm { ReturnPath = @return });

    [HttpPost("/sign-in/again"), NeverKept]
    public IActionResult Again([FromForm(Name = ExpiredForm.KeptFieldName)] string? kept)
    {
        ModelState.Clear();
        return View("New", new StaffPasswordForm { Kept = kept });
    }

    [HttpPost("/sign-in"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Create(StaffPasswordForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return View("New", form);

        pending.Remember(HttpContext, await signIn.BeginAsync(form.UserName!.Trim(), form.Password!, cancellationToken));
        return View("Code", new StaffCodeForm { ReturnPath = form.ReturnPath, Kept = form.Kept });
    }

    [HttpPost("/sign-in/code"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Confirm(StaffCodeForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return View("Code", form);

        return await AnswerAsync(form, pending.Take(HttpContext) is { } note ? await signIn.CompleteAsync(note, form.Digits, cancellationToken) : new StaffProof.Refused(), Refused);
    }

    /// <summary>The last step of somebody whose password another person knows. No session exists before it, so there is no way round it.</summary>
    [HttpPost("/sign-in/password"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> ChangePassword(StaffNewPasswordForm form, CancellationToken cancellationToken)
    {
        string? note = pending.Take(HttpContext);
        if (note is not null && !ModelState.IsValid)
        {
            pending.Remember(HttpContext, note);
            return View("NewPassword", form);
        }

        return await AnswerAsync(form, note is null ? new StaffProof.Refused() : await signIn.ChangePasswordAsync(note, form.Password!, cancellationToken), TooLate);
    }

    /// <summary>The question for the authenticator; our script asks for it.</summary>
    [HttpPost("/sign-in/passkey/question"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> AskPasskey()
    {
        var (options, note) = await passkeys.BeginAsync(HttpContext);
        pending.Remember(HttpContext, note);
        return Content(options, "application/json");
    }

    [HttpPost("/sign-in/passkey"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> ConfirmPasskey(StaffPasskeyForm form) => await AnswerAsync(
        form, ModelState.IsValid && pending.Take(HttpContext) is { } note ? await passkeys.CompleteAsync(HttpContext, note, form.Credential!) : new StaffProof.Refused(), PasskeyRefused);

    private async Task<IActionResult> AnswerAsync(StaffStepForm form, StaffProof proof, string refused)
    {
        switch (proof)
        {
            case StaffProof.Admitted admitted:
                return await AdmitAsync(form, admitted.Person);
            case StaffProof.MustChange must:
                pending.Remember(HttpContext, must.Note);
                ModelState.Clear();
                return View("NewPassword", new StaffNewPasswordForm { ReturnPath = form.ReturnPath, Kept = form.Kept });
            case StaffProof.Weak weak:
                pending.Remember(HttpContext, weak.Note);
                foreach (var fault in weak.Faults)
                    ModelState.AddModelError(nameof(StaffNewPasswordForm.Password), S(fault));
                return View("NewPassword", form);
            default:
                ModelState.Clear();
                ModelState.AddModelError("", refused);
                return View("New", new StaffPasswordForm { ReturnPath = form.ReturnPath, Kept = form.Kept });
        }
    }

    private async Task<IActionResult> AdmitAsync(StaffStepForm form, ClaimsPrincipal person)
    {
        await sessions.OpenAsync(HttpContext, Sessions.StaffDoorOf(person), person);
        return keptForms.Reopen(HttpContext, form.Kept, Sessions.SubjectOf(person))
            ?? LocalRedirect(Url.IsLocalUrl(form.ReturnPath) ? form.ReturnPath : Sessions.HomeOf(person));
    }
}
