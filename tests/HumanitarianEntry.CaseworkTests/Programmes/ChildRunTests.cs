using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Consistency;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Maps;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Programmes;

/// <summary>A programme whose referral is a run of its own, published to the database (design: engine rule S15).</summary>
public sealed class ChildRunTests
{
    private const string Reading = "reading";

    [Theory, EveryDatabase]
    public async Task DecideGate_OfTheChild_MovesTheParentInTheSameTransaction(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await PublishAsync(desk, patience: "3.00:00:00");
        var caseId = await desk.OpenCaseAsync();

        await using (var db = desk.Store.Cases.CreateDbContext())
        {
            var row = await db.Cases.SingleAsync(c => c.Id == caseId);
            Assert.Equal(("fr-ple-kz-v2", "Referred"), (row.DefinitionVersionId, row.State));
            var waits = await db.Waits.Where(w => w.CaseId == caseId).ToDictionaryAsync(w => w.WaitId);
            Assert.Equal(["early-closure#1", "referral#1", "referral#1/ask#1", "referral#1/patience#1", "withdrawal#1"], waits.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(("child", null, null), (waits["referral#1"].Kind, waits["referral#1"].Gate, waits["referral#1"].DueAt));
            var asked = waits["referral#1/ask#1"];
            Assert.Equal(("task", "referral", "intake-officer"), (asked.Kind, asked.Gate, asked.Role));
            Assert.Equal(asked.DueAt, row.NextDueAt);
            var place = (await MapAsync(desk, row.Reference)).Steps.Single(step => step.Box.Id == "referral");
            Assert.Equal((MapState.Waiting, asked.OpenedAt, asked.DueAt), (place.State, place.At!.Value, place.DueAt));
        }

        Assert.Empty(await desk.Store.Services.GetRequiredService<CaseConsistency>().CheckAsync(caseId, default));
        var decided = Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"), "once"));
        Assert.True(Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"), "once")).IsRepeat);
        Assert.Equal("ConsentPending", decided.State);

        await using var after = desk.Store.Cases.CreateDbContext();
        var closed = await after.Waits.Where(w => w.CaseId == caseId && w.WaitId.StartsWith("referral#1")).ToListAsync();
        Assert.Single(closed.Select(w => w.ClosedAt).Distinct());
        Assert.NotNull(closed[0].ClosedAt);
        Assert.NotNull((await after.Timers.SingleAsync(t => t.CaseId == caseId)).FiredAt);
        Assert.True(await after.Waits.AnyAsync(w => w.CaseId == caseId && w.WaitId == "consent#1" && w.ClosedAt == null && w.OpenedAt == closed[0].ClosedAt));
        Assert.Equal(1, await after.AuditEntries.CountAsync(e => e.CaseId == caseId && e.Gate == "referral" && e.Outcome == "accept"));
        Assert.Empty(await desk.Store.Services.GetRequiredService<CaseConsistency>().CheckAsync(caseId, default));
        var drawn = await desk.Store.Services.GetRequiredService<RunViews>().OfAsync("demo-org", caseId, default);
        Assert.Equal(StepState.Completed, drawn!.Steps.Single(step => step.ActivityId == "referral").State);
        Assert.DoesNotContain(drawn.Steps, step => step.WaitId.Contains('/', StringComparison.Ordinal));
        Assert.Empty(RunStateJson.Read((await after.Cases.SingleAsync(c => c.Id == caseId)).RunState).Children);
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, default));
    }

    [Theory, EveryDatabase]
    public async Task Timer_OfTheChild_MovesTheParent(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await PublishAsync(desk, patience: "00:00:01");
        var caseId = await desk.OpenCaseAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);

        var sweep = desk.Store.Services.GetRequiredService<TimerSweep>();
        Assert.Equal(1, await sweep.RunAsync(default));
        Assert.Equal(0, await sweep.RunAsync(default));

        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.Equal("ConsentPending", (await db.Cases.SingleAsync(c => c.Id == caseId)).State);
        Assert.False(await db.Waits.AnyAsync(w => w.CaseId == caseId && w.WaitId.StartsWith("referral") && w.ClosedAt == null));
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, default));
    }

    [Theory, EveryDatabase]
    public async Task Withdraw_WhileTheChildWaits_ClosesItsWaitsAndClocks(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await PublishAsync(desk, patience: "3.00:00:00");
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());

        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new WithdrawCase()));

        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.False(await db.Waits.AnyAsync(w => w.CaseId == caseId && w.ClosedAt == null));
        Assert.False(await db.Timers.AnyAsync(t => t.CaseId == caseId && t.FiredAt == null));
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, default));
    }

    [Theory, EveryDatabase]
    public async Task MoveRuns_WhileTheChildWaits_ParentMovesAndTheChildEndsOnItsVersion(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        await PublishAsync(desk, patience: "3.00:00:00");
        var caseId = await desk.OpenCaseAsync();
        await ConfirmAsync(desk, new DefinitionPublished("first-contact-v2", Child("3.00:00:00", version: 2)));
        await ConfirmAsync(desk, new DefinitionPublished("fr-ple-kz-v3", Parent(desk, version: 3)));
        await ConfirmAsync(desk, new RunsMoved("fr-ple-kz-v2", "fr-ple-kz-v3"));

        Assert.Equal(1, await desk.Store.Services.GetRequiredService<ProgrammeSweep>().RunAsync(default));

        await using (var db = desk.Store.Cases.CreateDbContext())
        {
            var row = await db.Cases.SingleAsync(c => c.Id == caseId);
            Assert.Equal("fr-ple-kz-v3", row.DefinitionVersionId);
            Assert.Equal("first-contact-v1", RunStateJson.Read(row.RunState).Children["referral#1"].VersionId);
        }

        Assert.Equal("ConsentPending", Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO"))).State);
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, default));
    }

    [Fact]
    public async Task Notices_OfAGateThatOpensInAChild_AreThoseOfTheSameGateInTheProgramme()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var plain = await desk.OpenCaseAsync();
        var consent = Child("3.00:00:00", version: 1).Replace("referral", "consent", StringComparison.Ordinal).Replace("intake-officer", "screener", StringComparison.Ordinal)
            .Replace("signpost", "consented", StringComparison.Ordinal).Replace("accept", "partial", StringComparison.Ordinal).Replace("duplicate", "refused", StringComparison.Ordinal).Replace("unsafe-channel", "cannot-decide", StringComparison.Ordinal);
        await ConfirmAsync(desk, new DefinitionPublished("first-contact-v1", consent));
        await ConfirmAsync(desk, new DefinitionPublished("fr-ple-kz-v2", Parent(desk, version: 2, step: "consent")));
        var inside = await desk.OpenCaseAsync();

        foreach (var id in new[] { plain, inside })
        {
            Assert.IsType<ActResult.Done>(await desk.RunAsync(id, desk.Intake, new DecideGate(Gate.Referral, "accept", "DEMO")));
        }

        await using var db = desk.Store.Cases.CreateDbContext();
        Assert.True(await db.Waits.AnyAsync(w => w.CaseId == inside && w.WaitId == "consent#1/ask#1"));
        var expected = await ToldAsync(plain);
        Assert.Contains(expected, told => told.Contains("consent opened", StringComparison.Ordinal));
        Assert.Equal(expected, await ToldAsync(inside));

        async Task<List<string>> ToldAsync(Guid id) =>
            [.. (await db.InsideNotices.Where(n => n.CaseId == id).Select(n => $"{n.Audience} {n.Gate} {n.Outcome}").ToListAsync()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Publish_ChildWithAClockThatAProgrammeDoesNotTime_IsRefused()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        await PublishAsync(desk, patience: "3.00:00:00");
        var silent = Child("3.00:00:00", version: 2).Replace("clock\\u0022: \\u0022referral", "clock\\u0022: \\u0022unheard-of", StringComparison.Ordinal);

        var refused = Assert.IsType<ChangeResult.Refused>(await desk.Store.Services.GetRequiredService<ProgrammeChanges>().ProposeAsync(desk.Coordinator, new DefinitionPublished("first-contact-v2", silent), "DEMO", default));

        Assert.Contains("unheard-of", refused.Why.ToString(), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Open_StepFails_CaseStandsStillIsToldAndCanBeTriedAgain(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var document = desk.Store.Services.GetRequiredService<ProgrammeLibrary>().Definition("fr-ple-kz-v1").CopyJson();
        (document["id"], document["version"]) = ("fr-ple-kz-v2", 2);
        var box = Step(document, "referral");
        box["type"] = "Elsa.Fault";
        foreach (var field in new[] { "taskName", "payload", "result" })
        {
            box.Remove(field);
        }

        await ConfirmAsync(desk, new DefinitionPublished("fr-ple-kz-v2", document.ToJsonString()));
        var caseId = await desk.OpenCaseAsync();
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase()));
        await using var db = desk.Store.Cases.CreateDbContext();
        var fault = Assert.Single(await FaultsAsync());
        Assert.Equal(nameof(CaseState.Parked), (await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId)).State);
        Assert.True(await db.InsideNotices.AnyAsync(n => n.CaseId == caseId && n.Outcome == "run-incident"));

        Assert.Equal("fault-is-gone", Assert.Single(Assert.IsType<ActResult.Refused>(await desk.RunAsync(caseId, desk.Coordinator, new RetryStep("nothing"))).Blockers).Code);
        Assert.IsType<ActResult.NotFound>(await desk.RunAsync(caseId, desk.Intake, new RetryStep(fault)));
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new RetryStep(fault)));

        // It fails again, and stands again: never silence. Whoever cannot wait closes the case.
        Assert.Single(await FaultsAsync());
        Assert.True(await db.InsideNotices.CountAsync(n => n.CaseId == caseId && n.Outcome == "run-incident") >= 2);
        Assert.IsType<ActResult.Done>(await desk.RunAsync(caseId, desk.Coordinator, new CloseEarly("no-programme", "DEMO")));
        Assert.Null(await desk.Store.Verifier.VerifyCaseAsync(caseId, default));

        async Task<IReadOnlyList<string>> FaultsAsync() => RunPosition.Of(RunStateJson.Read((await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId)).RunState)).Faults;
    }

    private static async Task PublishAsync(Desk desk, string patience)
    {
        await ConfirmAsync(desk, new DefinitionPublished("first-contact-v1", Child(patience, version: 1)));
        await ConfirmAsync(desk, new DefinitionPublished("fr-ple-kz-v2", Parent(desk, version: 2)));
    }

    private static async Task ConfirmAsync(Desk desk, ProgrammeChange change)
    {
        var changes = desk.Store.Services.GetRequiredService<ProgrammeChanges>();
        var proposed = await changes.ProposeAsync(desk.Coordinator, change, "DEMO", default);
        Assert.True(proposed is ChangeResult.Done, (proposed as ChangeResult.Refused)?.Why.ToString());
        Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(desk.Stranger, ((ChangeResult.Done)proposed).Id, default));
    }

    private static async Task<CaseMap> MapAsync(Desk desk, string reference)
    {
        var view = await desk.Store.Services.GetRequiredService<CaseDesk>().OpenAsync(desk.Intake, reference, Reading, default);
        return await desk.Store.Services.GetRequiredService<CaseMaps>().OfAsync(view!, default);
    }

    private static string Parent(Desk desk, int version, string step = "referral")
    {
        var document = desk.Store.Services.GetRequiredService<ProgrammeLibrary>().Definition("fr-ple-kz-v1").CopyJson();
        (document["id"], document["version"]) = ($"fr-ple-kz-v{version}", version);
        var box = Step(document, step);
        box["type"] = "Elsa.DispatchWorkflow";
        box.Remove("taskName");
        box.Remove("payload");
        (box["workflowDefinitionId"], box["waitForCompletion"]) = (Input("String", "Literal", "first-contact"), Input("Boolean", "Literal", "true"));
        return document.ToJsonString();
    }

    /// <summary>Asks for the gate; whoever is not answered within the patience goes on as accepted (only here).</summary>
    private static string Child(string patience, int version) => new JsonObject
    {
        ["id"] = $"first-contact-v{version}",
        ["definitionId"] = "first-contact",
        ["name"] = "First contact (DEMO)",
        ["version"] = version,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "v-answer", ["name"] = "Answer", ["typeName"] = "String", ["value"] = "accept" }),
        ["options"] = new JsonObject { ["incidentStrategyType"] = "ContinueWithIncidentsStrategy" },
        ["root"] = new JsonObject
        {
            ["id"] = "child1",
            ["type"] = "Elsa.Flowchart",
            ["activities"] = new JsonArray(
                Box("start", "Start"),
                Box("fork", "FlowFork", ("branches", Input("String[]", "Object", "[\"Asked\", \"Waited\"]"))),
                Box(
                    "ask",
                    "RunTask",
                    ("taskName", Input("String", "Literal", "referral")),
                    ("payload", Input("ObjectDictionary", "Object", "{\"gate\": \"referral\", \"role\": \"intake-officer\", \"compartment\": \"contact\", \"form\": \"referral\", \"allowedOutcomes\": [\"accept\", \"signpost\", \"duplicate\", \"unsafe-channel\"], \"clock\": \"referral\"}")),
                    ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-answer" } })),
                Box("patience", "Delay", ("timeSpan", Input("TimeSpan", "Literal", patience))),
                Box("first", "FlowJoin", ("mode", Input("FlowJoinMode", "Literal", "WaitAny"))),
                Box("end", "Finish", ("customProperties", new JsonObject { ["he:outcomeVariable"] = "Answer" }))),
            ["connections"] = new JsonArray(
                Arrow("start", "Done", "fork"), Arrow("fork", "Asked", "ask"), Arrow("fork", "Waited", "patience"),
                Arrow("ask", "Done", "first"), Arrow("patience", "Done", "first"), Arrow("first", "Done", "end")),
        },
    }.ToJsonString();

    private static JsonObject Box(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var box = new JsonObject { ["id"] = id, ["type"] = "Elsa." + type, ["name"] = id };
        foreach (var (name, value) in inputs)
        {
            box[name] = value;
        }

        return box;
    }

    private static JsonObject Input(string typeName, string type, string value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonObject Arrow(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    private static JsonObject Step(JsonObject definition, string id) => definition["root"]!["activities"]!.AsArray().Select(a => a!.AsObject()).Single(a => a["id"]!.GetValue<string>() == id);
}
