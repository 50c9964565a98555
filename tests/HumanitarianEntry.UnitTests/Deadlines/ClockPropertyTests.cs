using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.UnitTests.Workflows.Properties;
using Xunit;

namespace HumanitarianEntry.UnitTests.Deadlines;

/// <summary>What holds for every clock, on clocks that are thrown; the time that counts is counted again here, quarter of an hour by quarter of an hour.</summary>
public sealed class ClockPropertyTests
{
    private static readonly string[] Countries = ["KZ", "AM", "GE", "FR", "DE", "LT"];
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_AnyMark_IsTheFirstMomentAtWhichItsShareHasPassed()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var dice = new Dice(seed);
            var country = dice.Below(3) == 0 ? null : Countries[dice.Below(Countries.Length)];
            var clock = Thrown(dice, country is null ? WorkingTime.EveryHour : WorkingTime.WorkingDaysOf(country, PublicHolidays.Known));
            foreach (var (mark, share) in Shares())
            {
                var at = clock.At(mark);
                Assert.NotNull(at);
                Assert.True(Counted(clock, at.Value, country) >= clock.Length * share, $"seed {seed}: {mark} came before its share had passed");
                Assert.True(Counted(clock, at.Value - Quarter, country) < clock.Length * share, $"seed {seed}: {mark} came later than its share");
            }
        }
    }

    [Fact]
    public void Resume_ClockOfEveryHour_MovesWhatWasNotReachedByTheWholePause()
    {
        for (var seed = 1; seed <= 500; seed++)
        {
            var dice = new Dice(seed);
            var clock = Thrown(dice, WorkingTime.EveryHour);
            var from = (clock.Pauses is [.., { Until: { } last }] ? last : clock.Since) + (dice.Below(200) * Quarter);
            var length = dice.Below(3000) * Quarter;
            var standing = clock.Pause(from, "parked");
            var again = standing.Resume(from + length);
            foreach (var (mark, _) in Shares())
            {
                var before = clock.At(mark)!.Value;
                Assert.Equal(before <= from ? before : null, standing.At(mark));
                Assert.Equal(before <= from ? before : before + length, again.At(mark));
            }
        }
    }

    [Fact]
    public void Due_AskedAtAnyTimes_TellsEachMarkAtMostOnceInOrderAndTheLastOneAtLast()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var dice = new Dice(seed);
            var clock = Thrown(dice, WorkingTime.WorkingDaysOf(Countries[dice.Below(Countries.Length)], PublicHolidays.Known));
            ClockMark? told = null;
            var all = new List<ClockMark>();
            for (var now = clock.Since; told != ClockMark.ToDutyOfficer; now += dice.Below(200) * Quarter)
            {
                Assert.True(now < Beginning.AddYears(3), $"seed {seed}: the last mark never came");
                var next = clock.NextAfter(told);
                if (clock.Due(told, now) is { } mark)
                {
                    Assert.True(next <= now && clock.At(mark) <= now, $"seed {seed}: {mark} was told before it came");
                    all.Add(mark);
                    told = mark;
                }
                else
                {
                    Assert.True(next > now, $"seed {seed}: the row would be found with nothing to tell");
                }
            }

            Assert.Equal(all.Distinct().Order(), all);
            Assert.Null(clock.NextAfter(told));
        }
    }

    [Fact]
    public void At_SeveralCalendars_IsWhatTheLatestOfThemSays()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new Dice(seed);
            string[] two = [Countries[dice.Below(Countries.Length)], Countries[dice.Below(Countries.Length)]];
            var each = two.Select(c => WorkingTime.WorkingDaysOf(c, PublicHolidays.Known)).ToList();
            var clock = Thrown(dice, WorkingTime.LatestOf(each));
            foreach (var (mark, share) in Shares())
            {
                Assert.Equal(each.Max(time => (clock with { Time = time }).At(mark)), clock.At(mark));
                Assert.True(clock.Pauses.Length > 0 || clock.Time.Between(clock.Since, clock.At(mark)!.Value) >= clock.Length * share);
            }
        }
    }

    [Theory]
    // A leap day is a day like others; it is a Tuesday in 2028.
    [InlineData("2028-02-28T09:00Z", "2028-02-29T09:00Z")]
    // The nights in which the clocks of Paris change are Sundays; in Almaty the hour of the day stays, and it is the later one of the two in March.
    [InlineData("2026-03-27T09:00+01:00", "2026-03-30T08:00Z")]
    // In October Monday is free in Kazakhstan, because the Day of the Republic fell on that Sunday.
    [InlineData("2026-10-23T09:00+02:00", "2026-10-27T07:00Z")]
    public void DueAt_TwoCalendars_LeapDayAndChangeOfClocks(string since, string due)
    {
        var time = WorkingTime.LatestOf([WorkingTime.WorkingDaysOf("KZ", PublicHolidays.Known), WorkingTime.WorkingDaysOf("FR", PublicHolidays.Known)]);
        Assert.Equal(At(due), new DeadlineClock(ClockKind.Gate, At(since), TimeSpan.FromDays(1), time).DueAt);
    }

    [Fact]
    public void At_YearWithoutKnownHolidays_CountsEveryDay()
    {
        var time = WorkingTime.LatestOf([WorkingTime.WorkingDaysOf("KZ", PublicHolidays.Known)]);
        Assert.Equal(At("2041-02-11T09:00Z"), new DeadlineClock(ClockKind.Gate, At("2041-02-06T09:00Z"), TimeSpan.FromDays(5), time).DueAt);
        Assert.Equal(At("2041-02-11T09:00Z"), new DeadlineClock(ClockKind.Gate, At("2041-02-06T09:00Z"), TimeSpan.FromDays(5), WorkingTime.LatestOf([])).DueAt);
    }

    private static IEnumerable<(ClockMark Mark, double Share)> Shares() =>
        [(ClockMark.FirstReminder, 0.5), (ClockMark.SecondReminder, 0.8), (ClockMark.ToCaseLead, 1), (ClockMark.ToDutyOfficer, 1.5)];

    /// <summary>A clock of up to 15 days that begins in 2026 and stood still up to three times.</summary>
    private static DeadlineClock Thrown(Dice dice, WorkingTime time)
    {
        var since = Beginning + (dice.Below(300 * 96) * Quarter);
        var pauses = ImmutableArray.CreateBuilder<ClockPause>();
        var at = since - TimeSpan.FromHours(5);
        for (var i = dice.Below(4); i > 0; i--)
        {
            var from = at + (dice.Below(400) * Quarter);
            at = from + (dice.Below(400) * Quarter);
            pauses.Add(new ClockPause(from, at, "parked"));
        }

        return new DeadlineClock(ClockKind.Gate, since, TimeSpan.FromHours(10 * (1 + dice.Below(36))), time) { Pauses = pauses.ToImmutable() };
    }

    private static TimeSpan Counted(DeadlineClock clock, DateTimeOffset until, string? country)
    {
        var counted = TimeSpan.Zero;
        for (var at = clock.Since; at + Quarter <= until; at += Quarter)
        {
            var works = country is null || PublicHolidays.Known.IsWorkingDay(country, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, CountryZones.Of(country)).DateTime));
            counted += works && !clock.Pauses.Any(p => p.From <= at && at < p.Until) ? Quarter : TimeSpan.Zero;
        }

        return counted;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
