using System.Globalization;
using System.Text;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Safe hours as people type them, times that suit both, and the calendar file (RFC 5545).</summary>
public sealed class CalendarRulesTests
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 6, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("18:00-21:00", "18:00-21:00")]
    [InlineData("7-8, 18.30 – 22", "07:00-08:00 18:30-22:00")]
    [InlineData("22:00-02:00; 12-13", "22:00-02:00 12:00-13:00")]
    [InlineData("18-24", "18:00-00:00")]
    [InlineData("after work", null)]
    [InlineData("18-21, never on Friday", null)]
    [InlineData("25-26", null)]
    [InlineData("18-18", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_AsTyped_IsHoursOrNotKnown(string? typed, string? hours) =>
        Assert.Equal(hours, SafeHours.Read(typed) is { } spans ? string.Join(' ', spans.Select(s => $"{s.From:HH\\:mm}-{s.Until:HH\\:mm}")) : null);

    [Theory]
    [InlineData("10:00-18:00", "Asia/Almaty", 0, 60, SafeTime.Inside)]
    [InlineData("10:00-18:00", "Asia/Almaty", 5.5, 60, SafeTime.Outside)]
    [InlineData("10:00-18:00", "Asia/Almaty", 5, 60, SafeTime.Inside)]
    [InlineData("23:00-01:00", "Asia/Almaty", 11.5, 60, SafeTime.Inside)]
    [InlineData("10:00-12:30,12:30-14", "Asia/Almaty", 0, 90, SafeTime.Inside)]
    [InlineData("evenings", "Asia/Almaty", 0, 60, SafeTime.NotKnown)]
    [InlineData("08:00-10:00", "Europe/Paris", 0, 60, SafeTime.Inside)]
    [InlineData("12:00-13:00", "", 0, 60, SafeTime.Inside)]
    public void Judge_OnTheClockOfTheChannel_OrOfTheCountry(string hours, string zone, double later, int minutes, SafeTime expected)
    {
        var file = WithChannel(new ContactChannel(ChannelKind.Signal, "DEMO", hours, zone, false));
        Assert.Equal(expected, SafeHours.Judge(file, ChannelKind.Signal, Noon.AddHours(later), minutes));
    }

    [Fact]
    public void Clock_OfThePerson_IsThatOfThePlanThenOfTheCountryThenUtc()
    {
        Assert.Equal("Europe/Paris", PersonClock.Of(WithChannel(new ContactChannel(ChannelKind.Signal, "DEMO", "", "Europe/Paris", false))).Id);
        Assert.Equal("Asia/Almaty", PersonClock.Of(WithChannel(new ContactChannel(ChannelKind.Signal, "DEMO", "", "somewhere", false))).Id);
        Assert.Equal(TimeZoneInfo.Utc, PersonClock.Of("US"));
    }

    [Fact]
    public void Free_SuitsBoth_AndLeavesOutWhatIsTaken()
    {
        var file = WithChannel(new ContactChannel(ChannelKind.Signal, "DEMO", "10:00-14:00", "Asia/Almaty", false));
        var from = new DateTimeOffset(2023, 6, 1, 12, 5, 0, TimeSpan.Zero);
        var free = FreeTimes.Of(file, ChannelKind.Signal, 60, from, 5, Paris, []).ToList();

        // Almaty 10 to 14 is 6 to 10 in Paris, of which work begins at 8: 6:00 to 8:00 UTC. The 3rd and 4th are a weekend.
        Assert.Equal(["2 06:00", "2 06:30", "2 07:00", "5 06:00", "5 06:30", "5 07:00", "6 06:00", "6 06:30", "6 07:00"], free.Select(f => f.ToString("%d HH:mm", CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(free[1], FreeTimes.Of(file, ChannelKind.Signal, 60, from, 5, Paris, [free[1].AddMinutes(45)]));
        Assert.Empty(FreeTimes.Of(file, ChannelKind.Phone, 60, from, 5, Paris, []));
    }

    [Fact]
    public void File_OneTalk_SaysWhenAndNothingElse()
    {
        var id = new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]);
        var entry = new CalendarEntry(id, Noon, Noon.AddMinutes(60), Noon.AddDays(-1), IsConfirmed: true);
        var text = CalendarFile.Write([entry], "Busy");

        Assert.Equal(
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Calendar//EN", "METHOD:PUBLISH", "BEGIN:VEVENT", $"UID:{id}", "DTSTAMP:20230531T060000Z", "DTSTART:20230601T060000Z", "DTEND:20230601T070000Z", "SUMMARY:Busy", "STATUS:CONFIRMED", "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR", ""],
            text.Split("\r\n"));
        Assert.Equal(text, CalendarFile.Write([entry], "Busy"));
        Assert.Contains("STATUS:TENTATIVE", CalendarFile.Write([entry with { IsConfirmed = false }], "Busy"), StringComparison.Ordinal);
    }

    [Fact]
    public void File_SpecialSigns_AreEscapedAndLongLinesFolded()
    {
        Assert.Equal(@"a\\b\;c\,d\ne", CalendarFile.Escape("a\\b;c,d\r\ne"));
        var folded = CalendarFile.Fold("SUMMARY:" + new string('ж', 100)).Split("\r\n");
        Assert.All(folded, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        Assert.All(folded.Skip(1), line => Assert.StartsWith(" ", line, StringComparison.Ordinal));
        Assert.Equal("SUMMARY:" + new string('ж', 100), string.Concat(folded.Select((line, i) => i == 0 ? line : line[1..])));
    }

    private static CaseFile WithChannel(ContactChannel channel) =>
        A.Case().To(Gate.Consent).Do(People.Intake, new PlanSafeContact([channel], false, "one", "two", "nothing")).File;
}
