using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Referrals;

/// <summary>Opens a case. The access code is in the answer to this one form and nowhere else: no redirect carries it, nothing stores it.</summary>
[Route("screeners/referrals")]
public sealed class ReferralsController(ActRunner acts, ProgrammeLibrary programmes) : Controller
{
    private Person Person => Person.Of(User);

    [HttpGet("new"), Nav("New referral", Order = 2, Roles = ["intake-officer"])]
    public IActionResult New() => Person.Roles.Contains(Role.IntakeOfficer) ? Form(new ReferralForm { Programme = programmes.Taking.Select(p => p.Settings.Id).FirstOrDefault() }) : NotFound();

    [HttpPost("new"), ShowsFormAgain]
    public async Task<IActionResult> Create([FromForm(Name = "Form")] ReferralForm form)
    {
        if (!Person.Roles.Contains(Role.IntakeOfficer))
        {
            return NotFound();
        }

        if (form.Programme is not null && !programmes.Has(form.Programme))
        {
            ModelState.AddModelError("Form.Programme", S("Choose one of the programmes."));
        }

        return ModelState.IsValid ? await OpenAsync(form) : Form(form, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> OpenAsync(ReferralForm form)
    {
        var request = new ActRequest { Actor = Person.As(Role.IntakeOfficer), Act = form.ToAct(), Key = Request.ActKeyOf(), ProgrammeId = form.Programme, OwningOrg = Person.Organisation };
        switch (await acts.RunAsync(request, HttpContext.RequestAborted))
        {
            case ActResult.Done { AccessCode: { } code } done:
                return View("Created", new CreatedPage(done.Reference, code, form.Language!));
            case ActResult.Refused refused:
                foreach (var blocker in refused.Blockers)
                {
                    ModelState.AddModelError(string.Empty, S(blocker.Message));
                }

                return Form(form, StatusCodes.Status422UnprocessableEntity);
            case ActResult.Busy:
                ModelState.AddModelError(string.Empty, S("The database is busy and took nothing. Nothing you wrote is lost: send the form again in a moment."));
                return Form(form, StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    private ViewResult Form(ReferralForm form, int status = StatusCodes.Status200OK)
    {
        var choices = programmes.Taking.Select(p => new Choice(p.Settings.Id, FactWords.Programme(p.Settings))).ToList();
        return new ViewResult { ViewName = "New", StatusCode = status, ViewData = new(ViewData) { Model = new ReferralPage(form, choices) }, TempData = TempData };
    }
}

public sealed record ReferralPage(ReferralForm Form, IReadOnlyList<Choice> Programmes);

/// <summary>What the person needs to come back, shown once.</summary>
public sealed record CreatedPage(string Reference, string Code, string Language);
