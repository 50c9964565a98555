using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Appointments;

/// <summary>The calendar's rows of a case, computed from its facts after every act that changed an appointment; and what others have taken of a time before one does.</summary>
internal static class AppointmentRows
{
    /// <summary>What of the asked quarters is given away, by any case.</summary>
    public static async Task<IReadOnlyList<TakenQuarter>> TakenAsync(CaseDbContext db, IReadOnlyList<Quarter> asked, CancellationToken cancellationToken)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        var wanted = asked.ToHashSet();
        var (holders, from, until) = (asked.Select(q => q.Holder).Distinct().ToList(), asked.Min(q => q.StartsAt), asked.Max(q => q.StartsAt));
        var rows = await db.BookedQuarters.AsNoTracking().Where(q => holders.Contains(q.Holder) && q.StartsAt >= from && q.StartsAt <= until).ToListAsync(cancellationToken);
        return [.. rows.ConvertAll(r => new TakenQuarter(new Quarter(r.Holder, r.StartsAt), r.AppointmentId)).Where(t => wanted.Contains(t.Quarter))];
    }

    /// <summary>Sets the rows after an act.</summary>
    /// <param name="after">The case after the act.</param>
    public static async Task SetAsync(CaseDbContext db, ActWrite act, CaseFile after, CancellationToken cancellationToken)
    {
        var before = act.Loaded.File;
        if (after.HasSame(Compartment.Contact, before) && after.Position.Finished == before.Position.Finished)
        {
            return;
        }

        act.Loaded.Row.WelfareCheckDueAt = DueAt(after);
        if (after.Contact.Appointments.Count == 0)
        {
            return;
        }

        var known = AppointmentBook.Of(before).ToDictionary(a => a.Value.Id);
        var changed = AppointmentBook.Of(after).Where(a => a.IsOpen || a != known.GetValueOrDefault(a.Value.Id)).ToList();
        foreach (var standing in changed)
        {
            await SetAsync(db, after, standing, cancellationToken);
        }

        await BookAsync(db, changed, cancellationToken);
    }

    /// <summary>What of the calendar's rows is not what the facts say; empty when all is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(CaseDbContext db, CaseFile file, CancellationToken cancellationToken)
    {
        var standing = AppointmentBook.Of(file);
        var rows = await db.Appointments.AsNoTracking().Where(a => a.CaseId == file.Id).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var booked = (await db.BookedQuarters.AsNoTracking().Where(q => ids.Contains(q.AppointmentId)).ToListAsync(cancellationToken)).Select(q => new Quarter(q.Holder, q.StartsAt)).ToHashSet();
        return
        [
            .. rows.Select(r => (r.Id, r.StaffId, r.StartsAt, r.State)).ToHashSet().SetEquals(standing.Select(a => (a.Value.Id, a.With, a.Value.StartsAt, a.State.ToString()))) ? Array.Empty<string>() : ["appointments in the calendar are not what the acts made them"],
            .. booked.SetEquals(standing.SelectMany(Booking.Of)) ? Array.Empty<string>() : ["booked times are not what the acts made them"],
        ];
    }

    internal static DateTimeOffset? DueAt(CaseFile file) => NoShowLoop.Of(file) is { Step: NoShowStep.WelfareCheck or NoShowStep.StillSilent } owed ? owed.Since : null;

    private static async Task SetAsync(CaseDbContext db, CaseFile file, StandingAppointment standing, CancellationToken cancellationToken)
    {
        if (await db.Appointments.FindAsync([standing.Value.Id], cancellationToken) is { } row)
        {
            (row.StaffId, row.State, row.ChangedAt, row.TimeZone) = (standing.With, standing.State.ToString(), standing.Since, PersonClock.Of(file).Id);
            return;
        }

        db.Appointments.Add(new AppointmentRow
        {
            Id = standing.Value.Id,
            CaseId = file.Id,
            StaffId = standing.With,
            StartsAt = standing.Value.StartsAt,
            EndsAt = standing.Value.EndsAt,
            InterpreterCode = standing.Value.InterpreterCode,
            State = standing.State.ToString(),
            TimeZone = PersonClock.Of(file).Id,
            ChangedAt = standing.Since,
        });
    }

    /// <summary>Gives free what the changed appointments hold no more, then takes what they hold now; a quarter that goes from one to the other stays one row.</summary>
    private static async Task BookAsync(CaseDbContext db, List<StandingAppointment> changed, CancellationToken cancellationToken)
    {
        var ids = changed.ConvertAll(a => a.Value.Id);
        var held = (await db.BookedQuarters.Where(q => ids.Contains(q.AppointmentId)).ToListAsync(cancellationToken)).ToDictionary(q => new Quarter(q.Holder, q.StartsAt));
        foreach (var (quarter, id) in changed.SelectMany(a => Booking.Of(a).Select(q => (q, a.Value.Id))))
        {
            if (held.Remove(quarter, out var row))
            {
                row.AppointmentId = id;
            }
            else
            {
                db.BookedQuarters.Add(new BookedQuarterRow { Holder = quarter.Holder, StartsAt = quarter.StartsAt, AppointmentId = id });
            }
        }

        db.BookedQuarters.RemoveRange(held.Values);
    }
}
