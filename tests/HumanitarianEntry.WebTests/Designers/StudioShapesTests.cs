using System.Text.Json.Nodes;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Designers;

/// <summary>The answers to everything that Studio asks (design: engine 7), and that none of them tells who somebody is.</summary>
public sealed class StudioShapesTests(DesignerHost host) : IClassFixture<DesignerHost>
{
    [Fact]
    public async Task Definition_HasIdentityLinksAndNodes()
    {
        var studio = await host.OpenStudioAsync(host.Designer);
        var latest = await studio.LatestAsync();
        AssertFields(latest, "id", "definitionId", "name", "version", "isLatest", "isPublished", "variables", "inputs", "outputs", "options", "root", "links");
        Assert.Contains(latest["links"]!.AsArray(), link => (string?)link!["rel"] == "publish");
        Assert.All(latest["root"]!["activities"]!.AsArray(), box => Assert.StartsWith("Workflow1:", (string?)box!["nodeId"], StringComparison.Ordinal));
        Assert.Equal(latest["id"]!.ToString(), (await studio.GetAsync($"workflow-definitions/by-id/{latest["id"]}"))["id"]!.ToString());
        Assert.Equal(["definition"], await studio.RefusalAsync(HttpMethod.Get, "workflow-definitions/by-definition-id/nobody?versionOptions=Latest", null));
        Assert.Equal(["definition"], await studio.RefusalAsync(HttpMethod.Get, "workflow-definitions/by-id/nobody", null));
    }

    [Theory]
    [InlineData("versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds=lt-hum&OrderBy=Version&OrderDirection=Descending", 1)]
    [InlineData("versionOptions=Latest&Page=0&PageSize=50&IsSystem=False", 5)]
    [InlineData("versionOptions=Latest&Page=0&PageSize=50&SearchTerm=Lithuania", 1)]
    [InlineData("versionOptions=Published", 5)]
    [InlineData("versionOptions=&Ids=lt-hum-v1", 1)]
    [InlineData("versionOptions=Latest&Page=0&PageSize=50&IsSystem=True", 0)]
    public async Task DefinitionList_AnswersWhatWasAsked(string query, int count)
    {
        var list = await (await host.OpenStudioAsync(host.Designer)).GetAsync("workflow-definitions?" + query);
        Assert.Equal((count, count), ((int)list["totalCount"]!, list["items"]!.AsArray().Count));
        Assert.All(list["items"]!.AsArray(), item => AssertFields(item!.AsObject(), "id", "definitionId", "name", "version", "isLatest", "isPublished", "materializerName", "isMaterializerAvailable", "links"));
    }

    [Fact]
    public async Task Descriptors_NameWhatOurEngineRuns()
    {
        var studio = await host.OpenStudioAsync(host.Designer);
        var boxes = await studio.GetAsync("descriptors/activities?Refresh=True");
        Assert.Equal(
            ["Correlate", "Delay", "DispatchWorkflow", "Event", "Fault", "Finish", "FlowDecision", "FlowFork", "FlowJoin", "FlowNode", "FlowSwitch", "Flowchart", "PublishEvent", "RunTask", "SetVariable", "Start", "StartAt"],
            boxes["items"]!.AsArray().Select(b => (string)b!["name"]!).Order(StringComparer.Ordinal));
        Assert.All(boxes["items"]!.AsArray(), b => AssertFields(b!.AsObject(), "typeName", "version", "category", "inputs", "outputs", "ports", "kind", "isBrowsable"));
        Assert.Equal(["Input", "JavaScript", "Literal", "Object", "Variable"], (await studio.GetAsync("descriptors/expression-descriptors"))["items"]!.AsArray().Select(e => (string)e!["type"]!).Order(StringComparer.Ordinal));
        foreach (var (path, count) in new[]
        {
            ("workflow-activation-strategies", 0), ("log-persistence-strategies", 0), ("incident-strategies", 1), ("commit-strategies/workflows", 0), ("storage-drivers", 1), ("variables", 7),
        })
        {
            Assert.Equal(count, (int)(await studio.GetAsync("descriptors/" + path))["count"]!);
        }

        Assert.Equal(0, (int)(await studio.GetAsync("features/installed"))["count"]!);
    }

    [Fact]
    public async Task Run_TellsWhereItStands_AndNothingOfThePerson()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var studio = await host.OpenStudioAsync(host.Designer);
        var answers = new List<JsonObject>();

        var list = Kept(await studio.PostAsync("workflow-instances", new JsonObject { ["page"] = 0, ["pageSize"] = 10, ["definitionIds"] = new JsonArray("fr-ple-kz"), ["statuses"] = new JsonArray("Running") }));
        Assert.Contains(list["items"]!.AsArray(), run => (string?)run!["id"] == demo.Id.ToString());
        AssertFields(list["items"]![0]!.AsObject(), "id", "definitionId", "definitionVersionId", "version", "status", "subStatus", "createdAt", "updatedAt");

        var run = Kept(await studio.GetAsync($"workflow-instances/{demo.Id}"));
        Assert.Equal(("Running", "Suspended", "fr-ple-kz"), ((string)run["status"]!, (string)run["subStatus"]!, (string)run["definitionId"]!));
        Assert.Contains("identity", run["workflowState"]!["bookmarks"]!.AsArray().Select(b => (string?)b!["activityId"]));

        var journal = Kept(await studio.PostAsync($"workflow-instances/{demo.Id}/journal?skip=0&take=113", []));
        Assert.Contains(journal["items"]!.AsArray(), e => (string?)e!["activityId"] == "referral" && (string?)e["eventName"] == "Completed");
        Assert.Equal((int)journal["totalCount"]!, journal["items"]!.AsArray().Count);

        var variables = Kept(await studio.GetAsync($"workflow-instances/{demo.Id}/variables"));
        Assert.Equal("accept", (string?)variables["items"]!.AsArray().First(v => (string?)v!["name"] == "Referral")!["value"]);
        Assert.Equal("Running", (string?)Kept(await studio.GetAsync($"workflow-instances/{demo.Id}/execution-state"))["status"]);

        foreach (var path in new[] { "activity-executions/list", "activity-execution-summaries/list" })
        {
            var executions = Kept(await studio.GetAsync($"{path}?WorkflowInstanceId={demo.Id}&ActivityNodeId=Workflow1:flowchart1:referral"));
            Assert.Equal("Completed", (string?)Assert.Single(executions["items"]!.AsArray())!["status"]);
        }

        var report = Kept(await studio.PostAsync("activity-executions/report", new JsonObject
        {
            ["workflowInstanceId"] = demo.Id.ToString(),
            ["activityNodeIds"] = new JsonArray("Workflow1:flowchart1:referral", "Workflow1:flowchart1:identity", "Workflow1:flowchart1:closure"),
        }));
        Assert.Equal([(1, 1, false), (1, 0, true), (0, 0, false)], report["stats"]!.AsArray().Select(s => ((int)s!["startedCount"]!, (int)s["completedCount"]!, (bool)s["isBlocked"]!)));

        var told = string.Concat(answers.Select(a => a.ToJsonString()));
        foreach (var secret in new[] { demo.Reference, "Демо", "DEMO handle", "refused to go back", host.Crew.Intake.Id.ToString(), host.Crew.Coordinator.Id.ToString(), "danger is real" })
        {
            Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        }

        JsonObject Kept(JsonObject answer)
        {
            answers.Add(answer);
            return answer;
        }
    }

    [Fact]
    public async Task Run_SealedOrOfAnotherOrganisation_IsNotThere()
    {
        var demo = await host.CaseAtAsync(Gate.Consent);
        await host.ActAsync(demo.Crew.Protection.Actor, demo.Id, new SealCase("DEMO: somebody asks about him."));
        var studio = await host.OpenStudioAsync(host.Designer);
        Assert.Equal(["run"], await studio.RefusalAsync(HttpMethod.Get, $"workflow-instances/{demo.Id}", null));
        Assert.Equal(["run"], await studio.RefusalAsync(HttpMethod.Get, $"workflow-instances/{Guid.Empty}", null));

        var open = await host.CaseAtAsync(Gate.Consent);
        var stranger = DemoPerson.New("d", Domain.Cases.Role.ProgrammeDesigner) with { Organisation = "other-org" };
        await host.HireAsync(stranger);
        Assert.Equal(["run"], await (await host.OpenStudioAsync(stranger)).RefusalAsync(HttpMethod.Get, $"workflow-instances/{open.Id}", null));
    }

    [Fact]
    public async Task Run_Withdrawn_TellsDoneFromCancelled()
    {
        var demo = await host.CaseAtAsync(Gate.Consent);
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new WithdrawCase { Reason = "DEMO: he asked for it." });
        var studio = await host.OpenStudioAsync(host.Designer);
        var journal = (await studio.PostAsync($"workflow-instances/{demo.Id}/journal", []))["items"]!.AsArray();
        Assert.Equal("Completed", EndOf("withdrawal"));
        Assert.Equal("Canceled", EndOf("consent"));
        Assert.Equal("Finished", (string?)(await studio.GetAsync($"workflow-instances/{demo.Id}"))["status"]);

        string? EndOf(string activity) => (string?)journal.Last(e => (string?)e!["activityId"] == activity)!["eventName"];
    }

    private static void AssertFields(JsonObject answer, params string[] fields) => Assert.All(fields, field => Assert.True(answer.ContainsKey(field), $"{field} is missing"));
}
