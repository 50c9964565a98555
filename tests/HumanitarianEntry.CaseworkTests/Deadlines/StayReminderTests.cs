using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.SidePaths;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>The end of the lawful stay is spoken of 60, 30, 14, 7 and 1 days before and when it has come, whatever the case does.</summary>
public sealed class StayReminderTests
{
    private const string Topic = "stay-";
    private static readonly TimeSpan Almaty = TimeSpan.FromHours(5);

    [Theory, EveryDatabase]
    public async Task Run_CaseStandsStill_EveryMarkIsToldOnceToLeadAndProtector(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2026-01-01")) { Until = PartialDate.Parse("2026-04-30") });
        await world.DoAsync(caseId, world.Desk.Protector, new OpenEmergency("detained", "DEMO"));

        var told = 0;
        foreach (var day in new[] { (3, 1), (3, 31), (4, 16), (4, 23), (4, 29), (5, 1) })
        {
            var morning = new DateTimeOffset(2026, day.Item1, day.Item2, 0, 0, 0, Almaty);
            Assert.Equal(0, await world.SweepDaysAsync(morning.AddMinutes(-1)));
            Assert.Equal(1, await world.SweepDaysAsync(morning));
            Assert.Equal(0, await world.SweepDaysAsync(morning.AddHours(2)));
            Assert.Equal(told += 2, (await world.ToldAsync(caseId, Topic)).Count);
        }

        Assert.Equal(["coordinator stay-ended", "protection-officer stay-ended"], (await world.ToldAsync(caseId, Topic)).TakeLast(2));
        Assert.Equal(0, await world.SweepDaysAsync(new DateTimeOffset(2027, 1, 1, 0, 0, 0, Almaty)));
        Assert.Null((await world.RowsAsync(caseId)).Case.NextDayMarkAt);
    }

    [Theory, EveryDatabase]
    public async Task Run_NobodySweptForWeeks_TellsOnlyTheNearestMark(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2026-01-01")) { Until = PartialDate.Parse("2026-04-30") });

        Assert.Equal(1, await world.SweepDaysAsync(new DateTimeOffset(2026, 4, 20, 12, 0, 0, Almaty)));
        Assert.Equal(["coordinator stay-ends-soon", "protection-officer stay-ends-soon"], await world.ToldAsync(caseId, Topic));
        Assert.Equal(new DateTimeOffset(2026, 4, 23, 0, 0, 0, Almaty), (await world.RowsAsync(caseId)).Case.NextDayMarkAt);
    }

    [Theory, EveryDatabase]
    public async Task Run_StayIsProlonged_TheOldEndIsForgotten(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2026-01-01")) { Until = PartialDate.Parse("2026-03") });
        Assert.Equal(new DateTimeOffset(2025, 12, 31, 0, 0, 0, Almaty), (await world.RowsAsync(caseId)).Case.NextDayMarkAt);

        await world.DoAsync(caseId, world.Desk.Intake, new RecordStay("KZ", "permit", PartialDate.Parse("2026-03")) { Until = PartialDate.Parse("2027-02-28") });
        Assert.Equal(0, await world.SweepDaysAsync(new DateTimeOffset(2026, 6, 1, 0, 0, 0, Almaty)));
        await world.DoAsync(caseId, world.Desk.Intake, new RecordStay("KZ", "unlimited", PartialDate.Parse("2026-05")));
        Assert.Null((await world.RowsAsync(caseId)).Case.NextDayMarkAt);
    }
}
