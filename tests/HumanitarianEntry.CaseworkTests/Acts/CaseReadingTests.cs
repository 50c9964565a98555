using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Acts;

public sealed class CaseReadingTests
{
    [Theory, EveryDatabase]
    public async Task Read_CaseAmongOthers_IsWhatTheQueriesGiveOneByOne(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.OpenCaseAsync();
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"), "one-form");
        await using var db = desk.Store.Cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);

        for (var round = 0; round < 2; round++)
        {
            var read = await CaseReading.ReadAsync(db, caseId, 0, "one-form", CancellationToken.None);
            Assert.Equal(Text(await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId)), Text(read.Row));
            Assert.Equal(Text(await db.Acts.AsNoTracking().SingleAsync(a => a.Key == "one-form")), Text(read.Before));
            Assert.Equal(Text(await db.Waits.AsNoTracking().Where(w => w.CaseId == caseId && w.Gate != null && w.ClosedAt == null).ToListAsync()), Text(read.OpenWaits));
            Assert.Equal(new[] { desk.Coordinator.Id, desk.Intake.Id }.Order(), read.Seats.Select(s => s.StaffId).Order());
            Assert.All(read.Seats, s => Assert.Equal("demo-org", CaseLoader.TeamOf(s.OrganisationId, s.Team)));
            var versions = await db.CompartmentVersions.AsNoTracking().Where(v => v.CaseId == caseId).ToListAsync();
            Assert.True(versions.Count > read.Compartments.Count);
            Assert.Equal(Text(versions.GroupBy(v => v.Compartment).Select(g => g.MaxBy(v => v.Version)).OrderBy(v => v!.Compartment)), Text(read.Compartments.OrderBy(v => v.Compartment)));
            Assert.Empty(read.Changes);
        }
    }

    [Theory, EveryDatabase]
    public async Task Read_NoSuchCase_IsEmpty(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await desk.OpenCaseAsync();
        await using var db = desk.Store.Cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        var read = await CaseReading.ReadAsync(db, Ids.New(), 0, "no-form", CancellationToken.None);
        Assert.Null(read.Row);
        Assert.Null(read.Before);
        Assert.Empty(read.Seats);
        Assert.Empty(read.Compartments);
    }

    [Theory, EveryDatabase]
    public async Task Run_ActDone_TheContextComesBackAsNew(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"));
        await using var db = desk.Store.Cases.CreateDbContext();
        await using var other = desk.Store.Cases.CreateDbContext();
        Assert.All([db, other], context =>
        {
            Assert.True(context.ChangeTracker.AutoDetectChangesEnabled);
            Assert.True(context.Database.AutoSavepointsEnabled);
            Assert.Empty(context.ChangeTracker.Entries());
        });
    }

    [Fact]
    public async Task Run_ActsOneAfterTheOther_EachMovesTheVersionByOne()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var caseId = await desk.OpenCaseAsync();
        await using var db = desk.Store.Cases.CreateDbContext();
        var before = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"));
        Assert.Equal(before.ConcurrencyVersion + 2, (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId)).ConcurrencyVersion);
    }

    [Fact]
    public async Task Run_CompartmentItLooksIntoWasChanged_FailsAndLeavesNothing()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var caseId = await desk.OpenCaseAsync();
        await using var db = desk.Store.Cases.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"TR_CompartmentVersions_AppendOnly_UPDATE\"");
        await db.Database.ExecuteSqlRawAsync("UPDATE \"CompartmentVersions\" SET \"Sealed\" = zeroblob(64)");
        var acts = await db.Acts.CountAsync();
        await Assert.ThrowsAsync<SealBrokenException>(() => desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO")));
        Assert.Equal(acts, await db.Acts.CountAsync());
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, CancellationToken.None));
    }

    private static string Text(object? rows) => JsonSerializer.Serialize(rows);
}
