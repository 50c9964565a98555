using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Deadlines;

public sealed class DayMarkTests
{
    private static readonly DateOnly Last = new(2028, 3, 30);

    [Theory]
    [InlineData("2028-02-28", null)]
    // 30 days before 30 March is 29 February in a leap year.
    [InlineData("2028-02-29", 30)]
    [InlineData("2028-03-15", 30)]
    [InlineData("2028-03-16", 14)]
    [InlineData("2028-03-30", 14)]
    [InlineData("2028-03-31", -1)]
    [InlineData("2030-01-01", -1)]
    public void Reached_Day_IsTheNearestMark(string today, int? mark) => Assert.Equal(mark, DayMarks.Reached(Last, DateOnly.Parse(today, CultureInfo.InvariantCulture), [30, 14, -1]));

    [Fact]
    public void Next_MarksTold_GoOnBelowTheLowest()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), DayMarks.Next(Last, [30, 14, -1], []));
        Assert.Equal(new DateOnly(2028, 3, 31), DayMarks.Next(Last, [30, 14, -1], [14]));
        Assert.Null(DayMarks.Next(Last, [30, 14, -1], [14, -1]));
    }

    [Fact]
    public void StartOf_CountryWithoutKnownZone_IsTheEarliestOnEarth()
    {
        Assert.Equal(At("2028-02-29T00:00+05:00"), CountryZones.StartOf(new DateOnly(2028, 2, 29), "KZ"));
        Assert.Equal(At("2028-02-29T00:00+14:00"), CountryZones.StartOf(new DateOnly(2028, 2, 29), "TH"));
        Assert.Equal(new DateOnly(2028, 2, 29), CountryZones.DayAt(At("2028-02-28T10:00Z"), "TH"));
        Assert.Equal(new DateOnly(2028, 2, 28), CountryZones.DayAt(At("2028-02-28T18:59Z"), "KZ"));
    }

    [Fact]
    public void StayReminder_WhichStayCounts_TheLatestRecordedElseWhatWasSaid()
    {
        var builder = A.Case().Referred();
        Assert.Null(StayReminders.NextAt(builder.File));
        var referral = builder.File.Contact.Referrals[^1];
        var said = builder.File with { Contact = builder.File.Contact with { Referrals = [referral with { Value = referral.Value with { StayExpiresOn = PartialDate.Parse("2023-09") } }] } };
        Assert.Equal(At("2023-07-03T00:00+06:00"), StayReminders.NextAt(said));

        var file = builder.Do(People.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2023-05-01")) { Until = PartialDate.Parse("2023-07-30") }).File;
        Assert.Equal(At("2023-05-31T00:00+06:00"), StayReminders.NextAt(file));
        Assert.Equal(new StayReminder(1, 60), StayReminders.Due(file, At("2023-06-29T23:59+06:00")));
        Assert.Equal(new StayReminder(1, 30), StayReminders.Due(file, At("2023-06-30T00:00+06:00")));
        Assert.Equal(new StayReminder(1, StayReminders.Ended), StayReminders.Due(file, At("2023-07-31T00:00+06:00")));
        Assert.Null(StayReminders.NextAt(builder.Do(People.Screener, new WithdrawCase()).File));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2023-06", Priority.Normal)]
    [InlineData("2023-05-10", Priority.Normal)]
    [InlineData("2023-05-09", Priority.Urgent)]
    [InlineData("2023-05-02", Priority.Urgent)]
    [InlineData("2023-05-01", Priority.Emergency)]
    public void Stay_NearItsEnd_GoesBeforeOthersAndNeverBack(string until, Priority expected)
    {
        var stay = new RecordStay("KZ", "visa-free", PartialDate.Parse("2023-04-01")) { Until = PartialDate.Parse(until) };
        var file = A.Case().To(Gate.Consent).Do(People.Intake, stay).File;
        Assert.Equal(expected, file.Priority);
        var prolonged = stay with { Until = PartialDate.Parse("2024-05") };
        Assert.Equal(expected, prolonged.Apply(file, A.Case().Context(People.Intake)).File.Priority);
        var opened = new OpenCase("Гость (DEMO)", new ContactChannel(ChannelKind.SecureSpace, "", "", "", MayLeaveMessage: false), "KZ", "ru", "DEMO") { StayExpiresOn = PartialDate.Parse(until) };
        Assert.Equal(expected, opened.Apply(file with { Priority = Priority.Normal, Contact = new() }, A.Case().Context(People.Intake)).File.Priority);
    }
}
