using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Colleagues;

/// <summary>What the page needs, injected as one part so that the controller stays thin.</summary>
public sealed class ColleaguesDoor(ActRunner acts, HandOverDesk handOvers, Absences absences, StaffDirectory directory, StaffTiesStore ties, Calendars calendars, TimeProvider time)
{
    public ActRunner Acts { get; } = acts;
    public HandOverDesk HandOvers { get; } = handOvers;
    public Absences Absences { get; } = absences;
    public StaffDirectory Directory { get; } = directory;
    public StaffTiesStore Ties { get; } = ties;
    public Calendars Calendars { get; } = calendars;
    public TimeProvider Time { get; } = time;
}

/// <summary>Between screeners: cases that I am asked to take, cases of those for whom I stand in, my own absence, and where I come from.</summary>
[Route("screeners/colleagues")]
public sealed class ColleaguesController(ColleaguesDoor door) : Controller
{
    private const string Home = "/screeners/colleagues";

    private Person Person => Person.Of(User);

    private bool IsScreener => Person.Roles.Contains(Role.Screener);

    [HttpGet(""), Nav("Colleagues", Order = 4, Roles = ["screener"])]
    public Task<IActionResult> Index() => ShowAsync(new AbsenceForm(), null);

    [HttpPost("hand-overs"), ShowsFormAgain]
    public async Task<IActionResult> Answer([FromForm] Guid id, [FromForm] bool accepts, [FromForm] string? reason)
    {
        if (!IsScreener || (await door.HandOvers.AskedOfAsync(Person.Id, HttpContext.RequestAborted)).FirstOrDefault(h => h.Id == id) is not { } asked)
        {
            return NotFound();
        }

        return await RunAsync(asked.CaseId, new AnswerHandOver(id, accepts) { Reason = reason.Clean() }, accepts ? ScreenerPaths.Case + asked.Reference : Home, S(accepts ? "The case is yours now." : "Declined. The case stays where it was."));
    }

    [HttpPost("stand-ins"), ShowsFormAgain]
    public async Task<IActionResult> Join([FromForm] string? reference) => IsScreener && await door.Absences.FindAsync(Person.As(Role.Screener), reference ?? string.Empty, HttpContext.RequestAborted) is { } caseId
        ? await RunAsync(caseId, new StandIn(), ScreenerPaths.Case + CaseReference.Normalise(reference!), S("You are on the case now, beside your colleague."))
        : NotFound();

    [HttpPost("absences"), ShowsFormAgain]
    public async Task<IActionResult> Leave([Bind(Prefix = "Absence")] AbsenceForm form)
    {
        if (!IsScreener)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var zone = await door.Calendars.ZoneAsync(Person.Id, HttpContext.RequestAborted);
            var (from, until) = (CountryZones.Instant(form.From.ToDay()!.Value.ToDateTime(TimeOnly.MinValue), zone), CountryZones.Instant(form.Until.ToDay()!.Value.AddDays(1).ToDateTime(TimeOnly.MinValue), zone));
            if (await door.Absences.NoteAsync(Person.Id, from, until, form.StandIn!.Value, HttpContext.RequestAborted) is not { } against)
            {
                return Done(S("Your absence is noted. Colleagues see it when they put people on cases."), Home);
            }

            ModelState.AddModelError("Absence.Until", S(against));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(form, null);
    }

    [HttpPost("absences/end")]
    public async Task<IActionResult> Return([FromForm] Guid id)
    {
        if (!IsScreener)
        {
            return NotFound();
        }

        await door.Absences.EndAsync(Person.Id, id, HttpContext.RequestAborted);
        return Done(S("You are back."), Home);
    }

    [HttpPost("ties"), ShowsFormAgain]
    public async Task<IActionResult> KeepTies([Bind(Prefix = "Ties")] TiesForm form)
    {
        if (!IsScreener)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(new AbsenceForm(), form);
        }

        await door.Ties.KeepAsync(Person.Id, new StaffTies(Lines.Of(form.Units), Lines.Of(form.Towns)), HttpContext.RequestAborted);
        return Done(S("Kept, sealed. It is only used to warn whoever puts you on a case."), Home);
    }

    private async Task<IActionResult> RunAsync(Guid caseId, Act act, string next, string message)
    {
        var result = await door.Acts.RunAsync(new ActRequest { CaseId = caseId, Actor = Person.As(Role.Screener), Act = act, Key = Request.ActKeyOf() }, HttpContext.RequestAborted);
        if (result is ActResult.Done)
        {
            return Done(message, next);
        }

        ModelState.AddModelError(string.Empty, result switch
        {
            ActResult.Refused refused => string.Join(" ", refused.Blockers.Select(b => S(b.Message))),
            ActResult.Busy => S("The database is busy and took nothing. Press the button again in a moment."),
            _ => S("This case cannot be taken any more."),
        });
        Response.StatusCode = result is ActResult.Busy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(new AbsenceForm(), null);
    }

    private LocalRedirectResult Done(string message, string next)
    {
        TempData[CaseController.DoneMessage] = message;
        return LocalRedirect(next);
    }

    private async Task<IActionResult> ShowAsync(AbsenceForm absence, TiesForm? typed)
    {
        if (!IsScreener)
        {
            return NotFound();
        }

        var (me, stop) = (Person, HttpContext.RequestAborted);
        var staff = await door.Directory.AllAsync(stop);
        var away = await door.Absences.ComingAsync(stop);
        var ties = await door.Ties.OfAsync(me.Id, stop);
        return View("Index", new ColleaguesPage(
            await door.HandOvers.AskedOfAsync(me.Id, stop), await door.HandOvers.AskedByAsync(me.Id, stop), await door.Absences.CasesAsync(me.As(Role.Screener), stop),
            [.. away[me.Id]], [.. away.SelectMany(a => a).Where(a => a.StandInId == me.Id)], staff.ToDictionary(s => s.Id, s => s.DisplayName),
            [new(string.Empty, S("Choose")), .. staff.Where(s => s.IsActive && s.Id != me.Id && s.Organisation == me.Organisation && s.Roles.Contains(Role.Screener)).Select(s => new Choice(s.Id.ToString(), s.DisplayName + AssignmentWords.Notes(away[s.Id].FirstOrDefault(), [])))],
            absence, typed ?? new TiesForm { Units = string.Join('\n', ties.Units), Towns = string.Join('\n', ties.Towns) }));
    }
}

public sealed record AbsenceForm
{
    [FullDate(Needed = true, ErrorMessage = "Write day, month and year.")]
    public PartialDateForm? From { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write day, month and year.")]
    public PartialDateForm? Until { get; init; }

    [Required(ErrorMessage = "Choose who stands in for you.")]
    public Guid? StandIn { get; init; }
}

public sealed record TiesForm
{
    [StringLength(1_000, ErrorMessage = "This is longer than 1,000 signs.")]
    public string? Units { get; init; }

    [StringLength(1_000, ErrorMessage = "This is longer than 1,000 signs.")]
    public string? Towns { get; init; }
}

public sealed record ColleaguesPage(
    IReadOnlyList<HandOverLine> AskedOfMe, IReadOnlyList<HandOverLine> AskedByMe, IReadOnlyList<AbsentCase> StandingIn, IReadOnlyList<Absence> Mine, IReadOnlyList<Absence> IStandIn,
    IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<Choice> Choices, AbsenceForm Absence, TiesForm Ties);
