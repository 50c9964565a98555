using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Appointments;

/// <summary>The talks of one case: what is to come, what became of the others, and what is owed to a person who did not come.</summary>
[Route("screeners/cases/{reference}/appointments")]
public sealed class AppointmentsController(CaseDoor door, Calendars calendars, TimeProvider time) : CaseController(door)
{
    [HttpGet("")]
    public Task<IActionResult> Index(string reference) => ShowAsync(reference);

    [HttpPost("{id:guid}/cancellation"), ShowsFormAgain]
    public Task<IActionResult> Cancel(string reference, Guid id, [FromForm] string? reason) =>
        DoAsync(reference, new CancelAppointment(id) { Reason = reason.Clean() }, S("The appointment is called off. The person sees it in his space."));

    [HttpPost("{id:guid}/attendance"), ShowsFormAgain]
    public Task<IActionResult> Attend(string reference, Guid id, [FromForm] bool came, [FromForm] string? note) =>
        DoAsync(reference, new RecordAttendance(id, came) { Note = note.Clean() }, S(came ? "Recorded: the talk was held." : "Recorded. The page says what to do now. The person is told nothing."));

    private async Task<IActionResult> DoAsync(string reference, Act act, string done) =>
        await OpenAsync(reference, "appointments") is { } view && view.Shown.Contains(Compartment.Contact)
            ? await PerformAsync(view, act, $"{ScreenerPaths.Case}{view.File.Reference}/appointments", done, () => ShowAsync(reference))
            : NotFound();

    private async Task<IActionResult> ShowAsync(string reference) =>
        await OpenAsync(reference, "appointments") is { } view && view.Shown.Contains(Compartment.Contact)
            ? View("Index", new AppointmentsPage(view, AppointmentBook.Of(view.File), NoShowLoop.Of(view.File), await calendars.ZoneAsync(Person.Id, HttpContext.RequestAborted),
                PersonClock.Of(view.File), RolesOn(view).Contains(Role.Screener), time.GetUtcNow(), ScreenerPaths.Case + view.File.Reference))
            : NotFound();
}

/// <param name="Mine">The clock of who reads.</param>
/// <param name="Theirs">The clock of the person.</param>
/// <param name="MayPropose">The reader is a screener of the case.</param>
public sealed record AppointmentsPage(
    CaseView Case, IReadOnlyList<StandingAppointment> All, NoShow NoShow, TimeZoneInfo Mine, TimeZoneInfo Theirs, bool MayPropose, DateTimeOffset Now, string Url)
{
    public StandingAppointment? Open => All.LastOrDefault(a => a.IsOpen);

    /// <summary>The time has come: how it went can be recorded.</summary>
    public bool HasBegun => Open is { } open && open.Value.StartsAt <= Now;
}
