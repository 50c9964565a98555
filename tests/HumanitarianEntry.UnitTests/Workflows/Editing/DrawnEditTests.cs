using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Editing;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows.Editing;

public sealed class DrawnEditTests
{
    private static string Shipped => File.ReadAllText(Path.Combine(Repository.Root, "workflows/fr-ple-kz.v1.json"));

    [Fact]
    public void Merge_OfWhatStudioMeasuredAndForgot_ChangesNothing()
    {
        var drawn = Parsed(Shipped);
        drawn.Remove("$schema");
        drawn.Remove("isSystem");
        drawn["links"] = null;
        drawn["version"] = 7;
        foreach (var box in drawn["root"]!["activities"]!.AsArray())
        {
            box!["metadata"]!["designer"]!["size"] = new JsonObject { ["width"] = 185.71875, ["height"] = 54 };
        }

        Reverse(drawn["root"]!["activities"]!.AsArray());
        Assert.Equal(Shipped, DrawnEdit.Merge(Shipped, drawn));
    }

    [Fact]
    public void Merge_OfAMovedBox_TakesItsPlaceAndNothingElse()
    {
        var drawn = Parsed(Shipped);
        Box(drawn, "identity")["metadata"]!["designer"]!["position"]!["x"] = 12.5;
        var merged = Parsed(DrawnEdit.Merge(Shipped, drawn));
        Assert.Equal(drawn.ToJsonString(), merged.ToJsonString());
        Assert.Equal(DifferenceKind.Moved, Assert.Single(Between(Shipped, merged.ToJsonString())).Kind);
    }

    [Fact]
    public void Merge_KeepsFieldsThatStudioDoesNotKnow_WhereTheyWere()
    {
        var kept = Parsed(Shipped);
        kept["he:own"] = new JsonObject { ["note"] = "kept → as it is" };
        kept["variables"]![0]!["he:own"] = 1;
        kept["options"]!["he:own"] = true;
        kept["root"]!["connections"]![0]!["he:own"] = "arrow";
        Box(kept, "identity")["he:own"] = "box";
        var drawn = Parsed(kept.ToJsonString());
        drawn.Remove("he:own");
        drawn["variables"]![0]!.AsObject().Remove("he:own");
        drawn["options"]!.AsObject().Remove("he:own");
        drawn["root"]!["connections"]![0]!.AsObject().Remove("he:own");
        drawn["description"] = "changed";

        var merged = Parsed(DrawnEdit.Merge(kept.ToJsonString(), drawn));

        kept["description"] = "changed";
        Assert.Equal(kept.ToJsonString(), merged.ToJsonString());
    }

    [Fact]
    public void Merge_OfWhatAPersonRemoved_RemovesIt()
    {
        var drawn = Parsed(Shipped);
        drawn["root"]!["connections"]!.AsArray().RemoveAt(0);
        Box(drawn, "identity").Remove("result");
        drawn["variables"]!.AsArray().RemoveAt(0);
        Assert.Equal(drawn.ToJsonString(), Parsed(DrawnEdit.Merge(Shipped, drawn)).ToJsonString());
    }

    [Fact]
    public void Between_TellsEachPart_OfEveryLevel()
    {
        var after = Parsed(Shipped);
        after["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{ "id": "wait", "name": "Delay2", "type": "Elsa.Delay", "version": 1, "metadata": {}, "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "1.00:00:00" } } }"""));
        after["root"]!["connections"]!.AsArray().Add(JsonNode.Parse("""{ "source": { "activity": "wait", "port": "Done" }, "target": { "activity": "recommendation", "port": "In" } }"""));
        var inner = Box(after, "vetting-box")["body"]!["activities"]![0]!;
        inner["metadata"]!["displayText"] = "Other words";

        var found = Between(Shipped, after.ToJsonString());

        Assert.Equal(3, found.Count);
        var changed = found.Single(d => d.Kind == DifferenceKind.Changed);
        Assert.Equal((DifferencePart.Activity, (string)inner["id"]!, "Other words"), (changed.Part, changed.Id, Assert.Single(changed.Fields).After));
        var added = found.Single(d => d is { Kind: DifferenceKind.Added, Part: DifferencePart.Activity });
        Assert.Contains(added.Fields, f => f is { Field: "timeSpan.expression.value", After: "1.00:00:00" });
        var arrow = found.Single(d => d.Part == DifferencePart.Connection);
        Assert.Equal(("wait:Done>recommendation", "Delay2, Done → Recommendation"), (arrow.Id, arrow.Text));
        Assert.Equal(DifferenceKind.Removed, Assert.Single(Between(after.ToJsonString(), Shipped), d => d.Part == DifferencePart.Connection).Kind);
    }

    private static IReadOnlyList<DrawnDifference> Between(string before, string after) => DefinitionDifference.Between(WorkflowDefinition.Parse(before, "before"), WorkflowDefinition.Parse(after, "after"));

    private static JsonObject Parsed(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonObject Box(JsonObject definition, string id) => definition["root"]!["activities"]!.AsArray().Select(a => a!.AsObject()).First(a => (string?)a["id"] == id);

    private static void Reverse(JsonArray array)
    {
        var all = array.ToList();
        array.Clear();
        all.Reverse();
        all.ForEach(array.Add);
    }
}
