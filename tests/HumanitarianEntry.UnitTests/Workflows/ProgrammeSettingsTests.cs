using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Programmes;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

public sealed class ProgrammeSettingsTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "workflows");
    private static readonly string Shipped = File.ReadAllText(Path.Combine(Folder, "fr-ple-kz.programme.json"));

    [Fact]
    public void Parse_ShippedSettings_HoldsTheHandbooksValues()
    {
        var settings = ProgrammeSettings.Parse(Shipped, "fr-ple-kz.programme.json");
        Assert.Equal((IdGrade.B, IdGrade.C, 14, 90), (settings.MinIdGrade, settings.MinIdGradeWithPanel, settings.MaxScreeningAgeDays, settings.GateResultsMaxAgeDays));
        Assert.Equal(('C', 3, Corroboration.K2), (settings.Evidence.WorstReliability, settings.Evidence.WorstCredibility, settings.Evidence.WorstCorroboration));
        Assert.Equal(TimeSpan.FromHours(72), settings.Clocks["vetting"].For(CasePriority.Emergency));
        Assert.Equal(TimeSpan.FromDays(45), settings.Clocks["vetting"].For(CasePriority.Normal));
        Assert.Equal(["fr", "en"], settings.DossierLanguages);
    }

    [Fact]
    public void Parse_ShippedSettings_HaveAClockForEveryTaskOfTheirFlow()
    {
        var settings = ProgrammeSettings.Parse(Shipped, "fr-ple-kz.programme.json");
        var host = Definitions.Host with { Clocks = settings.Clocks.Keys.ToHashSet(StringComparer.Ordinal) };
        Assert.Empty(DefinitionValidator.Validate(Definitions.Load("workflows/" + settings.Definition), host));
    }

    [Theory]
    [InlineData("\"maxScreeningAgeDays\": 14", "\"maxScreeningAgeDay\": 14", "D5", 22)]
    [InlineData("\"allowContradicted\": false", "\"allowContradicted\": false, \"minYears\": 1", "D5", 33)]
    [InlineData("\"status\": \"Open\"", "\"status\": \"open\"", "D2", 16)]
    [InlineData("\"status\": \"Open\"", "\"status\": \"7\"", "D2", 16)]
    [InlineData("\"minActs\": 2", "\"minActs\": -1", "D2", 26)]
    [InlineData("\"worstCredibility\": 3", "\"worstCredibility\": 7", "D2", 31)]
    [InlineData("\"worstCorroboration\": \"K2\"", "\"worstCorroboration\": \"KX\"", "D2", 32)]
    [InlineData("\"PT4H\"", "\"P1M\"", "D2", 92)]
    [InlineData("\"PT4H\"", "\"P9D\"", "D2", 92)]
    [InlineData("\"KZ\", \"FR\"", "\"KZ\", \"KZ\"", "D3", 111)]
    [InlineData("\"Dossier\"", "\"Notification\"", "D6", 51)]
    [InlineData("\"gateResultsMaxAgeDays\": 90,", "", "D2", 1)]
    public void Parse_MisspeltOrOutOfRange_NamesFileLineAndCode(string right, string wrong, string code, int line)
    {
        Assert.Contains(right, Shipped, StringComparison.Ordinal);
        var refusal = Assert.Throws<DefinitionException>(() => ProgrammeSettings.Parse(Shipped.Replace(right, wrong, StringComparison.Ordinal), "changed.json"));
        Assert.Equal(("changed.json", code, line), (refusal.FileName, refusal.Code, refusal.Line));
    }

    [Fact]
    public void Schema_OfProgrammes_NamesTheFieldsThatTheProgramReads()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "programme.schema.json")))!;
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        var document = JsonNode.Parse(Shipped)!.AsObject();
        Assert.Equal(schema["properties"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal), document.Select(field => field.Key).Order(StringComparer.Ordinal));
        foreach (var required in schema["required"]!.AsArray().Select(name => name!.GetValue<string>()))
        {
            var without = JsonNode.Parse(Shipped)!.AsObject();
            without.Remove(required);
            Assert.Throws<DefinitionException>(() => ProgrammeSettings.Parse(without.ToJsonString(), "without.json"));
        }
    }

    [Fact]
    public void Parse_AnyValueReplacedByAnother_IsReadOrRefusedNeverACrash()
    {
        string[] odd = ["null", "true", "7", "\"\"", "[]", "[null]", "{}", "{\"expression\":{\"type\":\"Object\",\"value\":\"[\"}}"];
        foreach (var (text, parse) in new (string, Action<string>)[]
        {
            (Shipped, json => ProgrammeSettings.Parse(json, "odd.json")),
            (File.ReadAllText(Path.Combine(Repository.Root, "tests/HumanitarianEntry.UnitTests/Workflows/Recordings/example-programme.json")), json => DefinitionValidator.Validate(WorkflowDefinition.Parse(json, "odd.json"), Definitions.Host)),
        })
        {
            var count = Nodes(JsonNode.Parse(text)!).Count();
            for (var index = 1; index < count; index += count > 300 ? 5 : 1)
            {
                var document = JsonNode.Parse(text)!;
                Nodes(document).ElementAt(index).ReplaceWith(JsonNode.Parse(odd[index % odd.Length]));
                var exception = Record.Exception(() => parse(document.ToJsonString()));
                Assert.True(exception is null or DefinitionException, $"{index}: {exception}");
            }
        }
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (var child in inner.OfType<JsonNode>().SelectMany(Nodes)) yield return child;
    }
}
