using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Emergencies;

/// <summary>Counsel opens an emergency and sees what was done; the protection officer closes it.</summary>
public sealed record EmergencyPage(CaseView Case, ProtectionBrief Brief, IReadOnlyDictionary<Guid, string> Names, OpenEmergencyForm Form, string CaseUrl);

[Route("counsel/cases/{reference}/emergency")]
public sealed class EmergenciesController(CaseDoor door, ProtectionDesk protection, StaffDirectory staff) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, "emergency") is { } view ? await PageAsync(view, new()) : NotFound();

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] OpenEmergencyForm form)
    {
        if (await OpenAsync(reference, "emergency") is not { } view)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            return await PerformAsync(view, form.ToAct(), Paths.Cases + view.File.Reference + "/emergency", S("The emergency is open. The protection officer has been told."), () => PageAsync(view, form));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(view, form);
    }

    private async Task<IActionResult> PageAsync(CaseView view, OpenEmergencyForm form)
    {
        var brief = await protection.ReadAsync(view, Person.As(Role.Counsel), HttpContext.RequestAborted);
        var names = await staff.NamesAsync([.. brief.Since.Select(a => a.By).Distinct()], HttpContext.RequestAborted);
        return View("Show", new EmergencyPage(view, brief, names, form, Paths.Cases + view.File.Reference));
    }
}
