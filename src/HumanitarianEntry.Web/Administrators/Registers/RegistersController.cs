using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.Registers;

/// <summary>The registers of military units and incidents: what is in force, what waits, and the first of the two steps in which a version comes.</summary>
public sealed class RegistersController(RegisterIntake intake, StaffDirectory staff) : Controller
{
    [HttpGet(Paths.Registers), Nav("Units and incidents", Order = 4)]
    public Task<IActionResult> Index() => PageAsync(new RegisterForm(), null);

    [HttpPost(Paths.Registers), ShowsFormAgain, RequestSizeLimit(RegisterImport.MostBytes + 65_536)]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] RegisterForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(form, null);
        }

        var file = await form.File!.BytesAsync(HttpContext.RequestAborted);
        var (id, report) = await intake.CheckAsync(file, form.ToHeader(), Person.Of(User).Id, HttpContext.RequestAborted);
        if (id is { } kept)
        {
            return Redirect(Paths.RegisterImports + "/" + kept);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(form, report);
    }

    private async Task<IActionResult> PageAsync(RegisterForm form, RegisterReport? refused)
    {
        var cancelled = HttpContext.RequestAborted;
        var (loaded, waiting) = (await intake.LoadedAsync(cancelled), await intake.WaitingAsync(cancelled));
        return View("Index", new RegistersPage(loaded, waiting, await staff.NamesAsync([.. loaded.Select(l => l.LoadedBy).Concat(waiting.Select(w => w.By)).Distinct()], cancelled), form, refused));
    }
}

/// <summary>The second step: what a checked file would change, and putting just this file in force.</summary>
[Route("administrators/registers/imports/{id:guid}")]
public sealed class RegisterImportsController(RegisterIntake intake) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await intake.OpenAsync(id, HttpContext.RequestAborted) is var (kept, report) ? View("Import", new RegisterImportPage(kept, report)) : NotFound();

    [HttpPost("confirm")]
    public async Task<IActionResult> Confirm(Guid id)
    {
        switch (await intake.ConfirmAsync(id, Person.Of(User).Id, HttpContext.RequestAborted))
        {
            case null:
                return NotFound();
            case { Outcome: RegisterOutcome.InForce } report:
                TempData[Paths.DoneMessage] = S($"The register is in force with {report.Entries} entries. The service of every open case is held against it now.");
                return Redirect(Paths.Registers);
            default:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Show(id);
        }
    }

    [HttpPost("drop")]
    public async Task<IActionResult> Drop(Guid id)
    {
        TempData[Paths.DoneMessage] = await intake.DropAsync(id, HttpContext.RequestAborted) ? S("The checked file was thrown away. No register was changed.") : S("The file was gone already.");
        return Redirect(Paths.Registers);
    }
}

public sealed record RegisterImportPage(KeptRegister Kept, RegisterReport Report)
{
    /// <summary>Most differences shown; the figures above them count all.</summary>
    public const int Most = 200;

    public string Url => Paths.RegisterImports + "/" + Kept.Id;

    public static string WordOf(EntryChange change) => change switch
    {
        EntryChange.Added => S("Added"),
        EntryChange.Modified => S("Changed"),
        EntryChange.Deleted => S("Removed"),
    };
}
