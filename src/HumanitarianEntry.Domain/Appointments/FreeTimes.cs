using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>Times that suit both: in the safe hours of the person, in the working hours of who talks with him, and not given away yet.</summary>
public static class FreeTimes
{
    private const int WorkBegins = 8;
    private const int WorkEnds = 20;

    /// <summary>Beginnings of talks on full and half hours, soonest first, three a day at most.</summary>
    /// <param name="from">Not before this; the first hour after it is left for the person to read of it.</param>
    /// <param name="worker">The clock of who holds the talk.</param>
    /// <param name="taken">What is given away, of the person and of the interpreter.</param>
    public static IEnumerable<DateTimeOffset> Of(CaseFile file, ChannelKind channel, int minutes, DateTimeOffset from, int days, TimeZoneInfo worker, IReadOnlyCollection<DateTimeOffset> taken)
    {
        const int ADay = 3;
        var step = TimeSpan.FromMinutes(2 * Booking.Grain);
        var first = new DateTimeOffset((from.UtcTicks / step.Ticks + 1) * step.Ticks, TimeSpan.Zero).AddHours(1);
        var found = new Dictionary<DateOnly, int>();
        for (var start = first; start < from.AddDays(days); start += step)
        {
            var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, worker).DateTime);
            if (found.GetValueOrDefault(day) < ADay && IsWork(start, minutes, worker) && SafeHours.Judge(file, channel, start, minutes) is SafeTime.Inside && !taken.Any(t => t >= start && t < start.AddMinutes(minutes)))
            {
                found[day] = found.GetValueOrDefault(day) + 1;
                yield return start;
            }
        }
    }

    private static bool IsWork(DateTimeOffset start, int minutes, TimeZoneInfo zone)
    {
        var (begins, ends) = (TimeZoneInfo.ConvertTime(start, zone), TimeZoneInfo.ConvertTime(start.AddMinutes(minutes), zone));
        return begins.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && begins.Hour >= WorkBegins && begins.Date == ends.Date && (ends.Hour < WorkEnds || (ends.Hour == WorkEnds && ends.Minute == 0));
    }
}
