using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Auditors.Trails;

public sealed record TrailForm
{
    [Required(ErrorMessage = "Write the reference of the case.")]
    public string? Reference { get; init; }
}

public sealed record TrailPage(AuditedCase Case, IReadOnlyDictionary<Guid, string> Names);

/// <summary>The audit chain of a case: that something was done, by whom, when, and whether the chain is whole; never what. A look is a read of the case.</summary>
public sealed class TrailsController(AuditDesk desk, StaffDirectory staff) : Controller
{
    private Actor Me => Person.Of(User).As(Role.Auditor);

    [HttpGet(Paths.Home), Nav("Audit chains", Order = 1)]
    public IActionResult Index() => View(new TrailForm());

    [HttpPost(Paths.Home), ShowsFormAgain]
    public IActionResult Find(TrailForm form)
    {
        if (ModelState.IsValid && CaseReference.Normalise(form.Reference!) is { } reference)
        {
            return LocalRedirect($"{Paths.Trails}/{reference}");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Reference), S("This is no reference. Look for signs that were read wrong."));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", form);
    }

    [HttpGet(Paths.Trails + "/{reference}")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await desk.OfCaseAsync(Me, reference, HttpContext.RequestAborted) is not { } audited)
        {
            return NotFound();
        }

        return View(new TrailPage(audited, await staff.NamesAsync([.. audited.Lines.Select(l => l.By).Distinct()], HttpContext.RequestAborted)));
    }

    /// <summary>Goes over every chain; on a large installation this takes a while.</summary>
    [HttpGet(Paths.All), Nav("All chains", Order = 2)]
    public async Task<IActionResult> All() => View(await desk.OfAllAsync(Me, HttpContext.RequestAborted));
}
