using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>The real casework with a clock that the test moves; hours count from the opening of the first case.</summary>
internal sealed class ClockDesk(Desk desk, ReplayClock clock) : IAsyncDisposable
{
    public static readonly DateTimeOffset Beginning = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);

    public Desk Desk => desk;

    public ReplayClock Clock => clock;

    public static async Task<ClockDesk> OpenAsync(DatabaseProvider provider, ILoggerProvider? log = null)
    {
        var clock = new ReplayClock(Beginning);
        return new ClockDesk(await Desk.OpenAsync(provider, clock, log), clock);
    }

    /// <summary>A case at referral (normal: three days), led by the coordinator and guarded by the protector.</summary>
    public async Task<Guid> OpenCaseAsync()
    {
        var caseId = await desk.OpenCaseAsync();
        await DoAsync(caseId, desk.Coordinator, new ClaimCase());
        await DoAsync(caseId, desk.Protector, new ClaimCase());
        return caseId;
    }

    public async Task DoAsync(Guid caseId, Actor actor, Act act) => Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, actor, act));

    public Task<int> SweepAsync(double hours)
    {
        clock.MoveTo(Beginning.AddHours(hours));
        return desk.Store.Services.GetRequiredService<MarkSweep>().RunAsync(CancellationToken.None);
    }

    public Task<int> SweepDaysAsync(DateTimeOffset at)
    {
        clock.MoveTo(at);
        return desk.Store.Services.GetRequiredService<ReminderSweep>().RunAsync(CancellationToken.None);
    }

    /// <summary>What was told of clocks, in order, as "audience topic".</summary>
    public async Task<List<string>> ToldAsync(Guid caseId, string prefix = "clock-")
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        var notices = await db.InsideNotices.AsNoTracking().Where(n => n.CaseId == caseId && n.Outcome.StartsWith(prefix)).OrderBy(n => n.CreatedAt).ThenBy(n => n.Audience).ToListAsync();
        Assert.All(notices, n => Assert.NotNull(n.RecipientId));
        Assert.All(notices, n => Assert.Equal(prefix == "clock-", n.Gate is "topic:referral" or "topic:consent"));
        return notices.ConvertAll(n => $"{n.Audience} {n.Outcome}");
    }

    public async Task<(CaseRow Case, WaitRow Wait)> RowsAsync(Guid caseId)
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        return (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId), await db.Waits.AsNoTracking().SingleAsync(w => w.CaseId == caseId && w.ClosedAt == null && w.Gate != null));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();
}
