using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Recipients;

/// <summary>The one page for an emergency: asked for, read, released by two people, handed over. Who may do which step says the act.</summary>
public abstract class UrgentController(CaseDoor door) : CaseController(door)
{
    private const string Purpose = "urgent-dossier";

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, Purpose) is { } view ? Page(PageOf(view)) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Make(string reference, [Bind(Prefix = "Form")] UrgentForm form) =>
        SendAsync(reference, _ => new MakeUrgentDossier(form.Language!, form.Recipient!), page => page with { Form = form }, S("The urgent page is being made. The inbox tells you when it is ready to be read."));

    [HttpPost("release"), ShowsFormAgain]
    public Task<IActionResult> Release(string reference, [FromForm] int version, [Bind(Prefix = "Release")] UrgentReleaseForm form) =>
        SendAsync(reference, _ => new ReleaseUrgentDossier(version, form.Reason!), page => page with { Release = form }, S("Recorded. Two people are needed."));

    [HttpPost("hand-over"), ShowsFormAgain]
    public Task<IActionResult> HandOver(string reference, [FromForm] int version, [Bind(Prefix = "HandOver")] UrgentHandOverForm form) =>
        SendAsync(reference, _ => new HandOverUrgentDossier(version, form.Channel!), page => page with { HandOver = form }, S("The hand-over of the urgent page is recorded."));

    private async Task<IActionResult> SendAsync(string reference, Func<CaseView, Act> act, Func<UrgentPageView, UrgentPageView> typed, string done)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        return await PerformAsync(view, () => act(view), PageOf(view).Url, _ => done, () => Task.FromResult<IActionResult>(Page(typed(PageOf(view)))));
    }

    private ViewResult Page(UrgentPageView page) => View("/Shared/Recipients/Urgent.cshtml", page);

    private UrgentPageView PageOf(CaseView view) => new(view, $"/{HttpContext.Audience().Path}/cases/{view.File.Reference}", RolesOn(view), Person.Id);
}
