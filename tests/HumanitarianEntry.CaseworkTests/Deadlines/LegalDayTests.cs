using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Deadlines;

/// <summary>Legal days are told on their marks, whatever the case does, and stand in the order of queues. The first case is opened on 2 February 2026.</summary>
public sealed class LegalDayTests
{
    private static readonly TimeSpan Almaty = TimeSpan.FromHours(5);

    private static RecordRemovalOrder Order(int month, int day) => new(RemovalKind.Deportation, "KZ", "DEMO court", RemovalStatus.InForce) { EnforceableFrom = new DateOnly(2026, month, day) };

    [Theory, EveryDatabase]
    public async Task Run_CaseStandsStill_EveryMarkOfARemovalIsToldOnce(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Protector, Order(4, 30));
        await world.DoAsync(caseId, world.Desk.Protector, new OpenEmergency("detained", "DEMO"));

        var told = 0;
        foreach (var (month, day) in new[] { (3, 31), (4, 16), (4, 23), (4, 27), (4, 29), (4, 30) })
        {
            var morning = new DateTimeOffset(2026, month, day, 0, 0, 0, Almaty);
            Assert.Equal(0, await world.SweepDaysAsync(morning.AddMinutes(-1)));
            Assert.Equal(1, await world.SweepDaysAsync(morning));
            Assert.Equal(0, await world.SweepDaysAsync(morning.AddHours(2)));
            told++;
            Assert.Equal(told, (await NoticesAsync(world, caseId, RemindLegalDay.RemovalTopic)).Count(n => n == "coordinator"));
            Assert.Equal(told, (await NoticesAsync(world, caseId, RemindLegalDay.RemovalTopic)).Count(n => n == "protection-officer"));
        }

        Assert.Equal(0, await world.SweepDaysAsync(new DateTimeOffset(2027, 1, 1, 0, 0, 0, Almaty)));
        Assert.Null((await world.RowsAsync(caseId)).Case.NextDayMarkAt);
        Assert.Empty(await FaultsAsync(world, caseId));
    }

    [Theory, EveryDatabase]
    public async Task Queue_RemovalWithinThirtyDays_ComesBeforeEverythingButAnOpenEmergency(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var (plain, stay, removal, emergency, later) = (await world.OpenCaseAsync(), await world.OpenCaseAsync(), await world.OpenCaseAsync(), await world.OpenCaseAsync(), await world.OpenCaseAsync());
        await world.DoAsync(stay, world.Desk.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2025-12")) { Until = PartialDate.Parse("2026-02-07") });
        await world.DoAsync(removal, world.Desk.Protector, Order(2, 20));
        await world.DoAsync(later, world.Desk.Protector, Order(6, 20));
        await world.DoAsync(emergency, world.Desk.Protector, new OpenEmergency("detained", "DEMO"));

        Assert.Equal([emergency, removal, stay], (await OrderAsync(world)).Take(3));
        Assert.Equal(new HashSet<Guid> { plain, later }, [.. (await OrderAsync(world)).Skip(3)]);
        Assert.Equal("removal-risk", (await world.RowsAsync(removal)).Case.Alarm);
        Assert.Null((await world.RowsAsync(later)).Case.Alarm);

        // The mark of the thirtieth day puts the other one before those whose stay ends; a suspension takes the first one's alarm away.
        await world.SweepDaysAsync(new DateTimeOffset(2026, 5, 21, 0, 0, 0, Almaty));
        Assert.Equal("removal-risk", (await world.RowsAsync(later)).Case.Alarm);
        await world.DoAsync(removal, world.Desk.Protector, Order(2, 20) with { Continues = "R1", Status = RemovalStatus.Suspended, SuspendedBy = "DEMO appeal court" });
        Assert.Null((await world.RowsAsync(removal)).Case.Alarm);
        Assert.Equal([emergency, later], (await OrderAsync(world)).Take(2));
    }

    [Theory, EveryDatabase]
    public async Task Rows_OfLegalDays_FollowTheFactsAndAreNoTasks(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, world.Desk.Protector, Order(4, 30) with { RemedyUntil = new DateOnly(2026, 3, 1) });
        Assert.Equal(["legal-remedy:R1", "legal-removal:R1"], await OpenDaysAsync(world, caseId));

        await world.DoAsync(caseId, world.Desk.Protector, Order(4, 30) with { Continues = "R1", RemedyUntil = new DateOnly(2026, 3, 1), RemedyTaken = true });
        Assert.Equal(["legal-removal:R1"], await OpenDaysAsync(world, caseId));
        await world.DoAsync(caseId, world.Desk.Protector, Order(4, 30) with { Continues = "R1", RemedyUntil = new DateOnly(2026, 3, 9) });
        Assert.Equal(["legal-remedy:R1", "legal-removal:R1"], await OpenDaysAsync(world, caseId));
        await world.DoAsync(caseId, world.Desk.Coordinator, new CloseEarly("signposted", "DEMO"));
        Assert.Empty(await OpenDaysAsync(world, caseId));
        Assert.Empty(await FaultsAsync(world, caseId));
    }

    [Theory, EveryDatabase]
    public async Task HostProfile_ShorterDeadline_HurriesEveryOpenCaseThereAndNoOther(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var (here, arrivedLongAgo) = (await world.OpenCaseAsync(), await world.OpenCaseAsync());
        await world.DoAsync(here, world.Desk.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2026-02-02")));
        await world.DoAsync(arrivedLongAgo, world.Desk.Intake, new RecordStay("KZ", "visa-free", PartialDate.Parse("2025-02-02")));
        Assert.Equal(["legal-host-deadline:file-claim"], await OpenDaysAsync(world, here));
        Assert.Equal("Normal", (await world.RowsAsync(here)).Case.Priority);

        var services = world.Desk.Store.Services;
        var shelf = await services.GetRequiredService<ProgrammeDesk>().ShelfAsync(CancellationToken.None);
        var shorter = shelf.HostProfiles["KZ"].Json.Replace("\"days\": 5,", "\"days\": 2,", StringComparison.Ordinal);
        var changes = services.GetRequiredService<ProgrammeChanges>();
        var proposed = Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(world.Desk.Coordinator, new HostProfileSet("KZ", shorter), "DEMO: the law changed.", CancellationToken.None));
        Assert.IsType<ChangeResult.Refused>(await changes.ConfirmAsync(world.Desk.Coordinator, proposed.Id, CancellationToken.None));
        Assert.Equal(0, await services.GetRequiredService<ProgrammeSweep>().RunAsync(CancellationToken.None));
        Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(world.Desk.Stranger, proposed.Id, CancellationToken.None));
        Assert.Equal(2, await services.GetRequiredService<ProgrammeSweep>().RunAsync(CancellationToken.None));

        Assert.Equal("Urgent", (await world.RowsAsync(here)).Case.Priority);
        Assert.Equal("Normal", (await world.RowsAsync(arrivedLongAgo)).Case.Priority);
        Assert.Equal([here, arrivedLongAgo], await OrderAsync(world));
        Assert.Contains("coordinator", await NoticesAsync(world, here, FollowProgramme.HostProfileTopic));
        Assert.Empty(await FaultsAsync(world, here));
    }

    [Fact]
    public async Task HostProfile_BrokenOrOfAnotherCountry_IsRefused()
    {
        await using var world = await ClockDesk.OpenAsync(DatabaseProvider.Sqlite);
        var services = world.Desk.Store.Services;
        var good = (await services.GetRequiredService<ProgrammeDesk>().ShelfAsync(CancellationToken.None)).HostProfiles["KZ"].Json;
        foreach (var bad in new[] { "", "{", "[]", "null", good, good.Replace("\"KZ\"", "\"GE\"", StringComparison.Ordinal), good.Replace("\"days\": 5,", "\"days\": 0,", StringComparison.Ordinal), good.Replace("\"file-claim\"", "\"decision\"", StringComparison.Ordinal), good.Replace("\"asOf\"", "\"asof\"", StringComparison.Ordinal), good.Replace("\"Arrival\"", "\"Landing\"", StringComparison.Ordinal) })
        {
            Assert.IsType<ChangeResult.Refused>(await services.GetRequiredService<ProgrammeChanges>().ProposeAsync(world.Desk.Coordinator, new HostProfileSet("KZ", bad), "DEMO", CancellationToken.None));
        }
    }

    /// <summary>Who was told is found by the moment of an act, and this clock stands still between acts; that is looked at elsewhere.</summary>
    private static async Task<List<string>> FaultsAsync(ClockDesk world, Guid caseId) =>
        [.. (await world.Desk.Store.Services.GetRequiredService<CaseConsistency>().CheckAsync(caseId, CancellationToken.None)).Where(f => !f.Contains("notices", StringComparison.Ordinal) && !f.Contains("mails", StringComparison.Ordinal))];

    private static async Task<List<Guid>> OrderAsync(ClockDesk world)
    {
        var mine = await world.Desk.Store.Services.GetRequiredService<Worklists>().MineAsync(world.Desk.Coordinator, CancellationToken.None);
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        var ids = await db.Cases.ToDictionaryAsync(c => c.Reference, c => c.Id);
        return [.. mine.Select(m => ids[m.Reference])];
    }

    private static async Task<List<string>> OpenDaysAsync(ClockDesk world, Guid caseId)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        return await db.Waits.Where(w => w.CaseId == caseId && w.Gate == null && w.ClosedAt == null && w.Kind.StartsWith("legal-")).OrderBy(w => w.WaitId).Select(w => w.WaitId).ToListAsync();
    }

    private static async Task<List<string>> NoticesAsync(ClockDesk world, Guid caseId, string topic)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        return await db.InsideNotices.Where(n => n.CaseId == caseId && n.Outcome == topic).Select(n => n.Audience).ToListAsync();
    }
}
