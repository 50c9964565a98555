using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>A case that cannot be served keeps nobody waiting, stands before the operators, and is served once it is mended.</summary>
public sealed class BrokenClockTests
{
    [Theory, EveryDatabase]
    public async Task Run_OneBrokenCase_OthersAreToldAndOperatorsSeeIt(DatabaseProvider provider)
    {
        using var log = new LinesOfLog();
        await using var world = await ClockDesk.OpenAsync(provider, log);
        var broken = await world.OpenCaseAsync();
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(1));
        var well = await world.OpenCaseAsync();
        var run = (await world.RowsAsync(broken)).Case.RunState;
        await SetRunAsync(world, broken, "{}");

        Assert.Equal(1, await world.SweepAsync(40));
        Assert.Equal(["intake-officer clock-half"], await world.ToldAsync(well));
        Assert.Equal(0, await world.SweepAsync(41));

        var reference = (await world.RowsAsync(broken)).Case.Reference;
        Assert.Single(log.Lines, line => line.Contains(reference, StringComparison.Ordinal) && line.Contains("could not be served", StringComparison.Ordinal));
        var state = await world.Desk.Store.Services.GetRequiredService<InstallationDesk>().OutboxAsync(CancellationToken.None);
        var shown = Assert.Single(state.Waiting, w => w.Kind == OutboxRows.ClocksOfCase);
        Assert.StartsWith("unexpected-", shown.ErrorCode, StringComparison.Ordinal);
        Assert.NotNull(shown.NextTry);

        await SetRunAsync(world, broken, run);
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(50));
        await world.Desk.Store.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        Assert.Equal(["intake-officer clock-half"], await world.ToldAsync(broken));
        Assert.Equal(2, await world.SweepAsync(60));
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        Assert.NotNull((await db.Outbox.AsNoTracking().SingleAsync(o => o.Kind == OutboxRows.ClocksOfCase)).DoneAt);
    }

    private static async Task SetRunAsync(ClockDesk world, Guid caseId, string run)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        await db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(set => set.SetProperty(c => c.RunState, run));
    }
}
