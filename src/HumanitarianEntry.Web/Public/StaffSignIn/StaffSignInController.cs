using System.Security.Claims;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Public.StaffSignIn;

/// <summary>Password first, then the code. The first step never says whether it was right: only both together open the door.</summary>
public sealed class StaffSignInController(IStaffSignIn signIn, PendingSignIn pending, Sessions sessions, ExpiredFormPages keptForms) : Controller
{
    public const string Refused = "User name, password and code do not fit together. Check all three and start again. Nothing is lost.";

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

        string? note = pending.Take(HttpContext);
        if (note is not null && await signIn.CompleteAsync(note, form.Digits, cancellationToken) is { } person)
            return await AdmitAsync(form, person);

        ModelState.Clear();
        ModelState.AddModelError("", Refused);
        return View("New", new StaffPasswordForm { ReturnPath = form.ReturnPath, Kept = form.Kept });
    }

    private async Task<IActionResult> AdmitAsync(StaffCodeForm form, ClaimsPrincipal person)
    {
        await sessions.OpenAsync(HttpContext, Sessions.StaffDoorOf(person), person);
        return keptForms.Reopen(HttpContext, form.Kept, Sessions.SubjectOf(person))
            ?? LocalRedirect(Url.IsLocalUrl(form.ReturnPath) ? form.ReturnPath : Sessions.HomeOf(person));
    }
}
