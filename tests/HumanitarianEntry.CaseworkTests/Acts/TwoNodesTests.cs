using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
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

    [Theory, EveryDatabase]
    public async Task Run_TwoTalksWithOneInterpreterAtOnce_OneIsBookedAndTheOtherToldSo(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, TimeProvider.System);
        var cases = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            var caseId = await desk.OpenCaseAsync();
            Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase()));
            Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new AssignStaff(desk.Screener.Id, Role.Screener, "demo-org")));
            cases.Add(caseId);
        }

        var day = new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(2), TimeSpan.Zero);
        for (var round = 0; round < 8; round++)
        {
            // Overlapping by a quarter only, so that each has rows of its own besides the one they fight for.
            var results = await Task.WhenAll(cases.Select((id, i) => Task.Run(() => desk.RunAsync(id, desk.Screener, new ProposeAppointment(AppointmentKind.Interview, day.AddHours(2 * round).AddMinutes(15 * i), 60, ChannelKind.SecureSpace)
            {
                AgreedOutsideSafeHours = true, InterpreterCode = "INT-4", Language = "ru",
            }))));
            var won = Assert.Single(Enumerable.Range(0, cases.Count), i => results[i] is ActResult.Done);
            Assert.All(results.OfType<ActResult.Refused>(), r => Assert.Equal(["you-are-booked", "interpreter-is-booked"], r.Blockers.Select(b => b.Code)));
            Assert.Equal(2, results.OfType<ActResult.Refused>().Count());
            await using var db = desk.Store.Cases.CreateDbContext();
            var booked = await db.Appointments.SingleAsync(a => a.CaseId == cases[won] && a.State == "Proposed");
            Assert.Equal(8, await db.BookedQuarters.CountAsync());
            Assert.IsType<ActResult.Done>(await desk.RunAsync(cases[won], desk.Screener, new CancelAppointment(booked.Id)));
            Assert.Equal(0, await db.BookedQuarters.CountAsync());
        }
    }

    private sealed class Behind(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }
}
