using System.Globalization;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Appointments;

/// <summary>Proposes a talk, or moves one. Times are typed on the clock of who proposes and shown on both.</summary>
[Route("screeners/cases/{reference}/appointments/new")]
public sealed class NewAppointmentController(CaseDoor door, Calendars calendars, TimeProvider time) : CaseController(door)
{
    private const int DaysAhead = 10;

    /// <param name="at">A free time that was chosen, in UTC.</param>
    /// <param name="replaces">The appointment that is moved.</param>
    [HttpGet("")]
    public async Task<IActionResult> New(string reference, DateTimeOffset? at, int? minutes, ChannelKind? channel, Guid? replaces)
    {
        if (await OpenAsync(reference, "appointments") is not { } view || !RolesOn(view).Contains(Role.Screener))
        {
            return NotFound();
        }

        var form = new AppointmentForm { Minutes = minutes ?? 60, Channel = channel ?? PlannedChannels(view).FirstOrDefault(), Replaces = replaces };
        var zone = await calendars.ZoneAsync(Person.Id, HttpContext.RequestAborted);
        if (replaces is { } id && AppointmentBook.Find(view.File, id) is { } moved)
        {
            form = form with { Kind = moved.Value.Kind, Minutes = minutes ?? moved.Value.Minutes, Channel = channel ?? moved.Value.Channel, Language = moved.Value.Language, InterpreterCode = moved.Value.InterpreterCode, Words = moved.Value.Words };
        }

        return await PageAsync(view, at is { } moment ? form.Showing(moment, zone) : form);
    }

    /// <param name="check">Only shows the time on both clocks and what stands against it.</param>
    [HttpPost(""), ShowsFormAgain]
    public async Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] AppointmentForm form, [FromForm] bool check)
    {
        if (await OpenAsync(reference, "appointments") is not { } view || !RolesOn(view).Contains(Role.Screener))
        {
            return NotFound();
        }

        if (check)
        {
            return await PageAsync(view, form);
        }

        var zone = await calendars.ZoneAsync(Person.Id, HttpContext.RequestAborted);
        return await PerformAsync(view, () => form.ToAct(zone), $"{ScreenerPaths.Case}{view.File.Reference}/appointments",
            act => S($"The talk is proposed for {Words.At(act.StartsAt, zone)}. The person sees it in his space, on his own clock."), () => PageAsync(view, form));
    }

    private async Task<IActionResult> PageAsync(CaseView view, AppointmentForm form)
    {
        var (mine, now) = (await calendars.ZoneAsync(Person.Id, HttpContext.RequestAborted), time.GetUtcNow());
        var theirs = PersonClock.Of(view.File);
        var taken = await calendars.TakenAsync(Person.Id, form.InterpreterCode, Grained(now), DaysAhead * 24 * 60, HttpContext.RequestAborted);
        var others = taken.Where(t => t.Appointment != form.Replaces).Select(t => t.Quarter.StartsAt).ToHashSet();
        var free = form.Channel is { } channel && form.Minutes is > 0 and <= ProposeAppointment.MaxMinutes ? FreeTimes.Of(view.File, channel, form.Minutes, now, DaysAhead, mine, others).Take(9).ToList() : [];
        var moment = form.Moment(mine);
        SafeTime? safe = moment is { } at && form.Channel is { } by && form.Minutes > 0 ? SafeHours.Judge(view.File, by, at, form.Minutes) : null;
        return View("New", new NewAppointmentPage(view, form, mine, theirs, moment, safe, free, PlannedChannels(view), ScreenerPaths.Case + view.File.Reference));
    }

    private static List<ChannelKind> PlannedChannels(CaseView view) => [.. (view.File.Contact.Plans.Latest()?.Channels ?? []).Select(c => c.Kind).Distinct().Where(k => k is not (ChannelKind.SecureSpace or ChannelKind.Email)), ChannelKind.SecureSpace];

    private static DateTimeOffset Grained(DateTimeOffset now) => new(now.UtcTicks / TimeSpan.FromMinutes(Booking.Grain).Ticks * TimeSpan.FromMinutes(Booking.Grain).Ticks, TimeSpan.Zero);
}

/// <param name="Moment">The time as typed; null while it is none.</param>
/// <param name="Safe">Whether it is safe for the person; null while there is no time.</param>
/// <param name="Free">Times that suit both.</param>
public sealed record NewAppointmentPage(
    CaseView Case, AppointmentForm Form, TimeZoneInfo Mine, TimeZoneInfo Theirs, DateTimeOffset? Moment, SafeTime? Safe, IReadOnlyList<DateTimeOffset> Free, IReadOnlyList<ChannelKind> Channels, string Url)
{
    /// <summary>Link to this page with a free time written into the form.</summary>
    public string Choosing(DateTimeOffset free) =>
        $"{Url}/appointments/new?at={free.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}&minutes={Form.Minutes}&channel={Form.Channel}{(Form.Replaces is { } id ? $"&replaces={id}" : "")}";
}
