using System.Security.Claims;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Public.ApplicantSignIn;

public sealed class ApplicantSignInController(IApplicantSignIn signIn, Sessions sessions, ExpiredFormPages keptForms, Texts texts) : Controller
{
    [HttpGet("/enter")]
    public IActionResult New(string? @return) => View(new ApplicantSignInForm { ReturnPath = @return });

    /// <summary>The way back for somebody whose session ended over a form.</summary>
    [HttpPost("/enter/again"), NeverKept]
    public IActionResult Again([FromForm(Name = ExpiredForm.KeptFieldName)] string? kept)
    {
        ModelState.Clear();
        return View("New", new ApplicantSignInForm { Kept = kept });
    }

    [HttpPost("/enter"), NeverKept, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Create(ApplicantSignInForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await signIn.CheckAsync(form.Reference!.Trim(), form.Digits, cancellationToken) is { } applicant)
            return await AdmitAsync(form, applicant);

        if (ModelState.IsValid)
            ModelState.AddModelError("", texts["enter.refused"]);
        return View("New", form);
    }

    private async Task<IActionResult> AdmitAsync(ApplicantSignInForm form, ClaimsPrincipal applicant)
    {
        await sessions.OpenAsync(HttpContext, Door.Applicant, applicant);
        return keptForms.Reopen(HttpContext, form.Kept, Sessions.SubjectOf(applicant))
            ?? LocalRedirect(Url.IsLocalUrl(form.ReturnPath) ? form.ReturnPath : Sessions.HomeOf(applicant));
    }
}
