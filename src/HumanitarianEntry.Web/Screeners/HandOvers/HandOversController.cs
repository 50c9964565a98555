using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.HandOvers;

/// <summary>What a page needs to know of colleagues who could take a case.</summary>
public sealed class ColleagueDesk(StaffDirectory directory, Absences absences, StaffTiesStore ties)
{
    /// <summary>Screeners of the organisation who are not on the case, those who are away or may know the person last.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(CaseFile file, Person person, CancellationToken cancellationToken)
    {
        var staff = (await directory.AllAsync(cancellationToken)).Where(s => s.IsActive && s.Organisation == person.Organisation && s.Roles.Contains(Role.Screener) && s.Id != person.Id
            && !file.Assignments.Exists(a => a.StaffId == s.Id && a.Role == Role.Screener)).ToList();
        var (away, known) = (await absences.ComingAsync(cancellationToken), await ties.AllAsync([.. staff.Select(s => s.Id)], cancellationToken));
        return [.. staff.Select(s => new Colleague(s, away[s.Id].FirstOrDefault(), ConflictHints.Of(file, known.GetValueOrDefault(s.Id, StaffTies.None)))).OrderBy(c => c.Hints.Count > 0).ThenBy(c => c.Away is not null).ThenBy(c => c.Staff.DisplayName, StringComparer.Ordinal)];
    }
}

/// <param name="Away">His absence that is on or comes next; null when there is none.</param>
/// <param name="Hints">What makes a conflict of interest likely.</param>
public sealed record Colleague(StaffEntry Staff, Absence? Away, IReadOnlyList<ConflictKind> Hints)
{
    /// <summary>"Anna (DEMO): away from ... to ..., may come from the same unit".</summary>
    public string Label => Staff.DisplayName + AssignmentWords.Notes(Away, Hints);
}

/// <summary>Asks a colleague to take the case. It stays mine until he accepts.</summary>
[Route("screeners/cases/{reference}/hand-over")]
public sealed class HandOversController(CaseDoor door, ColleagueDesk colleagues, StaffDirectory directory) : CaseController(door)
{
    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference, new HandOverForm());

    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] HandOverForm form)
    {
        if (await OpenAsync(reference, "hand-over") is not { } view || !RolesOn(view).Contains(Role.Screener))
        {
            return NotFound();
        }

        if (form.To is { } to && !(await colleagues.OfAsync(view.File, Person, HttpContext.RequestAborted)).Any(c => c.Staff.Id == to))
        {
            ModelState.AddModelError("Form.To", S("This colleague cannot take the case. Choose another one."));
        }

        return await PerformAsync(view, form.ToAct, PathOf(view), _ => S("Your colleague is asked. The case stays yours until he accepts."), () => ShowAsync(reference, form));
    }

    [HttpPost("{id:guid}/taking-back"), ShowsFormAgain]
    public async Task<IActionResult> TakeBack(string reference, Guid id) => await OpenAsync(reference, "hand-over") is { } view
        ? await PerformAsync(view, new TakeBackHandOver(id), PathOf(view), S("You keep the case. Nobody is asked any more."), () => ShowAsync(reference, new HandOverForm()))
        : NotFound();

    private static string PathOf(CaseView view) => $"{ScreenerPaths.Case}{view.File.Reference}/hand-over";

    private async Task<IActionResult> ShowAsync(string reference, HandOverForm form)
    {
        if (await OpenAsync(reference, "hand-over") is not { } view || !RolesOn(view).Contains(Role.Screener))
        {
            return NotFound();
        }

        var waiting = Domain.Assignments.HandOvers.Waiting(view.File);
        var names = waiting is null ? new Dictionary<Guid, string>() : await directory.NamesAsync([waiting.From, waiting.Value.To], HttpContext.RequestAborted);
        return View("New", new HandOverPage(view, form, await colleagues.OfAsync(view.File, Person, HttpContext.RequestAborted), waiting, names, ScreenerPaths.Case + view.File.Reference));
    }
}

public sealed record HandOverForm
{
    [Required(ErrorMessage = "Choose a colleague.")]
    public Guid? To { get; init; }

    [StringLength(AskHandOver.MaxNote, ErrorMessage = "The note is longer than 2,000 signs.")]
    public string? Note { get; init; }

    public AskHandOver ToAct() => new(To!.Value) { Note = Note.Clean() };
}

/// <param name="Waiting">A colleague is asked already.</param>
public sealed record HandOverPage(CaseView Case, HandOverForm Form, IReadOnlyList<Colleague> Colleagues, StandingHandOver? Waiting, IReadOnlyDictionary<Guid, string> Names, string Url)
{
    public IReadOnlyList<Choice> Choices => [new(string.Empty, S("Choose")), .. Colleagues.Select(c => new Choice(c.Staff.Id.ToString(), c.Label))];
}
