using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Acts;

/// <summary>What two programs over one database make of the same case. Real processes do the same in "bench soak".</summary>
public sealed class TwoNodesTests
{
    private const int Rounds = 25;

    [Theory, EveryDatabase]
    public async Task Run_SameFormTwiceAtOnce_OneEffectAndTheSameAnswer(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        for (var round = 0; round < Rounds; round++)
        {
            var caseId = await desk.OpenCaseAsync();
            var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"), $"form-{round}"))));
            var done = results.Select(r => Assert.IsType<ActResult.Done>(r)).ToList();
            Assert.Single(done.Select(d => d.ActId).Distinct());
            Assert.Single(done, d => !d.IsRepeat);
        }
    }

    [Theory, EveryDatabase]
    public async Task Run_OnANodeWhoseClockIsBehind_TimeDoesNotGoBackWithinTheCase(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        await using var late = await desk.SecondAsync(new Behind(TimeSpan.FromHours(1)));
        Assert.IsType<ActResult.Done>(await late.RunAsync(caseId, desk.Intake, new SendMessage("DEMO")));

        await using var db = desk.Store.Cases.CreateDbContext();
        var times = await db.AuditEntries.Where(e => e.CaseId == caseId).OrderBy(e => e.Sequence).Select(e => e.At).ToListAsync();
        Assert.Equal(times.Order(), times);
    }

    private sealed class Behind(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }
}
