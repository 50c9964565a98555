using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>The clock of a gate is told at its marks, each once, to whom it concerns; a case that stands still has no mark.</summary>
public sealed class MarkSweepTests
{
    [Theory, EveryDatabase]
    public async Task Run_AtEveryMark_TellsWhoMustKnowOnce(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();

        Assert.Equal(0, await world.SweepAsync(35.9));
        Assert.Equal(1, await world.SweepAsync(36));
        Assert.Equal(0, await world.SweepAsync(36));
        Assert.Equal(["intake-officer clock-half"], await world.ToldAsync(caseId));
        Assert.Equal(1, await world.SweepAsync(57.7));
        Assert.Equal(1, await world.SweepAsync(72));
        Assert.Equal(1, await world.SweepAsync(108));
        Assert.Equal(0, await world.SweepAsync(1000));
        Assert.Equal(["intake-officer clock-half", "intake-officer clock-four-fifths", "coordinator clock-overdue", "protection-officer clock-far-overdue"], await world.ToldAsync(caseId));

        await using var db = world.Desk.Store.Cases.CreateDbContext();
        Assert.Equal(4, await db.AuditEntries.CountAsync(e => e.CaseId == caseId && e.ActKind == "tell-clock-mark"));
        Assert.Equal(4, await db.Outbox.CountAsync(o => o.CaseId == caseId && o.Kind == OutboxRows.MailToStaff && o.CreatedAt > ClockDesk.Beginning));
        Assert.Null((await world.RowsAsync(caseId)).Wait.NextMarkAt);
        Assert.Equal(ClockDesk.Beginning.AddHours(72), (await world.RowsAsync(caseId)).Wait.DueAt);
        Assert.Null(await world.Desk.Store.Verifier.VerifyCaseAsync(caseId, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task Run_NobodySweptForDays_TellsOnlyTheHighestMark(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();

        Assert.Equal(1, await world.SweepAsync(80));
        Assert.Equal(["coordinator clock-overdue"], await world.ToldAsync(caseId));
        Assert.Equal("ToCaseLead", (await world.RowsAsync(caseId)).Wait.MarkTold);
        Assert.Equal(1, await world.SweepAsync(110));
        Assert.Equal(["coordinator clock-overdue", "protection-officer clock-far-overdue"], await world.ToldAsync(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Run_GateWasDecided_TellsNothingOfIt(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"));

        Assert.Equal(0, await world.SweepAsync(80));
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        Assert.All(await db.Waits.AsNoTracking().Where(w => w.CaseId == caseId && w.ClosedAt != null).ToListAsync(), w => Assert.Null(w.NextMarkAt));

        // Consent has seven days by then; its reminder goes to the screener, whom nobody put on the case yet.
        Assert.Equal(1, await world.SweepAsync(84));
        Assert.Equal(["screener clock-half"], await world.ToldAsync(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Run_CaseStoodStill_NoMarkComesAndAllMoveByTheStandstill(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(24));
        await world.DoAsync(caseId, world.Desk.Coordinator, new ParkCase("DEMO"));

        Assert.Equal(0, await world.SweepAsync(500));
        var standing = await world.RowsAsync(caseId);
        Assert.Equal((null, null, null), (standing.Wait.DueAt, standing.Wait.NextMarkAt, standing.Case.NextDueAt));

        await world.DoAsync(caseId, world.Desk.Coordinator, new UnparkCase("DEMO"));
        var again = await world.RowsAsync(caseId);
        Assert.Equal(ClockDesk.Beginning.AddHours(72 + 476), again.Wait.DueAt);
        Assert.Equal(ClockDesk.Beginning.AddHours(72 + 476), again.Case.NextDueAt);
        Assert.Equal(ClockDesk.Beginning.AddHours(36 + 476), again.Wait.NextMarkAt);
        Assert.Equal(0, await world.SweepAsync(35 + 476));
        Assert.Equal(1, await world.SweepAsync(36 + 476));
        Assert.Equal(["intake-officer clock-half"], await world.ToldAsync(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Run_EmergencyOnAParkedCase_StandsStillUntilBothEnd(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(40));
        await world.DoAsync(caseId, world.Desk.Coordinator, new ParkCase("DEMO"));
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(50));
        await world.DoAsync(caseId, world.Desk.Protector, new OpenEmergency("detained", "DEMO"));
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(60));
        await world.DoAsync(caseId, world.Desk.Protector, new CloseEmergency("released", "DEMO"));
        Assert.Equal(0, await world.SweepAsync(61));
        world.Clock.MoveTo(ClockDesk.Beginning.AddHours(70));
        await world.DoAsync(caseId, world.Desk.Coordinator, new SetPriority(Priority.Normal, "DEMO"));
        await world.DoAsync(caseId, world.Desk.Coordinator, new UnparkCase("DEMO"));

        // The mark at 36 hours was reached before the standstill and not told: it is told now, once.
        Assert.Equal(ClockDesk.Beginning.AddHours(102), (await world.RowsAsync(caseId)).Wait.DueAt);
        Assert.Equal(1, await world.SweepAsync(71));
        Assert.Equal(["intake-officer clock-half"], await world.ToldAsync(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Run_PriorityChanges_MarksMoveAndNoneIsToldAgain(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Coordinator, new SetPriority(Priority.Urgent, "DEMO"));
        Assert.Equal(ClockDesk.Beginning.AddHours(12), (await world.RowsAsync(caseId)).Wait.NextMarkAt);
        Assert.Equal(1, await world.SweepAsync(12));

        await world.DoAsync(caseId, world.Desk.Coordinator, new SetPriority(Priority.Normal, "DEMO"));
        Assert.Equal(0, await world.SweepAsync(40));
        Assert.Equal(1, await world.SweepAsync(58));
        Assert.Equal(["intake-officer clock-half", "intake-officer clock-four-fifths"], await world.ToldAsync(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Run_TwoNodesAtOnce_EachMarkIsToldOnce(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        await using var other = await world.Desk.Store.SecondNodeAsync(more: parts => Desk.AddCasework(parts, world.Clock));
        var caseIds = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            caseIds.Add(await world.OpenCaseAsync());
        }

        foreach (var hours in new[] { 40, 60, 75, 110 })
        {
            world.Clock.MoveTo(ClockDesk.Beginning.AddHours(hours));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? world.Desk.Store : other).Services.GetRequiredService<MarkSweep>().RunAsync(CancellationToken.None))));
            await world.SweepAsync(hours);
        }

        foreach (var caseId in caseIds)
        {
            Assert.Equal(["intake-officer clock-half", "intake-officer clock-four-fifths", "coordinator clock-overdue", "protection-officer clock-far-overdue"], await world.ToldAsync(caseId));
            Assert.Null(await world.Desk.Store.Verifier.VerifyCaseAsync(caseId, CancellationToken.None));
        }

        await using var db = world.Desk.Store.Cases.CreateDbContext();
        Assert.Equal(0, await db.Outbox.CountAsync(o => o.Kind == OutboxRows.ClocksOfCase));
    }

    [Theory, EveryDatabase]
    public async Task Run_RowArmedByAnUpdate_IsArmedAnewWithoutAnAct(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await using (var db = world.Desk.Store.Cases.CreateDbContext())
        {
            await db.Waits.Where(w => w.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(w => w.NextMarkAt, w => w.OpenedAt));
        }

        Assert.Equal(0, await world.SweepAsync(1));
        Assert.Equal(ClockDesk.Beginning.AddHours(36), (await world.RowsAsync(caseId)).Wait.NextMarkAt);
        Assert.Empty(await world.ToldAsync(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Run_ProgrammeGotShorterClocks_OpenGatesFollow(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        var parts = world.Desk.Store.Services;
        var settings = JsonNode.Parse(parts.GetRequiredService<ProgrammeLibrary>().For("fr-ple-kz").Json)!.AsObject();
        settings["clocks"]!["referral"]!["normal"] = "P2D";
        var changes = parts.GetRequiredService<ProgrammeChanges>();
        var proposal = Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(world.Desk.Coordinator, new SettingsSet("fr-ple-kz", settings.ToJsonString()), "DEMO", CancellationToken.None));
        Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(world.Desk.Stranger, proposal.Id, CancellationToken.None));

        await parts.GetRequiredService<ProgrammeSweep>().RunAsync(CancellationToken.None);
        Assert.Equal(0, await world.SweepAsync(1));
        var rows = await world.RowsAsync(caseId);
        Assert.Equal((ClockDesk.Beginning.AddHours(24), ClockDesk.Beginning.AddHours(48), ClockDesk.Beginning.AddHours(48)), (rows.Wait.NextMarkAt, rows.Wait.DueAt, rows.Case.NextDueAt));
        Assert.Equal(1, await world.SweepAsync(24));
    }

    [Fact]
    public async Task Run_MoreThanAPage_AllAreTold()
    {
        await using var world = await ClockDesk.OpenAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 210; i++)
        {
            await world.Desk.OpenCaseAsync();
        }

        Assert.Equal(210, await world.SweepAsync(36));
    }
}
