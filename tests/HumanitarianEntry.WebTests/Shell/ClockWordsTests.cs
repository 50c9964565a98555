using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

/// <summary>Work lists and case pages say truly when a step is due, since when it is overdue, and why its clock stands still.</summary>
public sealed class ClockWordsTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Pages_GateInTime_SayWhenItIsDue()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var (list, page) = await LookAsync(demo);
        Assert.Contains("Due ", list, StringComparison.Ordinal);
        Assert.Contains(", due ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tands still", list + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_CaseIsParked_SayThatItStandsStillAndWhyAndThenGoOn()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new ParkCase("DEMO: the border is closed"));
        var (list, page) = await LookAsync(demo);
        Assert.Matches("Stands still since .{20,30}UTC, because the case is parked", list);
        Assert.DoesNotContain("Due ", list, StringComparison.Ordinal);
        Assert.Matches("its clock stands still since .{20,30}UTC, because the case is parked", page);
        Assert.DoesNotContain(", due ", page, StringComparison.Ordinal);

        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new UnparkCase("DEMO: open again"));
        (list, page) = await LookAsync(demo);
        Assert.Contains("Due ", list, StringComparison.Ordinal);
        Assert.Contains(", due ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tands still", list + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_GateOverdue_SaySinceWhenAndTheInboxNamesTheStep()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await using (var db = host.Cases.CreateDbContext())
        {
            // Identity has ten days; the gate is made to have waited for eleven, in the run as in its row.
            var row = await db.Cases.SingleAsync(c => c.Id == demo.Id);
            var wait = await db.Waits.AsNoTracking().SingleAsync(w => w.CaseId == demo.Id && w.ClosedAt == null && w.Gate == "identity");
            var earlier = wait.OpenedAt.AddDays(-11);
            var run = Workflows.Running.RunStateJson.Read(row.RunState);
            row.RunState = Workflows.Running.RunStateJson.Write(run with { Waits = [.. run.Waits.Select(w => w.Id == wait.WaitId ? w with { OpenedAt = earlier } : w)] });
            await db.SaveChangesAsync();
            await db.Waits.Where(w => w.CaseId == demo.Id && w.WaitId == wait.WaitId)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.OpenedAt, earlier).SetProperty(w => w.NextMarkAt, earlier));
        }

        Assert.Equal(1, await host.Services.GetRequiredService<MarkSweep>().RunAsync(CancellationToken.None));

        var (list, page) = await LookAsync(demo);
        Assert.Contains("Overdue since ", list, StringComparison.Ordinal);
        Assert.Contains(", overdue since ", page, StringComparison.Ordinal);
        var inbox = await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync("/coordinators/inbox");
        Assert.Contains("Identity: overdue. Ask who must act, or take it over.", inbox.Text, StringComparison.Ordinal);
    }

    /// <summary>The line of the case in the coordinator's list, and its page.</summary>
    private async Task<(string Line, string Page)> LookAsync(DemoCase demo)
    {
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var list = await coordinator.GetAsync("/coordinators");
        var line = list.Document.QuerySelectorAll("ul.queue > li").Single(li => li.TextContent.Contains(demo.Reference, StringComparison.Ordinal));
        return (line.TextContent, (await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}")).Document.QuerySelector("ul.conditions")!.TextContent);
    }
}
