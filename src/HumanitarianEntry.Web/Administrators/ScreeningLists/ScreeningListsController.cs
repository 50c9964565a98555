using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Administrators.ScreeningLists;

public sealed class ScreeningListsController(InstallationDesk desk, StaffDirectory staff, ListImport import) : Controller
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

        await using var file = form.File!.OpenReadStream();
        var mode = new ListImportMode { DryRun = form.InForce == false, AcceptGaps = form.AcceptGaps };
        var report = await import.ImportAsync(file, form.Format!, form.ToHeader(), Person.Of(User).Id, mode, HttpContext.RequestAborted);
        if (report.Outcome == ListImportOutcome.Refused)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return await PageAsync(form, report);
    }

    private async Task<IActionResult> PageAsync(ListForm form, ListImportReport? report)
    {
        var lists = await desk.ListsAsync(HttpContext.RequestAborted);
        var names = await staff.NamesAsync([.. lists.Select(l => l.LoadedBy).Distinct()], HttpContext.RequestAborted);
        return View("Index", new ListsPage(lists, names, form, report));
    }
}
