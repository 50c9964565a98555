using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.ScreeningLists;

/// <summary>The second step: what a checked file would change, and the decision to put just this file in force.</summary>
[Route("administrators/screening-lists/imports/{id:guid}")]
public sealed class ListImportsController(ListIntake intake, StaffDirectory staff) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await intake.OpenAsync(id, HttpContext.RequestAborted) is { } found ? await PageAsync(found, null) : NotFound();

    [HttpPost("confirm"), ShowsFormAgain]
    public async Task<IActionResult> Confirm(Guid id, [Bind(Prefix = "Form")] ConfirmForm form)
    {
        var (outcome, report) = await intake.ConfirmAsync(id, Person.Of(User).Id, form.AcceptGaps, HttpContext.RequestAborted);
        switch (outcome)
        {
            case IntakeOutcome.InForce:
                TempData[Paths.DoneMessage] = S($"The list is in force with {report!.Entries} entries. {report.CasesToScreen} open cases are held against it now.");
                return Redirect(Paths.Lists);
            case IntakeOutcome.Gone:
                return NotFound();
            case IntakeOutcome.Refused or IntakeOutcome.NeedsOther:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await intake.OpenAsync(id, HttpContext.RequestAborted) is { } found
                    ? await PageAsync(found, outcome == IntakeOutcome.NeedsOther ? S("You loaded this file. Another administrator must confirm it.") : S("The file was not taken. Nothing was stored; what was in force still is."))
                    : NotFound();
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    [HttpPost("drop")]
    public async Task<IActionResult> Drop(Guid id)
    {
        TempData[Paths.DoneMessage] = await intake.DropAsync(id, HttpContext.RequestAborted) ? S("The checked file was thrown away. No list was changed.") : S("The file was gone already.");
        return Redirect(Paths.Lists);
    }

    private async Task<IActionResult> PageAsync(CheckedImport found, string? problem)
    {
        var names = await staff.NamesAsync([found.Kept.By], HttpContext.RequestAborted);
        return View("Import", new ImportPage(found, names.GetValueOrDefault(found.Kept.By) ?? S("an account that is gone"), Person.Of(User).Id, problem));
    }
}

public sealed record ConfirmForm
{
    public bool AcceptGaps { get; init; }
}

/// <param name="Reader">Who looks at the page.</param>
/// <param name="Problem">Why the last try did nothing; null before one.</param>
public sealed record ImportPage(CheckedImport Found, string LoadedBy, Guid Reader, string? Problem)
{
    /// <summary>Most differences shown; the figures above them count all.</summary>
    public const int Most = 200;

    public static string WordOf(EntryChange change) => change switch
    {
        EntryChange.Added => S("Added"),
        EntryChange.Modified => S("Changed"),
        EntryChange.Deleted => S("Removed"),
    };

    public string Url => Paths.ListImports + "/" + Found.Kept.Id;

    public bool MayConfirm => !Found.Report.IsStopped && (Found.NeedsSecond is null || Reader != Found.Kept.By);

    /// <summary>Empty property for the form of the page.</summary>
    public ConfirmForm Form { get; } = new();
}
