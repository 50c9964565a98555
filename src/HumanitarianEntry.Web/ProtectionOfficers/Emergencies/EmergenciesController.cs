using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Emergencies;

[Route("protection-officers/cases/{reference}/emergency")]
public sealed class EmergenciesController(CaseDoor door, ProtectionDesk protection, StaffDirectory staff) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, "emergency") is { } view ? await PageAsync(view, new(), new()) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Open")] OpenEmergencyForm form) => await OpenAsync(reference, "emergency") is { } view
        ? await CarryOutAsync(view, () => form.ToAct(), UrlOf(view) + "/emergency", S("The emergency is open. Counsel has been told."), () => PageAsync(view, form, new()))
        : NotFound();

    [HttpPost("close"), ShowsFormAgain]
    public async Task<IActionResult> Close(string reference, [Bind(Prefix = "Close")] CloseEmergencyForm form) => await OpenAsync(reference, "emergency") is { } view
        ? await CarryOutAsync(view, () => form.ToAct(), UrlOf(view), S("The emergency is closed. The case stands where it stood before."), () => PageAsync(view, new(), form))
        : NotFound();

    private async Task<IActionResult> CarryOutAsync(CaseView view, Func<Act> act, string next, string message, Func<Task<IActionResult>> again)
    {
        if (ModelState.IsValid)
        {
            return await PerformAsync(view, act(), next, message, again);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await again();
    }

    private async Task<IActionResult> PageAsync(CaseView view, OpenEmergencyForm open, CloseEmergencyForm close)
    {
        var brief = await protection.ReadAsync(view, Person.As(Role.ProtectionOfficer), HttpContext.RequestAborted);
        var names = await staff.NamesAsync([.. brief.Since.Select(a => a.By).Distinct()], HttpContext.RequestAborted);
        return View("Show", new EmergencyPage(view, brief, names, open, close, UrlOf(view)));
    }

    private static string UrlOf(CaseView view) => Paths.Cases + view.File.Reference;
}
