using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Translators.Jobs;

/// <summary>The whole of a translator's house: his list, and one job at a time. Everything else is 404, and so is every job that is not his or not his any more.</summary>
[Route("translators")]
public sealed class JobsController(TranslatorDesk desk, JobDrafts drafts, CaseFiles files, ActRunner acts, TimeProvider time) : Controller
{
    public const string Path = "/translators/jobs/";

    /// <summary>A form of two texts of the greatest length, as a browser writes Cyrillic letters.</summary>
    private const int LongestValue = CaseDrafts.MaxBytes;

    private Actor Me => Person.Of(User).As(Role.Translator);

    [HttpGet(""), Nav("Translations", Order = 1, Inbox = true)]
    public async Task<IActionResult> Index() => View(new JobsPage(await desk.ListAsync(Me.Id, HttpContext.RequestAborted), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));

    [HttpGet("jobs/{job}")]
    public async Task<IActionResult> Show(string job) => await desk.OpenAsync(Me, job, HttpContext.RequestAborted) is { } opened ? await PageAsync(opened, typed: null) : NotFound();

    /// <summary>The working copy, a picture that this program has encoded; nothing else is ever shown inside a browser.</summary>
    [HttpGet("jobs/{job}/picture/file")]
    public async Task<IActionResult> Picture(string job)
    {
        if (await desk.OpenAsync(Me, job, HttpContext.RequestAborted) is not { View.Picture: { } picture } found || await files.OpenAsync(found.CaseId, picture.FileId, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        Response.Headers.ContentDisposition = "inline";
        return File(opened.Content, picture.Mime == "png" ? "image/png" : "image/jpeg");
    }

    [HttpPost("jobs/{job}/take")]
    public async Task<IActionResult> Take(string job) =>
        await desk.OpenAsync(Me, job, HttpContext.RequestAborted) is { } opened
            ? await PerformAsync(opened, () => new TakeTranslation(opened.View.Number), Path + opened.View.Number, S("The job is yours. What you type is kept."), () => PageAsync(opened, typed: null))
            : NotFound();

    [HttpPost("jobs/{job}/deliver"), ShowsFormAgain]
    [RequestFormLimits(ValueLengthLimit = LongestValue)]
    public async Task<IActionResult> Deliver(string job, [Bind(Prefix = "Form")] DeliveryForm form, List<string>? shown)
    {
        if (await desk.OpenAsync(Me, job, HttpContext.RequestAborted) is not { } opened)
        {
            return NotFound();
        }

        // Kept first: what is refused, or meets a busy database, is not lost.
        if (opened.View.MayDeliver)
        {
            await drafts.KeepAsync(opened.CaseId, Me.Id, opened.View.Number, Request.ActKeyOf(), form, HttpContext.RequestAborted);
        }

        var result = await PerformAsync(opened, () => form.ToAct(opened.View.Number), "/translators", S("The translation is delivered. A second person reads it; it comes back to you if something must be looked at again."), () => PageAsync(opened, form));
        if (result is LocalRedirectResult)
        {
            await drafts.DropAsync(opened.CaseId, Me.Id, opened.View.Number, Request.ActKeyOf(), shown ?? [], HttpContext.RequestAborted);
        }

        return result;
    }

    /// <summary>Keeps what was typed; asked for every few seconds. Nothing of the case is opened for it.</summary>
    [HttpPost("jobs/{job}/draft")]
    [RequestFormLimits(ValueLengthLimit = LongestValue)]
    public async Task<IActionResult> Draft(string job, [Bind(Prefix = "Form")] DeliveryForm form)
    {
        if (await desk.FindAsync(Me, job, HttpContext.RequestAborted) is not { } row || row.State is not (nameof(TranslationStanding.Taken) or nameof(TranslationStanding.SentBack)))
        {
            return NotFound();
        }

        await drafts.KeepAsync(row.CaseId, Me.Id, row.Number, Request.ActKeyOf(), form, HttpContext.RequestAborted);
        return NoContent();
    }

    [HttpGet("jobs/{job}/decline")]
    public async Task<IActionResult> Decline(string job) =>
        await desk.OpenAsync(Me, job, HttpContext.RequestAborted) is { } opened ? View(new DeclinePage(opened.View, new DeclineForm())) : NotFound();

    [HttpPost("jobs/{job}/decline"), ShowsFormAgain]
    public async Task<IActionResult> Decline(string job, [Bind(Prefix = "Form")] DeclineForm form) =>
        await desk.OpenAsync(Me, job, HttpContext.RequestAborted) is { } opened
            ? await PerformAsync(opened, () => form.ToAct(opened.View.Number), "/translators", S("You do not translate it. Who ordered it is told."), () => Task.FromResult<IActionResult>(View(new DeclinePage(opened.View, form))))
            : NotFound();

    private async Task<IActionResult> PerformAsync(OpenedJob opened, Func<Act> act, string next, string message, Func<Task<IActionResult>> again)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await again();
        }

        switch (await acts.RunAsync(new ActRequest { CaseId = opened.CaseId, Actor = Me, Act = act(), Key = Request.ActKeyOf() }, HttpContext.RequestAborted))
        {
            case ActResult.Done:
                TempData[CaseController.DoneMessage] = message;
                return LocalRedirect(next);
            case ActResult.Refused refused:
                refused.Blockers.ToList().ForEach(b => ModelState.AddModelError(string.Empty, S(b.Message)));
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await again();
            case ActResult.Busy:
                ModelState.AddModelError(string.Empty, S("The database is busy and took nothing. Nothing you wrote is lost: send the form again in a moment."));
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return await again();
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> PageAsync(OpenedJob opened, DeliveryForm? typed)
    {
        var job = opened.View;
        var (newest, others, all) = await drafts.OfAsync(opened.CaseId, Me.Id, job.Number, HttpContext.RequestAborted);
        var first = newest ?? (job.Deliveries.Count > 0 ? DeliveryForm.Of(job.Deliveries[^1]) : new DeliveryForm());
        return View("Show", new JobPage(job, typed ?? first, IsRestored: typed is null && newest is not null, others, all));
    }
}
