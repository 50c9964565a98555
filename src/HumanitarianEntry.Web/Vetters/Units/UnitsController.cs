using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Units;

/// <summary>The service of one person against the registers of units and incidents. Everything that is taken over comes from the register; forms only say which.</summary>
[Route("vetters/cases/{reference}/units")]
public sealed class UnitsController(CaseDoor door, UnitDesk desk) : CaseController(door)
{
    private const string Purpose = "vetting";

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, Purpose) is { } view ? View("Show", await PageAsync(view, new ChooseForm())) : NotFound();

    /// <summary>Takes incidents over and holds the service against them.</summary>
    [HttpPost("hold"), ShowsFormAgain]
    public async Task<IActionResult> Hold(string reference, [Bind(Prefix = "Form")] HoldForm form)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        var act = UnitDesk.Hold(await desk.OfAsync(view.File, HttpContext.RequestAborted), view.File, form.Service.Clean(), form.Incident.Clean());
        return await PerformAsync(view, act, UrlOf(view) + "/units", S("The service was held against it. What it means is asked, not concluded."), () => AgainAsync(reference, new ChooseForm()));
    }

    /// <summary>Says which registered unit is meant.</summary>
    [HttpPost("choose"), ShowsFormAgain]
    public async Task<IActionResult> Choose(string reference, [Bind(Prefix = "Form")] ChooseForm form)
    {
        if (await OpenAsync(reference, Purpose) is not { } view || view.File.Interview.Service.Values().LastOrDefault(s => s.Label == form.Service) is not { } service)
        {
            return NotFound();
        }

        var unit = form.Unit is null or ChooseForm.None ? null : await desk.FindAsync(service, form.Unit, HttpContext.RequestAborted);
        if (form.Unit is not (null or ChooseForm.None) && unit is null)
        {
            return NotFound();
        }

        return await PerformAsync(view, () => new ChooseUnit(service.Label, unit, form.Reason!), UrlOf(view) + "/units", _ => S("Your choice is on file."), () => AgainAsync(reference, form));
    }

    private async Task<IActionResult> AgainAsync(string reference, ChooseForm form) => View("Show", await PageAsync((await OpenAsync(reference, Purpose))!, form));

    private async Task<UnitsPage> PageAsync(CaseView view, ChooseForm form) => UnitsPage.Of(view, UrlOf(view), await desk.OfAsync(view.File, HttpContext.RequestAborted), form);

    private static string UrlOf(CaseView view) => VetterPaths.Case + view.File.Reference;
}

/// <summary>What is held; both empty: everything that is open.</summary>
public sealed record HoldForm
{
    public string? Service { get; init; }
    public string? Incident { get; init; }
}

public sealed record ChooseForm
{
    /// <summary>Chosen when no registered unit is meant.</summary>
    public const string None = "-";

    public string? Service { get; init; }

    [Required(ErrorMessage = "Choose the unit, or that it is none of them.")]
    public string? Unit { get; init; }

    [Required(ErrorMessage = "Say by what you know it."), StringLength(2_000)]
    public string? Reason { get; init; }
}
