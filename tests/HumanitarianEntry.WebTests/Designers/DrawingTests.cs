using System.Net;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Web.Designers.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Designers;

/// <summary>Saving, proposing and publishing, call by call as Studio makes them.</summary>
public sealed class DrawingTests(DesignerHost host) : IClassFixture<DesignerHost>
{
    private const string Save = "workflow-definitions";

    private DefinitionShelf Shelf => host.Services.GetRequiredService<DefinitionShelf>();

    [Fact]
    public async Task Save_OfAMovedBox_KeepsEverythingElseToTheLastCharacter()
    {
        var studio = await host.OpenStudioAsync(host.Designer, "de-22-2");
        var drawn = await studio.LatestAsync("de-22-2");
        var before = (await Shelf.FindAsync("de-22-2", CancellationToken.None))!.InForce.CopyJson();
        StudioCaller.Move(drawn, "recommendation", 4711);

        var (status, body, told) = await studio.SendAsync(HttpMethod.Post, Save, StudioCaller.Save(drawn));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("de-22-2-v2", 2, false), ((string)body["workflowDefinition"]!["id"]!, (int)body["workflowDefinition"]!["version"]!, (bool)body["workflowDefinition"]!["isPublished"]!));
        Assert.Contains("Draft of version 2 is saved", told, StringComparison.Ordinal);
        var after = JsonNode.Parse((await Shelf.FindAsync("de-22-2", CancellationToken.None))!.Draft!.Json)!.AsObject();
        Assert.Equal(4711, (int)StudioCaller.Box(after, "recommendation")["metadata"]!["designer"]!["position"]!["x"]!);
        StudioCaller.Box(before, "recommendation")["metadata"]!["designer"]!["position"]!["x"] = 4711;
        foreach (var own in new[] { "id", "version", "isPublished", "createdAt" })
        {
            before.Remove(own);
            after.Remove(own);
        }

        Assert.Equal(before.ToJsonString(), after.ToJsonString());
        Assert.NotNull(after["$schema"]);
        Assert.Null(after["customProperties"]![DefinitionJson.SavesProperty]);
    }

    [Fact]
    public async Task Save_OfNothingNew_MakesNoDraft()
    {
        var studio = await host.OpenStudioAsync(host.Designer, "ltv-25");
        var answer = await studio.PostAsync(Save, StudioCaller.Save(await studio.LatestAsync("ltv-25")));
        Assert.Equal("ltv-25-v1", (string?)answer["workflowDefinition"]!["id"]);
        Assert.Null((await Shelf.FindAsync("ltv-25", CancellationToken.None))!.Draft);
    }

    [Fact]
    public async Task Save_OnWhatSomebodyElseHasChanged_IsRefused()
    {
        var (one, other) = (await host.OpenStudioAsync(host.Designer, "gen-nat"), await host.OpenStudioAsync(host.SecondDesigner, "gen-nat"));
        var (mine, theirs) = (await one.LatestAsync("gen-nat"), await other.LatestAsync("gen-nat"));
        StudioCaller.Move(mine, "recommendation", 1);
        StudioCaller.Move(theirs, "recommendation", 2);
        var saved = await one.PostAsync(Save, StudioCaller.Save(mine));

        Assert.Equal(["stale"], await other.RefusalAsync(HttpMethod.Post, Save, StudioCaller.Save(theirs)));

        // Two who drew on the same draft: the second one is refused as well.
        var (draft, same) = (saved["workflowDefinition"]!.AsObject(), await other.LatestAsync("gen-nat"));
        StudioCaller.Move(draft, "recommendation", 3);
        StudioCaller.Move(same, "recommendation", 4);
        await one.PostAsync(Save, StudioCaller.Save(draft));
        Assert.Equal(["stale"], await other.RefusalAsync(HttpMethod.Post, Save, StudioCaller.Save(same)));
        var kept = JsonNode.Parse((await Shelf.FindAsync("gen-nat", CancellationToken.None))!.Draft!.Json)!.AsObject();
        Assert.Equal(3, (int)StudioCaller.Box(kept, "recommendation")["metadata"]!["designer"]!["position"]!["x"]!);
    }

    [Fact]
    public async Task Save_OfABrokenDrawing_IsKept_AndPublishNamesTheRules()
    {
        var studio = await host.OpenStudioAsync(host.Designer, "fr-ple-kz");
        var drawn = await studio.LatestAsync("fr-ple-kz");
        drawn["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{ "id": "odd", "name": "odd", "type": "Elsa.HttpEndpoint", "version": 1, "metadata": {} }"""));
        drawn["root"]!["connections"]!.AsArray().RemoveAt(0);

        var saved = await studio.PostAsync(Save, StudioCaller.Save(drawn));
        var codes = await studio.RefusalAsync(HttpMethod.Post, Save, StudioCaller.Save(saved["workflowDefinition"]!.AsObject(), publish: true));

        Assert.Contains("V0", codes);
        Assert.Contains("V2", codes);
        var kept = (await Shelf.FindAsync("fr-ple-kz", CancellationToken.None))!;
        Assert.Contains("\"odd\"", kept.Draft!.Json, StringComparison.Ordinal);
        Assert.Null(kept.Proposal);
    }

    [Fact]
    public async Task Save_OfSomethingUnknown_IsRefusedInWords()
    {
        var studio = await host.OpenStudioAsync(host.Designer);
        Assert.Equal(["definition"], await studio.RefusalAsync(HttpMethod.Post, Save, new JsonObject { ["publish"] = false }));
        Assert.Equal(["definition"], await studio.RefusalAsync(HttpMethod.Post, Save, new JsonObject { ["model"] = new JsonObject { ["definitionId"] = "nobody", ["root"] = new JsonObject() } }));
        Assert.Equal(HttpStatusCode.NotFound, (await studio.SendAsync(HttpMethod.Post, "workflow-definitions/lt-hum/execute", [])).Status);
    }

    [Theory]
    [InlineData("DELETE", "workflow-definitions/lt-hum")]
    [InlineData("POST", "workflow-definitions/lt-hum/retract")]
    [InlineData("POST", "bulk-actions/delete/workflow-definitions/by-definition-id")]
    [InlineData("POST", "cancel/workflow-instances/1")]
    public async Task Call_ThatWeDoNotOffer_IsRefusedInWords(string method, string path) =>
        Assert.Equal(["not-offered"], await (await host.OpenStudioAsync(host.Designer)).RefusalAsync(new HttpMethod(method), path, []));

    [Fact]
    public async Task Publish_IsAProposal_UntilASecondPersonConfirms()
    {
        var studio = await host.OpenStudioAsync(host.Designer);
        var drawn = await studio.LatestAsync();
        StudioCaller.Move(drawn, "recommendation", 99);
        drawn["description"] = "DEMO: a better description.";

        var (_, answer, told) = await studio.SendAsync(HttpMethod.Post, Save, StudioCaller.Save(drawn, publish: true));

        Assert.Contains("proposed, not published", told, StringComparison.Ordinal);
        Assert.False((bool)answer["workflowDefinition"]!["isPublished"]!);
        Assert.DoesNotContain("\"publish\"", answer["workflowDefinition"]!["links"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["proposed"], await studio.RefusalAsync(HttpMethod.Post, Save, StudioCaller.Save(answer["workflowDefinition"]!.AsObject())));
        var proposal = (await Shelf.FindAsync("lt-hum", CancellationToken.None))!.Proposal!;
        var path = $"/designer/proposals/{proposal.Id}";

        // The proposer sees no way to confirm, and is refused when he sends it all the same.
        var own = await studio.Visitor.GetAsync(path);
        Assert.Null(own.Document.QuerySelector("form[action$='/confirm']"));
        var token = own.Document.QuerySelector("form[action$='/refuse'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await studio.Visitor.PostAsync(path + "/confirm", new() { ["__RequestVerificationToken"] = token })).Status);

        var second = await host.SignInAsync(host.SecondDesigner);
        var page = await second.GetAsync(path);
        Assert.Contains("Nothing stands against it", page.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO: a better description.", page.Text, StringComparison.Ordinal);
        Assert.Contains("only its place on the drawing", page.Text, StringComparison.Ordinal);
        var done = await second.SubmitAsync(page, [], "form[action$='/confirm']");
        Assert.Equal("/designer/proposals", done.Location);

        var now = host.Services.GetRequiredService<ProgrammeLibrary>().For("lt-hum").Definition;
        Assert.Equal(("lt-hum-v2", 2, true), (now.VersionId, now.Version, now.IsPublished));
        await using var db = host.Cases.CreateDbContext();
        Assert.True(await db.AccountAudit.AnyAsync(a => a.ActorId == host.SecondDesigner.Id && a.Kind == "programme-changed"));

        // Drawing goes on from there.
        var next = await studio.LatestAsync();
        Assert.Equal(("lt-hum-v2", true), ((string)next["id"]!, (bool)next["isPublished"]!));
        StudioCaller.Move(next, "recommendation", 100);
        Assert.Equal("lt-hum-v3", (string?)(await studio.PostAsync(Save, StudioCaller.Save(next)))["workflowDefinition"]!["id"]);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(path)).Status);
    }
}
