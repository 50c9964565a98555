using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Acts;

public sealed class ActRunnerTests
{
    [Theory, EveryDatabase]
    public async Task Run_SameKeyAgain_SameResultAndOneAuditEntry(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        var first = Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"), "one-form"));
        var again = Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"), "one-form"));
        Assert.Equal(first.ActId, again.ActId);
        Assert.True(again.IsRepeat);
        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.CaseId == caseId && e.ActKind == "send-message"));
    }

    [Theory, EveryDatabase]
    public async Task Run_OpeningFormTwice_OneCaseAndTheSameCode(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var first = Assert.IsType<ActResult.Done>(await desk.RunAsync(null, desk.Intake, Desk.Opening, "opening"));
        var again = Assert.IsType<ActResult.Done>(await desk.RunAsync(null, desk.Intake, Desk.Opening, "opening"));
        Assert.Equal((first.CaseId, first.Reference, first.AccessCode), (again.CaseId, again.Reference, again.AccessCode));
        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal(1, await db.Cases.CountAsync());
    }

    [Theory, EveryDatabase]
    public async Task Run_KeyOfAnotherAct_IsRefused(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"), "one-form");
        var other = Assert.IsType<ActResult.Refused>(await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase(), "one-form"));
        Assert.Equal("key-used-before", Assert.Single(other.Blockers).Code);
    }

    [Theory, EveryDatabase]
    public async Task Run_TwentyActsAtOnce_AllDoneAndTheChainIsWhole(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Retry(() => desk.RunAsync(caseId, i % 2 == 0 ? desk.Intake : desk.Coordinator, new SendMessage($"DEMO {i}"), $"m-{i}"))));
        Assert.All(results, r => Assert.IsType<ActResult.Done>(r));
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, CancellationToken.None));
        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal(20, await db.AuditEntries.CountAsync(e => e.CaseId == caseId && e.ActKind == "send-message"));
    }

    [Theory, EveryDatabase]
    public async Task Run_TwoDecisionsAtOnce_OneDoneOneRefused(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        var results = await Task.WhenAll(
            Retry(() => desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"), "a")),
            Retry(() => desk.RunAsync(caseId, desk.Coordinator, new DecideGate(Gate.Referral, "signpost", "DEMO"), "b")));
        Assert.Single(results.OfType<ActResult.Done>());
        Assert.Equal("gate-is-not-open", Assert.Single(Assert.Single(results.OfType<ActResult.Refused>()).Blockers).Code);
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, CancellationToken.None));
    }

    [Theory, EveryDatabase]
    public async Task Reopen_RoleThatDoesNotReadContact_SeesThatOldDecisionsCountNoMore(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new CloseEarly("removed", "DEMO")));
        var again = Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new ReopenCase(ReopeningCause.NewFacts, "DEMO")));
        var officer = new Actor(desk.Stranger.Id, Role.DossierOfficer, "demo-org");
        await using (var db = desk.Store.Cases.CreateDbContext())
        {
            db.Assignments.Add(new AssignmentRow { Id = Ids.New(), CaseId = caseId, StaffId = officer.Id, Role = Keys.Of(officer.Role), Since = DateTimeOffset.UtcNow.Stored(), By = officer.Id });
            await db.SaveChangesAsync();
        }

        var seen = await desk.Store.Services.GetRequiredService<CaseDesk>().OpenAsync(officer, again.Reference, "test", CancellationToken.None);

        Assert.True(seen!.File.Position.BeganAt > seen.File.OpenedAt);
        Assert.Null(seen.File.DecisionOn(Gate.Closure));
    }

    [Theory, EveryDatabase]
    public async Task Run_DecisionOnAnOldView_IsStaleAndSaysWhatHappened(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        var seen = await VersionAsync(desk, caseId);
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        var stale = Assert.IsType<ActResult.Stale>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"), seen: seen));
        Assert.Equal(("claim-case", "coordinator"), (Assert.Single(stale.Since).Kind, stale.Since[0].Role));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new SendMessage("DEMO"), seen: seen));
    }

    [Theory, EveryDatabase]
    public async Task Run_WrongRoleOrNotOnTheCase_IsNotFound(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        Assert.IsType<ActResult.NotFound>(await desk.RunAsync(caseId, desk.Stranger, new DecideGate(Gate.Referral, "accept", "DEMO")));
        Assert.IsType<ActResult.NotFound>(await desk.RunAsync(caseId, desk.Intake with { Role = Role.Screener }, new SendMessage("DEMO")));
        Assert.IsType<ActResult.NotFound>(await desk.RunAsync(caseId, new Actor(Ids.New(), Role.Applicant, "applicant"), new SendMessage("DEMO")));
        Assert.IsType<ActResult.NotFound>(await desk.RunAsync(Ids.New(), desk.Intake, new SendMessage("DEMO")));
    }

    [Theory, EveryDatabase]
    public async Task Run_RefusedAct_LeavesNothing(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var caseId = await desk.OpenCaseAsync();
        var before = await CountsAsync(desk);
        Assert.IsType<ActResult.Refused>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", " "), "refused"));
        Assert.Equal(before, await CountsAsync(desk));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"), "refused"));
    }

    /// <summary>What a person does when told that the database is busy: sends the same form again.</summary>
    private static async Task<ActResult> Retry(Func<Task<ActResult>> act)
    {
        var result = await act();
        for (var attempt = 0; result is ActResult.Busy && attempt < 20; attempt++)
        {
            result = await act();
        }

        return result;
    }

    /// <summary>"You were put on this case" is said to the one of whom it is true.</summary>
    [Fact]
    public async Task Run_SomebodyIsAssigned_HeAloneIsTold()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        await using var db = desk.Store.Cases.CreateDbContext();
        var before = await db.Outbox.CountAsync(o => o.MessageId != null);

        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new AssignStaff(desk.Intake.Id, Role.Coordinator, "DEMO")));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake with { Role = Role.Coordinator }, new AssignStaff(desk.Stranger.Id, Role.Coordinator, "DEMO")));

        Assert.Equal([desk.Intake.Id, desk.Stranger.Id], await db.InsideNotices.Where(n => n.CaseId == caseId && n.Outcome == "assigned").OrderBy(n => n.CreatedAt).Select(n => n.RecipientId!.Value).ToListAsync());
        Assert.Equal(before + 2, await db.Outbox.CountAsync(o => o.MessageId != null));
        Assert.Empty(await desk.Store.Services.GetRequiredService<Casework.Consistency.CaseConsistency>().CheckAsync(caseId, CancellationToken.None));
    }

    private static async Task<long> VersionAsync(Desk desk, Guid caseId)
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        return (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId)).ConcurrencyVersion;
    }

    private static async Task<string> CountsAsync(Desk desk)
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        var version = await db.Cases.AsNoTracking().SumAsync(c => c.ConcurrencyVersion);
        return $"{version} {await db.Acts.CountAsync()} {await db.AuditEntries.CountAsync()} {await db.CompartmentVersions.CountAsync()} {await db.InsideNotices.CountAsync()} {await db.Outbox.CountAsync()} {await db.Waits.CountAsync()}";
    }
}
