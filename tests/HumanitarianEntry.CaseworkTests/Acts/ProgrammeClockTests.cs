using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.CaseworkTests.Screening;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Acts;

/// <summary>When a gate is due by the clocks of the French programme (KZ and FR).</summary>
public sealed class ProgrammeClockTests
{
    private static readonly Programme France = ProgrammeLibrary.Load(Path.Combine(CaseworkStore.Root, "workflows")).For("fr-ple-kz");

    [Theory]
    // Wednesday to Wednesday: five working days over one weekend.
    [InlineData("2026-02-04T09:00:00Z", "2026-02-11T09:00:00Z")]
    // Nauryz (21-23 March 2026 and its days off) in Kazakhstan.
    [InlineData("2026-03-18T09:00:00Z", "2026-03-27T09:00:00Z")]
    // 14 July in France.
    [InlineData("2026-07-13T09:00:00Z", "2026-07-21T09:00:00Z")]
    public void DueAt_WorkingDays_SkipWeekendsAndHolidaysOfBothCountries(string since, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), DueAt(Gate.Submission, Priority.Normal, DateTimeOffset.Parse(since, System.Globalization.CultureInfo.InvariantCulture)));

    private static DateTimeOffset? DueAt(Gate gate, Priority priority, DateTimeOffset since) => France.Rules.Clocks.For(gate, priority, since, [])?.DueAt;

    [Fact]
    public void DueAt_EmergencyOrOtherGates_EveryHourCounts()
    {
        var friday = new DateTimeOffset(2026, 2, 6, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(friday.AddDays(1), DueAt(Gate.Submission, Priority.Emergency, friday));
        Assert.Equal(friday.AddDays(45), DueAt(Gate.Vetting, Priority.Normal, friday));
    }

    [Fact]
    public void DueAt_YearWithoutKnownHolidays_IsTooEarlyRatherThanTooLate()
    {
        var later = new DateTimeOffset(2041, 2, 6, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(later.AddDays(5), DueAt(Gate.Submission, Priority.Normal, later));
    }
}
