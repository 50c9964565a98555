using System.Globalization;
using HumanitarianEntry.Domain.Deadlines;
using Xunit;

namespace HumanitarianEntry.UnitTests.Deadlines;

public sealed class DeadlineClockTests
{
    [Theory]
    // Friday afternoon and five working days: next Friday afternoon
    [InlineData("FR", "2026-01-09T15:00+01:00", 5, "2026-01-16T15:00+01:00")]
    // Over the French Easter Monday
    [InlineData("FR", "2026-04-02T10:00+02:00", 2, "2026-04-07T10:00+02:00")]
    // Nauryz and its substitute days: 21 to 24 March 2026
    [InlineData("KZ", "2026-03-20T12:00+05:00", 1, "2026-03-25T12:00+05:00")]
    // Begun on a Sunday: counts from Monday, ends with Monday
    [InlineData("DE", "2026-02-01T11:00+01:00", 1, "2026-02-03T00:00+01:00")]
    // The night in which the clocks go forward and back lies on a Sunday: the hour of the day stays
    [InlineData("LT", "2026-03-27T09:00+02:00", 1, "2026-03-30T09:00+03:00")]
    [InlineData("DE", "2026-10-23T09:00+02:00", 1, "2026-10-26T09:00+01:00")]
    // Leap day
    [InlineData("AM", "2028-02-28T08:00+04:00", 2, "2028-03-01T08:00+04:00")]
    [InlineData("GE", "2024-02-28T08:00+04:00", 1, "2024-02-29T08:00+04:00")]
    // Kazakhstan put its clocks back on 1 March 2024: a working day stays one day
    [InlineData("KZ", "2024-02-29T10:00+06:00", 1, "2024-03-01T10:00+05:00")]
    public void DueAt_WorkingDays_CountsTheDaysOfThatCountry(string country, string since, int days, string due) =>
        Assert.Equal(At(due), Working(country, since, days).DueAt);

    [Fact]
    public void DueAt_OrdinaryDays_AreTwentyFourHoursAlsoWhenTheClocksChange()
    {
        var clock = new DeadlineClock(ClockKind.Gate, At("2026-03-28T12:00+01:00"), TimeSpan.FromDays(1), WorkingTime.EveryHour);
        Assert.Equal(At("2026-03-29T13:00+02:00"), clock.DueAt);
    }

    [Fact]
    public void At_Marks_AreHalfFourFifthsAllAndHalfAsMuchAgain()
    {
        var clock = new DeadlineClock(ClockKind.Gate, At("2026-01-01T00:00Z"), TimeSpan.FromDays(10), WorkingTime.EveryHour);
        Assert.Equal(
            [At("2026-01-06T00:00Z"), At("2026-01-09T00:00Z"), At("2026-01-11T00:00Z"), At("2026-01-16T00:00Z")],
            Enum.GetValues<ClockMark>().Select(mark => clock.At(mark)!.Value));
        Assert.Equal([ClockMark.FirstReminder, ClockMark.SecondReminder], clock.Reached(At("2026-01-10T00:00Z")));
        Assert.Equal((ClockMark.ToCaseLead, At("2026-01-11T00:00Z")), clock.Next(At("2026-01-10T00:00Z")));
        Assert.Null(clock.Next(At("2026-01-16T00:00Z")));
    }

    [Fact]
    public void Pause_ThenResume_MovesWhatHadNotBeenReached()
    {
        var clock = new DeadlineClock(ClockKind.Gate, At("2026-01-01T00:00Z"), TimeSpan.FromDays(10), WorkingTime.EveryHour);
        var standing = clock.Pause(At("2026-01-07T00:00Z"), "waits for the embassy");
        Assert.Equal(At("2026-01-06T00:00Z"), standing.At(ClockMark.FirstReminder));
        Assert.Null(standing.DueAt);
        Assert.Null(standing.Next(At("2026-01-08T00:00Z")));
        var again = standing.Resume(At("2026-01-12T00:00Z"));
        Assert.Equal(At("2026-01-16T00:00Z"), again.DueAt);
        Assert.Equal(At("2026-01-17T00:00Z"), again.Pause(At("2026-01-15T00:00Z"), "again").Resume(At("2026-01-16T00:00Z")).DueAt);
    }

    [Fact]
    public void Pause_OverAWeekend_CostsAWorkingDayClockNothing()
    {
        var clock = Working("FR", "2026-01-08T12:00+01:00", 3);
        Assert.Equal(clock.DueAt, clock.Pause(At("2026-01-10T00:00+01:00"), "parked").Resume(At("2026-01-12T00:00+01:00")).DueAt);
        Assert.Equal(At("2026-01-14T12:00+01:00"), clock.Pause(At("2026-01-12T08:00+01:00"), "parked").Resume(At("2026-01-13T08:00+01:00")).DueAt);
    }

    [Theory]
    [InlineData(ClockKind.LegalStay)]
    [InlineData(ClockKind.DocumentValidity)]
    public void Pause_OfAClockThatNeverPauses_IsRefused(ClockKind kind) =>
        Assert.Throws<InvalidOperationException>(() => new DeadlineClock(kind, At("2026-01-01T00:00Z"), TimeSpan.FromDays(90), WorkingTime.EveryHour).Pause(At("2026-01-02T00:00Z"), "emergency"));

    [Fact]
    public void Pause_WithoutReasonTwiceOrBeforeItBegan_IsRefused()
    {
        var clock = Working("LT", "2026-01-08T12:00+02:00", 3);
        var now = At("2026-01-08T13:00+02:00");
        Assert.Throws<InvalidOperationException>(() => clock.Pause(now, " "));
        Assert.Throws<InvalidOperationException>(() => clock.Pause(now, "a").Pause(now, "b"));
        Assert.Throws<InvalidOperationException>(() => clock.Pause(At("2026-01-08T11:00+02:00"), "a"));
        Assert.Throws<InvalidOperationException>(() => clock.Resume(now));
    }

    [Fact]
    public void EndOf_ADayInEachCountry_IsMidnightThere()
    {
        Assert.Equal(At("2026-03-30T00:00+02:00"), CountryZones.EndOf(new DateOnly(2026, 3, 29), "FR"));
        Assert.Equal(At("2024-03-01T00:00+05:00"), CountryZones.EndOf(new DateOnly(2024, 2, 29), "KZ"));
        Assert.Equal(At("2028-03-01T00:00+04:00"), CountryZones.EndOf(new DateOnly(2028, 2, 29), "AM"));
    }

    [Theory]
    [InlineData("2026-03-29T02:30", "2026-03-29T03:00+02:00")]
    [InlineData("2026-10-25T02:30", "2026-10-25T02:30+02:00")]
    public void Instant_HourThatIsLeftOutOrComesTwice_IsNeverLaterThanPromised(string wall, string instant) =>
        Assert.Equal(At(instant), CountryZones.Instant(DateTime.Parse(wall, CultureInfo.InvariantCulture), CountryZones.Of("FR")));

    [Fact]
    public void DueAt_BeyondTheKnownHolidays_IsRefusedLoudly()
    {
        Assert.Throws<HolidaysUnknownException>(() => Working("KZ", "2030-12-27T12:00+05:00", 5).DueAt);
        Assert.Throws<HolidaysUnknownException>(() => PublicHolidays.Known.IsWorkingDay("US", new DateOnly(2026, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => CountryZones.Of("US"));
    }

    [Fact]
    public void Known_EveryCountryAndYear_IsThereWithItsNationalDays()
    {
        foreach (var (country, month, day) in new[] { ("KZ", 12, 16), ("AM", 9, 21), ("GE", 5, 26), ("FR", 7, 14), ("DE", 10, 3), ("LT", 2, 16) })
            for (var year = 2024; year <= 2030; year++)
                Assert.False(PublicHolidays.Known.IsWorkingDay(country, new DateOnly(year, month, day)));
        Assert.True(PublicHolidays.Known.IsWorkingDay("FR", new DateOnly(2026, 10, 2)));
    }

    [Theory]
    [InlineData("KZ")]
    [InlineData("KZ twenty 01-01")]
    [InlineData("KZ 2026 13-01")]
    [InlineData("KZ 2026 01-01\nKZ 2026 01-02")]
    public void Read_WrongLine_IsRefused(string text) => Assert.Throws<FormatException>(() => PublicHolidays.Read(text));

    [Fact]
    public void After_AndBetween_AreEachOthersInverseOnEveryHourOfAYear()
    {
        var time = WorkingTime.WorkingDaysOf("FR", PublicHolidays.Known);
        var since = At("2026-01-01T00:00+01:00");
        for (var hour = 0; hour < 365 * 24; hour += 7)
        {
            var from = since.AddHours(hour);
            var due = time.After(from, TimeSpan.FromHours(30));
            var missing = TimeSpan.FromHours(30) - time.Between(from, due);
            // Only an hour that the clock leaves out or shows twice may be missing, and those lie on Sundays.
            Assert.Equal(TimeSpan.Zero, missing);
        }
    }

    private static DeadlineClock Working(string country, string since, int days) =>
        new(ClockKind.Gate, At(since), TimeSpan.FromDays(days), WorkingTime.WorkingDaysOf(country, PublicHolidays.Known));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
