using System.Globalization;
using System.Text;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Calendar;

/// <summary>My week on two clocks, the choice of my own clock, and the file for another calendar.</summary>
[Route("screeners/calendar")]
public sealed class CalendarController(Calendars calendars, TimeProvider time) : Controller
{
    /// <summary>What the file says of every talk. Whoever looks at the telephone learns no more.</summary>
    public const string Summary = "Busy";

    private const int FileDays = ProposeAppointment.MaxDays;

    /// <param name="week">A day of the week to show; this week when empty or no date.</param>
    [HttpGet(""), Nav("Calendar", Order = 3, Roles = ["screener"])]
    public async Task<IActionResult> Index(string? week)
    {
        if (Screener is not { } me)
        {
            return NotFound();
        }

        var zone = await calendars.ZoneAsync(me, HttpContext.RequestAborted);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);
        var day = DateOnly.TryParseExact(week, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2100 ? asked : today;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var (from, until) = (StartOf(monday, zone), StartOf(monday.AddDays(7), zone));
        var lines = await calendars.OfAsync(me, from, until, HttpContext.RequestAborted);
        return View(new CalendarPage(zone, today, [.. Enumerable.Range(0, 7).Select(i => DayOf(monday.AddDays(i), zone, lines))], time.GetUtcNow()));
    }

    [HttpPost("zone")]
    public async Task<IActionResult> ChooseZone([FromForm] string? zone)
    {
        if (Screener is not { } me)
        {
            return NotFound();
        }

        TempData[CaseController.DoneMessage] = S(await calendars.ChooseZoneAsync(me, zone, HttpContext.RequestAborted) ? "Times are shown on this clock now." : "There is no such clock; nothing was changed.");
        return LocalRedirect("/screeners/calendar");
    }

    /// <summary>Open talks from a week ago on, as iCalendar: UTC, no names, no references, the same entry under the same mark each time.</summary>
    [HttpGet("file")]
    public async Task<IActionResult> Download()
    {
        if (Screener is not { } me)
        {
            return NotFound();
        }

        var now = time.GetUtcNow();
        var lines = await calendars.OfAsync(me, now.AddDays(-7), now.AddDays(FileDays), HttpContext.RequestAborted);
        var entries = lines.Where(l => l.IsOpen).Select(l => new CalendarEntry(l.Id, l.StartsAt, l.EndsAt, l.ChangedAt, l.State == AppointmentState.Confirmed));
        return File(Encoding.UTF8.GetBytes(CalendarFile.Write(entries, Summary)), "text/calendar; charset=utf-8", "calendar.ics");
    }

    private Guid? Screener => Person.Of(User) is var person && person.Roles.Contains(Role.Screener) ? person.Id : null;

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => CountryZones.Instant(day.ToDateTime(TimeOnly.MinValue), zone);

    private static CalendarDay DayOf(DateOnly day, TimeZoneInfo zone, IReadOnlyList<CalendarLine> lines) =>
        new(day, [.. lines.Where(l => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(l.StartsAt, zone).DateTime) == day && l.State != AppointmentState.Cancelled)]);
}

public sealed record CalendarDay(DateOnly Day, IReadOnlyList<CalendarLine> Lines);

/// <param name="Zone">The clock of who reads.</param>
public sealed record CalendarPage(TimeZoneInfo Zone, DateOnly Today, IReadOnlyList<CalendarDay> Days, DateTimeOffset Now)
{
    /// <summary>Clocks to choose from; any other one stays as it was chosen.</summary>
    public IReadOnlyList<Choice> Zones => [.. Offered.Append(Zone.Id).Distinct().Order(StringComparer.Ordinal).Select(id => new Choice(id, id.Replace('_', ' ')))];

    private static readonly IReadOnlyList<string> Offered =
    [
        "UTC", "Asia/Almaty", "Asia/Bishkek", "Asia/Tashkent", "Asia/Tbilisi", "Asia/Yerevan", "Asia/Jerusalem", "Asia/Bangkok", "Europe/Belgrade", "Europe/Berlin", "Europe/Brussels", "Europe/Helsinki", "Europe/Istanbul", "Europe/Kyiv",
        "Europe/Lisbon", "Europe/London", "Europe/Madrid", "Europe/Paris", "Europe/Podgorica", "Europe/Prague", "Europe/Riga", "Europe/Rome", "Europe/Sofia", "Europe/Tallinn", "Europe/Vienna", "Europe/Vilnius", "Europe/Warsaw", "Europe/Zurich",
        "America/New_York", "America/Toronto", "America/Los_Angeles", "America/Argentina/Buenos_Aires",
    ];

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
