using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.JourneyTests.Hosting;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>The verbs of those who draw a programme, as processes of their own.</summary>
public sealed class AProgrammeIsTriedBeforeItIsUsed
{
    private static readonly string Flow = Path.Combine(Repository.Root, "workflows", "fr-ple-kz.v1.json");

    [Fact]
    public async Task Simulate_PrintsThePositionAfterEachStimulus()
    {
        using var installed = await Installed.MakeAsync();

        var walked = await installed.RunAsync(["simulate", Flow, "referral=accept", "consent=consented", "!applicant-withdrew", "identity"]);

        Assert.Equal(0, walked.ExitCode);
        Assert.Contains("-> referral=accept waiting[consent,early-closure,withdrawal] Running", walked.Output, StringComparison.Ordinal);
        Assert.Contains("(too late: ignored)", walked.Output, StringComparison.Ordinal);
        Assert.Contains("end: Finished, outcome withdrawn", walked.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await installed.RunAsync(["simulate", Flow, "--json", "referral=accept"])).Output);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.NotEqual(0, (await installed.RunAsync(["simulate", "nowhere.json", "referral"])).ExitCode);
    }

    [Fact]
    public async Task ReplayProgramme_NewVersionThatGoesAnotherWay_NamesTheCase()
    {
        using var installed = await Installed.MakeAsync();
        var changed = JsonNode.Parse(await File.ReadAllTextAsync(Flow))!.AsObject();
        (changed["id"], changed["version"]) = ("fr-ple-kz-v2", 2);
        var other = changed.ToJsonString();
        var path = Path.Combine(installed.Workflows, "changed.json");
        await File.WriteAllTextAsync(path, other);
        var closed = Path.Combine(Repository.Root, "tests", "cases", "reopened.yaml");

        var same = await installed.RunAsync(["replay-programme", Flow, closed]);
        var checkedNew = await installed.RunAsync(["replay-programme", path, closed]);

        Assert.Contains("1 cases, 0 would go another way", same.Output, StringComparison.Ordinal);
        Assert.Contains("fr-ple-kz-v1 -> fr-ple-kz-v2", checkedNew.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, (await installed.RunAsync(["replay-programme", "nowhere.json", closed])).ExitCode);
    }

    [Fact]
    public async Task CheckWorkflows_BrokenFile_IsNamedWithItsLineAndRule()
    {
        using var installed = await Installed.MakeAsync();
        var broken = JsonNode.Parse(await File.ReadAllTextAsync(Flow))!.AsObject();
        broken["root"]!["connections"]!.AsArray().RemoveAt(0);
        var path = Path.Combine(installed.Workflows, "broken.json");
        await File.WriteAllTextAsync(path, broken.ToJsonString());

        var end = await installed.RunAsync(["check-workflows", path]);

        Assert.NotEqual(0, end.ExitCode);
        Assert.Matches(@"broken\.json:\d+: V\d+: ", end.Output);
    }
}
