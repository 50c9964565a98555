using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Maps;
using HumanitarianEntry.Workflows.Programmes;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Handbook section 4: five programmes as data.</summary>
public sealed class FiveProgrammesTests
{
    private const string ToDossier = "referral=accept consent=consented identity=verified interview=complete vetting=clear evidence=sufficient recommendation=recommend routing=route dossier=released";
    private const string FromPaper = " travel-document=issued travel-safety=go journey=arrived reception=accepted closure=arrived-settled";

    public static TheoryData<string> Ids => ["fr-ple-kz", "de-22-2", "lt-hum", "ltv-25", "gen-nat"];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Definition_IsValidAndLeadsToTheEnd(string id)
    {
        var definition = Definitions.Load($"workflows/{id}.v1.json");
        var nomination = id is "de-22-2" or "lt-hum" ? " nomination=agreed" : "";
        var commitment = id == "de-22-2" ? " commitment=visa-granted" : "";

        Assert.Empty(DefinitionValidator.Validate(definition, Definitions.Host));
        Assert.Equal((id, $"{id}-v1"), (definition.DefinitionId, definition.VersionId));
        var run = Walk(definition, ToDossier + nomination + " submission=sent decision=accepted" + commitment + FromPaper);
        Assert.Equal((RunStatus.Finished, "arrived-settled"), (run.State.Status, run.State.Outcome));
    }

    [Theory]
    [InlineData("de-22-2", " nomination=declined", "routing")]
    [InlineData("de-22-2", " nomination=wait", "nomination")]
    [InlineData("de-22-2", " nomination=agreed submission=sent decision=accepted commitment=visa-pending", "commitment")]
    [InlineData("de-22-2", " nomination=agreed submission=sent decision=accepted commitment=visa-refused", "review")]
    [InlineData("de-22-2", " nomination=agreed submission=sent decision=accepted commitment=revoked", "review")]
    [InlineData("lt-hum", " nomination=declined", "routing")]
    [InlineData("lt-hum", " nomination=agreed submission=sent decision=accepted", "travel-document")]
    public void OwnGates_LeadWhereTheHandbookSays(string id, string steps, string position)
    {
        var run = Walk(Definitions.Load($"workflows/{id}.v1.json"), ToDossier + steps);

        Assert.Equal(position, string.Join(',', run.State.Waits.Where(w => w.Kind == WaitKind.Task).Select(w => w.ActivityId)));
    }

    [Theory]
    [InlineData("fr-ple-kz", ProgrammeStatus.Open, "FR", true)]
    [InlineData("de-22-2", ProgrammeStatus.Suspended, "DE", false)]
    [InlineData("lt-hum", ProgrammeStatus.Draft, "LT", false)]
    [InlineData("ltv-25", ProgrammeStatus.Draft, "ZZ", true)]
    [InlineData("gen-nat", ProgrammeStatus.Draft, "ZZ", true)]
    public void Settings_AreThoseOfTheHandbook(string id, ProgrammeStatus status, string state, bool withoutPassport)
    {
        var settings = Read(id);

        Assert.Equal((id, status, state, withoutPassport), (settings.Id, settings.Status, settings.State, settings.WithoutPassport));
        Assert.Equal($"{id}.v1.json", settings.Definition);
        Assert.Equal(IdGrade.B, settings.MinIdGrade);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Clocks_CoverEveryGateOfTheDefinition(string id)
    {
        var settings = Read(id);
        var gates = Definitions.Load($"workflows/{id}.v1.json").Activities.Values.OfType<RunTaskActivity>().Select(t => t.Request.Gate).Distinct(StringComparer.Ordinal);

        // The template has no clocks yet and cannot be opened without.
        Assert.Equal(id == "gen-nat" ? [] : gates.Order(StringComparer.Ordinal), settings.Clocks.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("gen-nat")]
    [InlineData("ltv-25")]
    public void Template_SetOpen_IsRefused(string id)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, $"workflows/{id}.programme.json")))!;
        json["status"] = "Open";

        Assert.Contains("cannot be Open", Assert.Throws<DefinitionException>(() => ProgrammeSettings.Parse(json.ToJsonString(), "x.programme.json")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Map_ShowsEveryTaskOnceAndEveryWayOn(string id)
    {
        var definition = Definitions.Load($"workflows/{id}.v1.json");
        var map = MapReader.Read(definition);

        Assert.Equal(definition.Activities.Values.OfType<RunTaskActivity>().Select(t => t.Id).Order(StringComparer.Ordinal), map.Boxes.Where(b => b.Kind == MapBoxKind.Task).Select(b => b.Id).Order(StringComparer.Ordinal));
        Assert.Equal(map.Boxes.Length, map.Boxes.Select(b => (b.Row, b.Column)).Distinct().Count());
        Assert.All(map.Arrows.Where(a => !a.IsBack), a => Assert.True(map[a.To].Row > map[a.From].Row, $"{a.From} -> {a.To}"));
        Assert.All(map.Boxes.Where(b => b.Kind != MapBoxKind.End), b => Assert.Contains(map.Arrows, a => a.From == b.Id));
        Assert.Equal(["30 days of silence"], map.Clocks);
        Assert.Equal(2, map.AnyTime.Length);
        var drawing = MapSvg.Draw(map, "title", map.Boxes.ToDictionary(b => b.Id, b => new MapMark(b.Text + " <&", MapState.NotYet), StringComparer.Ordinal));
        Assert.Equal(map.Boxes.Length, drawing.Descendants().Count(e => e.Name.LocalName == "rect"));
    }

    [Fact]
    public void Map_ReturnsAndParallelReviews_AreDrawnAsSuch()
    {
        var map = MapReader.Read(Definitions.Load("workflows/fr-ple-kz.v1.json"));

        Assert.Equal(map["vetting"].Row, map["evidence"].Row);
        Assert.Contains(map.Arrows, a => a is { From: "recommendation", To: "interview", IsBack: true } && a.Outcomes.SequenceEqual(["Interview again"]));
        Assert.Contains(map.Arrows, a => a is { From: "recommendation", To: "closure", IsBack: false });
        Assert.DoesNotContain(map.Arrows, a => a is { From: "interview", To: "recommendation" });
        Assert.Contains("closure", map.After(["vetting"]));
        Assert.DoesNotContain("interview", map.After(["vetting"]));
    }

    private static ProgrammeSettings Read(string id) => ProgrammeSettings.Parse(File.ReadAllText(Path.Combine(Repository.Root, $"workflows/{id}.programme.json")), $"{id}.programme.json");

    private static Walker Walk(WorkflowDefinition definition, string steps) => Walker.Start(definition, Definitions.Case).Do(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
