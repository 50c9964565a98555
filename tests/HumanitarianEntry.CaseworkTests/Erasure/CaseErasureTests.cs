using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.FormDrafts;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Deadlines;
using HumanitarianEntry.CaseworkTests.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Erasure;

/// <summary>Who asked to be erased cannot be read any more, by nobody who has the database, the files and the master key; what must stay stays.</summary>
public sealed class CaseErasureTests
{
    private const string Name = "Стерткин";
    private const string Words = "DEMO words that must vanish";
    private const string Number = "+7 000 555-66-77";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EveryDatabase]
    public async Task Erase_TwoPeopleAgreed_NothingOfThePersonCanBeReadAfterThreeDays(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var (desk, services) = (world.Desk, world.Desk.Store.Services);
        var caseId = await FilledAsync(world);
        var other = await FilledAsync(world);
        await DrainAsync(world);
        Assert.Contains(Name, await ReadableAsync(world, caseId), StringComparison.Ordinal);

        await GrantAsync(world, caseId);
        await DrainAsync(world);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(3).AddMinutes(-1));
        await DrainAsync(world);
        Assert.Null(await desk.Store.Sealer.TombstoneAsync(caseId, None));
        Assert.Contains(Words, await ReadableAsync(world, caseId), StringComparison.Ordinal);

        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(2));
        await DrainAsync(world);
        await Assert.ThrowsAsync<CaseErasedException>(() => desk.Store.Sealer.OpenAsync(caseId, None));
        await using var keys = desk.Store.Keys.CreateDbContext();
        Assert.All(await keys.DataKeys.AsNoTracking().Where(k => k.CaseId == caseId).ToListAsync(None), key => Assert.Null(key.WrappedKey));
        Assert.Empty(services.GetRequiredService<SealedFileStore>().List(caseId));
        await AssertRowsGoneAsync(world, caseId);
        foreach (var content in Dump.Folder(desk.Store.Folder))
        {
            foreach (var word in new[] { Name, Words, Number })
            {
                Assert.True(content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) < 0, $"'{word}' lies on the disk.");
            }
        }

        // The chain is whole without its content, nobody can act any more, and the other person is untouched.
        Assert.Null(await services.GetRequiredService<AuditVerifier>().VerifyCaseAsync(caseId, None));
        Assert.Equal([], await services.GetRequiredService<CaseConsistency>().CheckAsync(caseId, None));
        Assert.IsType<ActResult.NotFound>(await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase()));
        Assert.Null(await services.GetRequiredService<OwnCases>().OpenAsync(caseId, "own-status", None));
        Assert.Null(await services.GetRequiredService<OwnCopies>().ReadAsync(caseId, None));
        Assert.Contains(Name, await ReadableAsync(world, other), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Erase_TakenBackInTime_NothingIsDestroyed(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await FilledAsync(world);
        await GrantAsync(world, caseId);
        await world.DoAsync(caseId, Self(caseId), new TakeBackRequest(1));
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(10));
        await DrainAsync(world);
        Assert.Contains(Name, await ReadableAsync(world, caseId), StringComparison.Ordinal);
    }

    /// <summary>Killed after the keys and before the rest: the next try finishes what was begun.</summary>
    [Fact]
    public async Task Erase_KilledInTheMiddle_IsFinishedByTheNextTry()
    {
        await using var world = await ClockDesk.OpenAsync(DatabaseProvider.Sqlite);
        var caseId = await FilledAsync(world);
        await GrantAsync(world, caseId);
        await world.Desk.Store.Sealer.DestroyKeysAsync(caseId, None);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddDays(4));
        await DrainAsync(world);
        await AssertRowsGoneAsync(world, caseId);
        Assert.Empty(world.Desk.Store.Services.GetRequiredService<SealedFileStore>().List(caseId));
    }

    [Theory, EveryDatabase]
    public async Task Remind_RequestUnanswered_CoordinatorIsToldBeforeAndAfterTheLastDay(DatabaseProvider provider)
    {
        await using var world = await ClockDesk.OpenAsync(provider);
        var caseId = await world.OpenCaseAsync();
        await world.DoAsync(caseId, Self(caseId), new AskFormally(FormalRequestKind.MyData, string.Empty));
        var last = (await world.RowsAsync(caseId)).Case.NextDayMarkAt!.Value.AddDays(7);
        Assert.Equal(0, await world.SweepDaysAsync(last.AddDays(-8)));
        Assert.Equal(1, await world.SweepDaysAsync(last.AddDays(-7)));
        Assert.Equal(1, await world.SweepDaysAsync(last.AddDays(2)));
        Assert.Equal(["coordinator formal-request-soon", "coordinator formal-request-late"], await world.ToldAsync(caseId, "formal-request-"));
        Assert.Null((await world.RowsAsync(caseId)).Case.NextDayMarkAt);
    }

    private static async Task<Guid> FilledAsync(ClockDesk world)
    {
        var desk = world.Desk;
        var caseId = Assert.IsType<ActResult.Done>(await desk.RunAsync(null, desk.Intake, Desk.Opening with { Channel = new ContactChannel(ChannelKind.Phone, Number, "-", "UTC", MayLeaveMessage: false) })).CaseId;
        await world.DoAsync(caseId, desk.Coordinator, new ClaimCase());
        await world.DoAsync(caseId, desk.Coordinator, new AssignStaff(desk.Stranger.Id, Role.Coordinator, "demo-org"));
        await world.DoAsync(caseId, desk.Intake, new RecordName(NameKind.Current, Script.Cyrillic) { Family = Name, Given = "Иван", Source = "DEMO" });
        await world.DoAsync(caseId, desk.Intake, new RecordBirth(PartialDate.Parse("1999-03-04"), Sex.M, ["RU"]));
        await world.DoAsync(caseId, Self(caseId), new SendMessage(Words));
        await desk.Store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(caseId, new MemoryStream(Encoding.UTF8.GetBytes(Words)), "demo.txt", None);
        await desk.Store.Services.GetRequiredService<CaseDrafts>().KeepAsync(caseId, desk.Intake.Id, new Dictionary<string, byte[]> { ["answers/A1/x"] = Encoding.UTF8.GetBytes(Words) }, None);
        return caseId;
    }

    private static async Task GrantAsync(ClockDesk world, Guid caseId)
    {
        await world.DoAsync(caseId, Self(caseId), new AskFormally(FormalRequestKind.Erase, string.Empty));
        await world.DoAsync(caseId, world.Desk.Coordinator, new ProposeErasureAnswer(1, FormalOutcome.Granted, string.Empty, "DEMO"));
        await world.DoAsync(caseId, world.Desk.Stranger, new SecondErasureAnswer(1, Agrees: true, "DEMO"));
    }

    /// <summary>Everything of the case that can be opened with the keys there are.</summary>
    private static async Task<string> ReadableAsync(ClockDesk world, Guid caseId)
    {
        using var keys = await world.Desk.Store.Sealer.OpenAsync(caseId, None);
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        return string.Join('\n', (await CompartmentStore.LoadAsync(db, keys, null, None)).Values.Select(found => Encoding.UTF8.GetString(found.Plain)));
    }

    private static async Task AssertRowsGoneAsync(ClockDesk world, Guid caseId)
    {
        await using var db = world.Desk.Store.Cases.CreateDbContext();
        Assert.False(await db.DuplicateHashes.AnyAsync(d => d.CaseId == caseId));
        Assert.False(await db.FormDrafts.AnyAsync(d => d.CaseId == caseId));
        Assert.False(await db.StoredFiles.AnyAsync(f => f.CaseId == caseId));
        Assert.False(await db.ApplicantAccesses.AnyAsync(a => a.CaseId == caseId));
        Assert.False(await db.Assignments.AnyAsync(a => a.CaseId == caseId && a.Until == null));
        Assert.False(await db.InsideNotices.AnyAsync(n => n.CaseId == caseId && n.Audience == "applicant"));
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        Assert.Equal(("erasure", null, null, null, null), (row.Outcome, row.CountryOfStay, row.Language, row.StayEndsAt, row.NextDayMarkAt));
    }

    private static Actor Self(Guid caseId) => new(caseId, Role.Applicant, "applicant");

    private static Task DrainAsync(ClockDesk world) => world.Desk.Store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);
}
