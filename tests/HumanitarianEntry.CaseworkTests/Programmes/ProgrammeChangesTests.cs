using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.CaseworkTests.Replay;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using ProgrammeStatus = HumanitarianEntry.Workflows.Programmes.ProgrammeStatus;

namespace HumanitarianEntry.CaseworkTests.Programmes;

public sealed class ProgrammeChangesTests
{
    private const string France = "fr-ple-kz";

    [Theory, EveryDatabase]
    public async Task Stop_ByOnePerson_IsInForceAtOnceAlsoOnAnotherNode(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var elsewhere = ProgrammeLibrary.Load(Path.Combine(CaseFiles.Root, "workflows"));

        Assert.Equal(1, Assert.IsType<ChangeResult.Done>(await Changes(desk).StopAsync(desk.Coordinator, new StatusSet(France, ProgrammeStatus.Suspended), "The state stopped admissions.", default)).Number);

        Assert.Equal(ProgrammeStatus.Suspended, Library(desk).For(France).Settings.Status);
        Assert.Equal(Domain.Cases.ProgrammeStatus.Suspended, Library(desk).For(France).Rules.Status);
        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal(ProgrammeStatus.Suspended, (await elsewhere.RefreshAsync(db, default)).Programmes[France].Settings.Status);
        Assert.Null(await desk.Store.Verifier.VerifyAccountsAsync(default));
    }

    [Theory, EveryDatabase]
    public async Task Open_TakesTwoPeopleAndIsCheckedAgain(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var changes = Changes(desk);
        var open = new StatusSet(France, ProgrammeStatus.Open);
        await changes.StopAsync(desk.Coordinator, open with { Status = ProgrammeStatus.Suspended }, "Stopped.", default);

        Assert.IsType<ChangeResult.Refused>(await changes.StopAsync(desk.Coordinator, open, "Alone.", default));
        var proposal = Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(desk.Coordinator, open, "Admissions go on.", default));
        Assert.Null(proposal.Number);
        Assert.IsType<ChangeResult.Refused>(await changes.ConfirmAsync(desk.Coordinator, proposal.Id, default));
        Assert.IsType<ChangeResult.Gone>(await changes.ConfirmAsync(desk.Intake, proposal.Id, default));
        Assert.Equal(ProgrammeStatus.Suspended, Library(desk).For(France).Settings.Status);

        Assert.Equal(2, Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(desk.Stranger, proposal.Id, default)).Number);
        Assert.Equal(ProgrammeStatus.Open, Library(desk).For(France).Settings.Status);
        Assert.IsType<ChangeResult.Gone>(await changes.ConfirmAsync(desk.Stranger, proposal.Id, default));
        var row = Library(desk).Current.Changes[1];
        Assert.Equal((desk.Coordinator.Id, (Guid?)desk.Stranger.Id), (row.By, row.ConfirmedBy));
    }

    [Theory, EveryDatabase]
    public async Task Confirm_TwoAtOnce_OneChange(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var changes = Changes(desk);
        var proposal = (ChangeResult.Done)await changes.ProposeAsync(desk.Coordinator, new HostRiskSet("KZ", HostRisk.High), "Extraditions begin.", default);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => changes.ConfirmAsync(desk.Stranger, proposal.Id, default)));

        Assert.Single(results.OfType<ChangeResult.Done>());
        Assert.Equal(3, results.OfType<ChangeResult.Gone>().Count());
        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal(1, await db.Settings.CountAsync(s => s.Key == "programmes"));
    }

    [Fact]
    public async Task Propose_WhatMayNeverBe_IsRefusedWithTheReason()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var changes = Changes(desk);

        Assert.Contains("cannot be Open", await RefusalAsync(new StatusSet("gen-nat", ProgrammeStatus.Open)), StringComparison.Ordinal);
        Assert.Contains("lt.json", await RefusalAsync(new SettingsSet(France, Settings(desk, s => s["dossierLanguages"] = new System.Text.Json.Nodes.JsonArray("lt")))), StringComparison.Ordinal);
        Assert.Contains("already", await RefusalAsync(new StatusSet(France, ProgrammeStatus.Open)), StringComparison.Ordinal);
        Assert.Contains("no programme", await RefusalAsync(new StatusSet("nowhere", ProgrammeStatus.Open)), StringComparison.Ordinal);
        Assert.Contains("minIdGrad'", await RefusalAsync(new SettingsSet(France, Settings(desk, s => s["minIdGrad"] = "A"))), StringComparison.Ordinal);
        Assert.Contains("clock", await RefusalAsync(new SettingsSet(France, Settings(desk, s => s["clocks"]!.AsObject().Remove("vetting")))), StringComparison.Ordinal);
        Assert.Contains("not of", await RefusalAsync(new SettingsSet(France, Settings(desk, s => s["id"] = "lt-hum"))), StringComparison.Ordinal);
        Assert.Contains("never edited", await RefusalAsync(new DefinitionPublished("fr-ple-kz-v1", Library(desk).Definition("fr-ple-kz-v1").ToJson())), StringComparison.Ordinal);
        Assert.Contains("next version", await RefusalAsync(Next(desk, d => d["version"] = 3)), StringComparison.Ordinal);
        Assert.Contains("V", await RefusalAsync(Next(desk, d => d["root"]!["connections"]!.AsArray().RemoveAt(0))), StringComparison.Ordinal);
        Assert.Contains("two versions", await RefusalAsync(new RunsMoved("fr-ple-kz-v1", "lt-hum-v1")), StringComparison.Ordinal);
        Assert.Contains("reason", Assert.IsType<ChangeResult.Refused>(await changes.ProposeAsync(desk.Coordinator, new HostRiskSet("KZ", HostRisk.High), " ", default)).Why.ToString(), StringComparison.Ordinal);

        async Task<string> RefusalAsync(ProgrammeChange change) => Assert.IsType<ChangeResult.Refused>(await changes.ProposeAsync(desk.Coordinator, change, "DEMO", default)).Why.ToString();
    }

    [Theory, EveryDatabase]
    public async Task Publish_NewVersion_NewCasesRunOnItAndOldOnesStay(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var before = await desk.OpenCaseAsync();
        var change = Next(desk, _ => { });
        var proposal = (ChangeResult.Done)await Changes(desk).ProposeAsync(desk.Coordinator, change, "A better name.", default);
        Assert.IsType<ChangeResult.Done>(await Changes(desk).ConfirmAsync(desk.Stranger, proposal.Id, default));

        var after = await desk.OpenCaseAsync();

        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal("fr-ple-kz-v1", (await db.Cases.SingleAsync(c => c.Id == before)).DefinitionVersionId);
        Assert.Equal("fr-ple-kz-v2", (await db.Cases.SingleAsync(c => c.Id == after)).DefinitionVersionId);
        Assert.Equal(change.Json, Library(desk).Definition("fr-ple-kz-v2").ToJson());
        Assert.Equal("fr-ple-kz.v2.json", Library(desk).For(France).Settings.Definition);
        var fresh = ProgrammeLibrary.Load(Path.Combine(CaseFiles.Root, "workflows"));
        Assert.Equal("fr-ple-kz-v2", (await fresh.RefreshAsync(db, default)).Programmes[France].Definition.VersionId);
    }

    [Theory, EveryDatabase]
    public async Task MoveRuns_WhatStandsUnchangedMoves_TheRestStaysAndIsTold(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var waiting = await desk.OpenCaseAsync();
        var consenting = await desk.OpenCaseAsync();
        await desk.RunAsync(waiting, desk.Coordinator, new ClaimCase());
        await desk.RunAsync(consenting, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"));

        // The new version asks another role at the first gate, so only who has passed it can move.
        await PublishAsync(desk, Next(desk, d => Step(d, "referral")["payload"]!["expression"]!["value"] = Step(d, "referral")["payload"]!["expression"]!["value"]!.GetValue<string>().Replace("intake-officer", "coordinator", StringComparison.Ordinal)));
        var trial = await desk.Store.Services.GetRequiredService<ProgrammeDesk>().TryMoveAsync("fr-ple-kz-v1", "fr-ple-kz-v2", desk.Coordinator.Id, default);
        Assert.Equal((1, 1), (trial.Moving, trial.Staying));
        Assert.Single(trial.Listed);
        Assert.Contains(trial.Listed, t => t.Obstacles.Any(o => o.Contains("another role", StringComparison.Ordinal)));
        await PublishAsync(desk, new RunsMoved("fr-ple-kz-v1", "fr-ple-kz-v2"));

        Assert.Equal(2, await Sweep(desk).RunAsync(default));
        Assert.Equal(0, await Sweep(desk).RunAsync(default));

        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal("fr-ple-kz-v1", (await db.Cases.SingleAsync(c => c.Id == waiting)).DefinitionVersionId);
        Assert.Equal("fr-ple-kz-v2", (await db.Cases.SingleAsync(c => c.Id == consenting)).DefinitionVersionId);
        Assert.True(await db.InsideNotices.AnyAsync(n => n.CaseId == waiting && n.Outcome == "version-kept"));
        Assert.False(await db.InsideNotices.AnyAsync(n => n.CaseId == consenting && n.Outcome == "version-kept"));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(waiting, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO")));
        foreach (var id in new[] { waiting, consenting })
        {
            Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(id, default));
        }
    }

    [Theory, EveryDatabase]
    public async Task Sweep_TwoNodesAtOnce_EachCaseFollowsOnceAndInOrder(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await desk.OpenCaseAsync());
        }

        await Changes(desk).StopAsync(desk.Coordinator, new StatusSet(France, ProgrammeStatus.Suspended), "Stopped.", default);
        await Changes(desk).StopAsync(desk.Coordinator, new HostRiskSet("KZ", HostRisk.High), "Extraditions.", default);
        var later = await desk.OpenCaseAsync();

        var other = new ProgrammeSweep(desk.Store.Cases, desk.Runner, Library(desk), NullLogger<ProgrammeSweep>.Instance);
        await Task.WhenAll(Sweep(desk).RunAsync(default), other.RunAsync(default));
        await Sweep(desk).RunAsync(default);

        await using var db = desk.Store.Cases.CreateDbContext();
        foreach (var id in ids)
        {
            Assert.Equal(["stopped", "host-risk-raised"], await FollowedAsync(db, id));
            var row = await db.Cases.SingleAsync(c => c.Id == id);
            Assert.Equal((nameof(Priority.Urgent), 2), (row.Priority, row.ProgrammeChange));
        }

        Assert.Empty(await FollowedAsync(db, later));

        async Task<List<string>> FollowedAsync(CaseDbContext context, Guid id)
        {
            var notices = await context.InsideNotices.Where(n => n.CaseId == id && n.Audience == "coordinator" && (n.Outcome == "programme-stopped" || n.Outcome == "host-risk-raised")).OrderBy(n => n.CreatedAt).Select(n => n.Outcome).Distinct().ToListAsync();
            Assert.Equal(notices.Count, await context.Acts.CountAsync(a => a.CaseId == id && a.Kind == "follow-programme"));
            return [.. notices.Select(n => n.Replace("programme-", string.Empty, StringComparison.Ordinal)).OrderDescending(StringComparer.Ordinal)];
        }
    }

    private static async Task PublishAsync(Desk desk, ProgrammeChange change)
    {
        var proposal = Assert.IsType<ChangeResult.Done>(await Changes(desk).ProposeAsync(desk.Coordinator, change, "DEMO", default));
        Assert.IsType<ChangeResult.Done>(await Changes(desk).ConfirmAsync(desk.Stranger, proposal.Id, default));
    }

    private static JsonObject Step(JsonObject definition, string id) => definition["root"]!["activities"]!.AsArray().Select(a => a!.AsObject()).Single(a => a["id"]!.GetValue<string>() == id);

    private static ProgrammeSweep Sweep(Desk desk) => desk.Store.Services.GetRequiredService<ProgrammeSweep>();

    private static ProgrammeChanges Changes(Desk desk) => desk.Store.Services.GetRequiredService<ProgrammeChanges>();

    private static ProgrammeLibrary Library(Desk desk) => desk.Store.Services.GetRequiredService<ProgrammeLibrary>();

    private static string Settings(Desk desk, Action<JsonObject> edit)
    {
        var document = JsonNode.Parse(Library(desk).For(France).Json)!.AsObject();
        edit(document);
        return document.ToJsonString();
    }

    private static DefinitionPublished Next(Desk desk, Action<JsonObject> edit)
    {
        var document = Library(desk).Definition("fr-ple-kz-v1").CopyJson();
        (document["id"], document["version"], document["name"]) = ("fr-ple-kz-v2", 2, "Second version (DEMO)");
        edit(document);
        return new DefinitionPublished("fr-ple-kz-v2", document.ToJsonString());
    }
}
