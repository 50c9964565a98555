using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace HumanitarianEntry.Web.Public.Write;

/// <summary>
/// First contact by the person himself: form, answers to check, then reference and code, shown once. Nothing is stored before he sends; the answers travel in the pages.
/// The form's key is made when it is first shown, so that whatever is sent twice opens one case and shows the same code.
/// </summary>
public sealed class WriteController(ActRunner acts, ProgrammeLibrary programmes, StaffDirectory staff, IConfiguration configuration, Texts texts, ILogger<WriteController> log) : Controller
{
    private static readonly Actor Unknown = new(Guid.Empty, Role.Applicant, "applicant");

    [HttpGet("/write")]
    public IActionResult New() => View(new WriteForm { Key = ActKey.New(), Language = texts.Language });

    [HttpPost("/write"), ShowsFormAgain]
    public IActionResult Check(WriteForm form) => ModelState.IsValid ? View("Check", form) : Again(form, StatusCodes.Status422UnprocessableEntity);

    /// <summary>Back from the answers to the form.</summary>
    [HttpPost("/write/change"), ShowsFormAgain]
    public IActionResult Change(WriteForm form)
    {
        ModelState.Clear();
        return View("New", form);
    }

    [HttpPost("/write/send"), ShowsFormAgain, EnableRateLimiting(SignInLimits.Policy)]
    public async Task<IActionResult> Send(WriteForm form)
    {
        if (!ModelState.IsValid)
            return Again(form, StatusCodes.Status422UnprocessableEntity);

        var settings = WriteSettings.From(configuration);
        if (await settings.ReceiverAsync(staff, HttpContext.RequestAborted) is not { } organisation)
        {
            // A case that nobody sees would be worse than none: he must learn now that he has to come again.
            log.LogError("Somebody wrote, and no organisation receives: give somebody the role intake officer, or set Casework:OwningOrg");
            ModelState.AddModelError("", texts["write.nobody"]);
            return Again(form, StatusCodes.Status503ServiceUnavailable);
        }

        var request = new ActRequest { Actor = Unknown, Act = form.ToAct(), Key = Request.ActKeyOf(), ProgrammeId = settings.ProgrammeFor(form.Country!, programmes), OwningOrg = organisation };
        switch (await acts.RunAsync(request, HttpContext.RequestAborted))
        {
            case ActResult.Done { AccessCode: { } code } done:
                return View("Sent", new SentPage(done.Reference, code, done.IsRepeat));
            case ActResult.Refused refused:
                BlockerWords.Explain(ModelState, refused.Blockers, texts, log);
                return Again(form, StatusCodes.Status422UnprocessableEntity);
            case ActResult.Busy or ActResult.Stale:
                ModelState.AddModelError("", texts["own.busy"]);
                return Again(form, StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    private ViewResult Again(WriteForm form, int status)
    {
        var view = View("New", form);
        view.StatusCode = status;
        return view;
    }
}

/// <param name="Code">Twenty digits in five groups; on this page and nowhere else.</param>
public sealed record SentPage(string Reference, string Code, bool IsRepeat);
