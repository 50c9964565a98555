using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>A review that is asked for after the end of a case is not forgotten.</summary>
public sealed class ReviewReminderTests
{
    [Theory, EveryDatabase]
    public async Task Run_ReviewAskedAfterTheClosing_EveryMarkIsToldOnceAndNoneAfterItIsDecided(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var (one, other) = (await ClosedAsync(world), await ClosedAsync(world));
        Assert.Null(await NextAsync(world, one));
        await world.DoAsync(one, world.Desk.Coordinator, new AskForReview("DEMO: the unit was another."));
        await world.DoAsync(other, world.Desk.Coordinator, new AskForReview("DEMO: the unit was another."));
        await world.DoAsync(other, world.Desk.Coordinator, new AssignStaff(world.Desk.Stranger.Id, Role.Coordinator, "DEMO"));
        await world.DoAsync(other, world.Desk.Stranger, new DecideReview(Upheld: true, "DEMO: it stands."));
        Assert.Null(await NextAsync(world, other));

        for (var told = 1; told <= 4; told++)
        {
            var next = (await NextAsync(world, one))!.Value;
            Assert.Equal(0, await world.SweepDaysAsync(next.AddMinutes(-1)));
            Assert.Equal(1, await world.SweepDaysAsync(next));
            Assert.Equal(0, await world.SweepDaysAsync(next.AddMinutes(1)));
        }

        Assert.Null(await NextAsync(world, one));
        Assert.Equal(["coordinator review-overdue", "coordinator review-overdue", "coordinator review-waits", "coordinator review-waits", "protection-officer review-overdue"], await ToldAsync(world, one));
        Assert.Empty(await ToldAsync(world, other));
        Assert.DoesNotContain(await world.Desk.Store.Services.GetRequiredService<CaseConsistency>().CheckAsync(one, CancellationToken.None), f => !f.Contains("notices", StringComparison.Ordinal) && !f.Contains("mails", StringComparison.Ordinal));
    }

    private static async Task<Guid> ClosedAsync(ClockDesk world)
    {
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Coordinator, new RecordHearing(HearingWay.ThroughCounsel, "DEMO: the unit.", "DEMO: it was another."));
        await world.DoAsync(caseId, world.Desk.Coordinator, new CloseEarly("not-recommended", "DEMO: doubts."));
        return caseId;
    }

    private static async Task<DateTimeOffset?> NextAsync(ClockDesk world, Guid caseId)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        return (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId)).NextDayMarkAt;
    }

    private static async Task<List<string>> ToldAsync(ClockDesk world, Guid caseId)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        string[] topics = [RemindReview.WaitsTopic, RemindReview.OverdueTopic];
        return [.. (await db.InsideNotices.Where(n => n.CaseId == caseId && topics.Contains(n.Outcome)).Select(n => n.Audience + " " + n.Outcome).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
