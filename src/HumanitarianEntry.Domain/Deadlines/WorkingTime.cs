using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>How time counts for somebody: every hour, or only the working days of his country on his own calendar.</summary>
public abstract record WorkingTime
{
    /// <summary>Every hour counts, whatever the clocks on the walls do.</summary>
    public static WorkingTime EveryHour { get; } = new EveryHourTime();

    /// <summary>A working day counts as one day, also when it has 23 or 25 hours; other days do not count.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 of the country of the person who must act.</param>
    /// <exception cref="ArgumentOutOfRangeException">No time zone is known for the country.</exception>
    public static WorkingTime WorkingDaysOf(string country, PublicHolidays holidays) => new WorkingDaysTime(country, CountryZones.Of(country), holidays);

    /// <summary>An amount has passed when it has passed on every one of the calendars; without any, every hour counts.</summary>
    public static WorkingTime LatestOf(IEnumerable<WorkingTime> calendars) => new LatestTime([.. calendars]);

    /// <summary>How much counts between two instants; zero when the second is not after the first.</summary>
    public abstract TimeSpan Between(DateTimeOffset from, DateTimeOffset to);

    /// <summary>The instant at which the amount has passed since then.</summary>
    public abstract DateTimeOffset After(DateTimeOffset from, TimeSpan amount);

    /// <summary>The instant at which the amount has passed outside the pauses; null when the last pause is open and the amount had not passed before it.</summary>
    /// <param name="pauses">In their order, one after the other.</param>
    public virtual DateTimeOffset? After(DateTimeOffset from, TimeSpan amount, ImmutableArray<ClockPause> pauses)
    {
        foreach (var pause in pauses)
        {
            var counted = Between(from, pause.From);
            if (counted >= amount)
            {
                break;
            }

            amount -= counted;
            if (pause.Until is not { } until)
            {
                return null;
            }

            from = until > from ? until : from;
        }

        return After(from, amount);
    }

    private sealed record EveryHourTime : WorkingTime
    {
        public override TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => to > from ? to - from : TimeSpan.Zero;

        public override DateTimeOffset After(DateTimeOffset from, TimeSpan amount) => from + amount;
    }

    private sealed record WorkingDaysTime(string Country, TimeZoneInfo Zone, PublicHolidays Holidays) : WorkingTime
    {
        public override TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
        {
            var counted = TimeSpan.Zero;
            var (start, end) = (Local(from), Local(to));
            for (var day = start.Date; day <= end.Date; day = day.AddDays(1))
            {
                var (first, last) = (day > start ? day : start, day.AddDays(1) < end ? day.AddDays(1) : end);
                if (last > first && Holidays.IsWorkingDay(Country, DateOnly.FromDateTime(day)))
                {
                    counted += last - first;
                }
            }

            return counted;
        }

        public override DateTimeOffset After(DateTimeOffset from, TimeSpan amount)
        {
            var at = Local(from);
            while (true)
            {
                var midnight = at.Date.AddDays(1);
                if (Holidays.IsWorkingDay(Country, DateOnly.FromDateTime(at)))
                {
                    // A deadline at the very end of a working day is that midnight, not the next working morning.
                    if (at + amount <= midnight)
                    {
                        return CountryZones.Instant(at + amount, Zone);
                    }

                    amount -= midnight - at;
                }

                at = midnight;
            }
        }

        private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
    }

    private sealed record LatestTime(ImmutableArray<WorkingTime> Calendars) : WorkingTime
    {
        public override TimeSpan Between(DateTimeOffset from, DateTimeOffset to) => Known(time => time.Between(from, to)).Min();

        public override DateTimeOffset After(DateTimeOffset from, TimeSpan amount) => Known(time => time.After(from, amount)).Max();

        public override DateTimeOffset? After(DateTimeOffset from, TimeSpan amount, ImmutableArray<ClockPause> pauses)
        {
            var each = Known(time => time.After(from, amount, pauses));
            return each.Contains(null) ? null : each.Max();
        }

        private List<T> Known<T>(Func<WorkingTime, T> ask)
        {
            if (Calendars.IsEmpty)
            {
                return [ask(EveryHour)];
            }

            try
            {
                return [.. Calendars.Select(ask)];
            }
            catch (HolidaysUnknownException)
            {
                // A year that the holiday file does not know: every day counts, so that a reminder comes too early and never too late.
                return [ask(EveryHour)];
            }
        }
    }
}
