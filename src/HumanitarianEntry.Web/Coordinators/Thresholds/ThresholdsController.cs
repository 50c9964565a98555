using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Thresholds;

/// <summary>From which score an entry of a list is put before a vetter: propose, read what it would do to everybody searched so far, confirm. And what each change of the search has done.</summary>
[Route("coordinators/thresholds")]
public sealed class ThresholdsController(ThresholdChanges changes, EngineChange engine, InstallationDesk desk, StaffDirectory staff) : Controller
{
    private const string Home = "/coordinators/thresholds";

    private Actor Actor => Person.Of(User).As(Role.Coordinator);

    private CancellationToken Gone => HttpContext.RequestAborted;

    [HttpGet(""), Nav("Thresholds", Order = 5)]
    public Task<IActionResult> Index() => PageAsync(null);

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Propose([Bind(Prefix = "Form")] ThresholdForm form)
    {
        var inForce = await changes.InForceAsync(Gone);
        if (!ModelState.IsValid || !Accepted(await changes.ProposeAsync(Actor, form.ToRules(inForce), form.Reason!, Gone)))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await PageAsync(form);
        }

        TempData[CaseController.DoneMessage] = S("Proposed. They are tried out now; another coordinator reads the figures and decides.");
        return LocalRedirect(Home);
    }

    [HttpPost("{number:int}/confirm"), ShowsFormAgain]
    public Task<IActionResult> Confirm(int number) => DecideAsync(() => changes.ConfirmAsync(Actor, number, Gone), S("The thresholds are in force. Everybody is searched anew by them."));

    [HttpPost("{number:int}/refuse"), ShowsFormAgain]
    public Task<IActionResult> Refuse(int number) => DecideAsync(() => changes.RefuseAsync(Actor, number, Gone), S("The proposal is turned down. Nothing was changed."));

    private async Task<IActionResult> DecideAsync(Func<Task<ChangeResult>> decide, string message)
    {
        if (!Accepted(await decide()))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await PageAsync(null);
        }

        TempData[CaseController.DoneMessage] = message;
        return LocalRedirect(Home);
    }

    private bool Accepted(ChangeResult result)
    {
        if (result is not ChangeResult.Done)
        {
            ModelState.AddModelError(string.Empty, result is ChangeResult.Refused refused ? S(refused.Why) : S("Somebody else has decided on it meanwhile."));
        }

        return result is ChangeResult.Done;
    }

    private async Task<IActionResult> PageAsync(ThresholdForm? form)
    {
        var (inForce, waiting, history) = (await changes.InForceAsync(Gone), await changes.WaitingAsync(Gone), await changes.HistoryAsync(Gone));
        var lists = (await desk.ListsAsync(Gone)).Where(l => l.IsActive).Select(l => l.Key).Order(StringComparer.Ordinal).ToList();
        var people = history.SelectMany(h => new[] { h.By, h.ConfirmedBy });
        var names = await staff.NamesAsync([.. (waiting is null ? people : people.Append(waiting.By)).Distinct()], Gone);
        return View("Index", new ThresholdsPage(inForce, waiting, history, await engine.ReportsAsync(Gone), names, Actor.Id, form ?? ThresholdForm.Of(inForce, lists)));
    }
}

/// <param name="Reports">What each change of engine or thresholds did, the newest first.</param>
public sealed record ThresholdsPage(
    ScreeningRules InForce, ThresholdProposal? Waiting, IReadOnlyList<ThresholdVersion> History, IReadOnlyList<EngineReport> Reports, IReadOnlyDictionary<Guid, string> Names, Guid Reader, ThresholdForm Form)
{
    public string NameOf(Guid person) => Names.GetValueOrDefault(person) ?? S("an account that is gone");
}
