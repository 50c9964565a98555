using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.ScreeningLists;

/// <summary>Lists in force, files that wait, and the first of the two steps in which a list comes.</summary>
public sealed class ScreeningListsController(InstallationDesk desk, StaffDirectory staff, ListIntake intake, ColumnMappings mappings, ScreeningProof proof) : Controller
{
    private const long LargestFile = 300L * 1024 * 1024;

    [HttpGet(Paths.Lists), Nav("Screening lists", Order = 3)]
    public Task<IActionResult> Index() => PageAsync(new ListForm(), null);

    [HttpPost(Paths.Lists), ShowsFormAgain, RequestSizeLimit(LargestFile), RequestFormLimits(MultipartBodyLengthLimit = LargestFile)]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] ListForm form)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(form, null);
        }

        var file = await form.File!.BytesAsync(HttpContext.RequestAborted);
        var aliases = form.Aliases is null ? null : await form.Aliases.BytesAsync(HttpContext.RequestAborted);
        var (id, report) = await intake.CheckAsync(file, aliases, form.Format!, form.ToHeader(), Person.Of(User).Id, HttpContext.RequestAborted);
        if (id is { } kept)
        {
            return Redirect(Paths.ListImports + "/" + kept);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await PageAsync(form, report);
    }

    private async Task<IActionResult> PageAsync(ListForm form, ListImportReport? refused)
    {
        var cancelled = HttpContext.RequestAborted;
        var lists = await desk.ListsAsync(cancelled);
        var waiting = await intake.WaitingAsync(cancelled);
        var names = await staff.NamesAsync([.. lists.Select(l => l.LoadedBy).Concat(lists.Select(l => l.ConfirmedBy).OfType<Guid>()).Concat(waiting.Select(w => w.By)).Distinct()], cancelled);
        return View("Index", new ListsPage(lists, waiting, await mappings.AllAsync(cancelled), names, await proof.LastAsync(cancelled), form, refused));
    }
}
