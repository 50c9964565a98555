using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Appointments;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>One line of a calendar: when and on which case, nothing of whom or why.</summary>
/// <param name="PersonZone">The clock that the person looks at.</param>
public sealed record CalendarLine(Guid Id, string Reference, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? InterpreterCode, AppointmentState State, DateTimeOffset ChangedAt, TimeZoneInfo PersonZone)
{
    public bool IsOpen => State is AppointmentState.Proposed or AppointmentState.Confirmed or AppointmentState.OtherTimeAsked;
}

/// <summary>When a person of the staff talks with whom, over all cases; and on whose clock he looks.</summary>
public sealed class Calendars(CaseDatabase cases)
{
    private const int Most = 300;

    /// <summary>The appointments of a person that touch a span of time, in order.</summary>
    public async Task<IReadOnlyList<CalendarLine>> OfAsync(Guid staffId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Appointments.AsNoTracking().Where(a => a.StaffId == staffId && a.EndsAt > from && a.StartsAt < until)
            .Join(db.Cases, a => a.CaseId, c => c.Id, (a, c) => new { Appointment = a, c.Reference })
            .OrderBy(r => r.Appointment.StartsAt).ThenBy(r => r.Appointment.Id).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new CalendarLine(
            r.Appointment.Id, r.Reference, r.Appointment.StartsAt, r.Appointment.EndsAt, r.Appointment.InterpreterCode, Enum.Parse<AppointmentState>(r.Appointment.State), r.Appointment.ChangedAt, PersonClock.Named(r.Appointment.TimeZone) ?? TimeZoneInfo.Utc));
    }

    /// <summary>What a person and an interpreter have given away of a span of time.</summary>
    public async Task<IReadOnlyList<TakenQuarter>> TakenAsync(Guid staffId, string? interpreterCode, DateTimeOffset from, int minutes, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await Appointments.AppointmentRows.TakenAsync(db, Booking.Of(staffId, interpreterCode, from, minutes), cancellationToken);
    }

    /// <summary>The zone that the person chose; UTC until he does.</summary>
    public async Task<TimeZoneInfo> ZoneAsync(Guid staffId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var chosen = await db.DeskSettings.AsNoTracking().Where(d => d.StaffId == staffId).Select(d => d.TimeZone).SingleOrDefaultAsync(cancellationToken);
        return PersonClock.Named(chosen) ?? TimeZoneInfo.Utc;
    }

    /// <returns>False when there is no such zone; nothing is changed then.</returns>
    public async Task<bool> ChooseZoneAsync(Guid staffId, string? zone, CancellationToken cancellationToken)
    {
        if (PersonClock.Named(zone) is not { } known)
        {
            return false;
        }

        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (await db.DeskSettings.SingleOrDefaultAsync(d => d.StaffId == staffId, cancellationToken) is { } setting)
        {
            setting.TimeZone = known.Id;
        }
        else
        {
            db.DeskSettings.Add(new DeskSettingRow { StaffId = staffId, TimeZone = known.Id });
        }

        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return true;
    }
}
