using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.People;

[Route("coordinators/cases/{reference}/people")]
public sealed class PeopleController(CaseDoor door, StaffDirectory directory, Absences absences, StaffTiesStore ties) : CaseController(door)
{
    private const string Purpose = "people";

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) =>
        await OpenAsync(reference, Purpose) is { } view ? View("Show", await PageAsync(view, new AssignForm(), new UnassignForm())) : NotFound();

    [HttpPost("")]
    [ShowsFormAgain]
    public async Task<IActionResult> Assign(string reference, [Bind(Prefix = "Assign")] AssignForm form)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        var page = await PageAsync(view, form, new UnassignForm());
        var chosen = page.Candidates.FirstOrDefault(c => c.Key == form.Who);
        if (chosen is null && form.Who is not null)
        {
            ModelState.AddModelError("Assign.Who", S("This person cannot be put on the case in this role. Choose another one."));
        }

        var isLiaison = chosen?.Role == Role.EmbassyLiaison;
        if (isLiaison && page.AsksForPost && string.IsNullOrEmpty(form.Post))
        {
            ModelState.AddModelError("Assign.Post", S("Choose the post. What is handed to another one is not shown to this liaison."));
        }
        else if (chosen is not null && !isLiaison && !string.IsNullOrEmpty(form.Post))
        {
            ModelState.AddModelError("Assign.Post", S("Only a liaison is put on the case for a post. Choose “Not a liaison” here, or a liaison above."));
        }

        var act = chosen is null ? null : new AssignStaff(chosen.Account.Id, chosen.Role, chosen.Account.Team) { Post = string.IsNullOrEmpty(form.Post) || form.Post == PeoplePage.EveryPost ? null : form.Post };
        return await SendAsync(page, act, S("The person is on the case and was told."));
    }

    [HttpPost("leaving")]
    [ShowsFormAgain]
    public async Task<IActionResult> Unassign(string reference, [Bind(Prefix = "Unassign")] UnassignForm form)
    {
        if (await OpenAsync(reference, Purpose) is not { } view)
        {
            return NotFound();
        }

        var page = await PageAsync(view, new AssignForm(), form);
        var chosen = view.File.Assignments.Find(a => $"{Keys.Of(a.Role)}/{a.StaffId:N}" == form.Who);
        if (chosen is null && form.Who is not null)
        {
            ModelState.AddModelError("Unassign.Who", S("This person is not on the case in this role any more."));
        }

        var act = chosen is null ? null : new UnassignStaff(chosen.StaffId, chosen.Role, form.Reason ?? string.Empty);
        return await SendAsync(page, act, S("The person is off the case and cannot see it any more."));
    }

    private async Task<IActionResult> SendAsync(PeoplePage page, Act? act, string message)
    {
        if (act is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Show", page);
        }

        return await PerformAsync(page.Case, act, IsLeaving(act) ? "/coordinators" : page.CaseUrl + "/people", message, () => Task.FromResult<IActionResult>(View("Show", page)));
    }

    /// <summary>Who takes himself off sees the case no more.</summary>
    private bool IsLeaving(Act act) => act is UnassignStaff { Role: Role.Coordinator } leaving && leaving.StaffId == Person.Id;

    private async Task<PeoplePage> PageAsync(CaseView view, AssignForm assign, UnassignForm unassign)
    {
        var accounts = await directory.AllAsync(HttpContext.RequestAborted);
        var names = accounts.ToDictionary(a => a.Id, a => a.DisplayName);
        var (away, known) = (await absences.ComingAsync(HttpContext.RequestAborted), await ties.AllAsync([.. accounts.Select(a => a.Id)], HttpContext.RequestAborted));
        return new(view, PeoplePage.CandidatesOf(view.File, accounts), names, assign, unassign, Cases.CasesController.Path + view.File.Reference)
        {
            Notes = accounts.ToDictionary(a => a.Id, a => AssignmentWords.Notes(away[a.Id].FirstOrDefault(), ConflictHints.Of(view.File, known.GetValueOrDefault(a.Id, StaffTies.None)))),
        };
    }
}
