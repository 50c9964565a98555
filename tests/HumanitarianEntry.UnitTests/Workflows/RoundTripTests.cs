using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using HumanitarianEntry.UnitTests.Workflows.Properties;
using HumanitarianEntry.Workflows.Definitions;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>A definition is given back to the last character, whatever this library does not know of it.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Oddities =
    [
        "\"he:note\": 1.50", "\"he:x/y\": {\"a~b\": [1e400, -0.0, 0.1E+2]}", "\"future\": \"\\u00e9\\ud83d\\ude00 \\/ \\\"\"", "\"lone\": \"\\ud800\"", "\"числа\": [null, true, [], {}]",
        "\"big\": 123456789012345678901234567890", "\"he:<b>&amp;\": \"<script>\"", "\"tab\": \"\\t\\u0000\"",
    ];

    [Theory]
    [InlineData("workflows/fr-ple-kz.v1.json")]
    [InlineData("tests/HumanitarianEntry.UnitTests/Workflows/Recordings/example-programme.json")]
    public void ToJson_UnknownFieldsAndSpellingsAnywhere_GivesBackTheSameBytes(string path)
    {
        var original = File.ReadAllText(Path.Combine(Repository.Root, path));
        for (var seed = 1; seed <= 40; seed++)
        {
            var text = Sprinkled(original, new Dice(seed));
            var definition = WorkflowDefinition.Parse(text, "changed.json");
            Assert.Equal(Encoding.Unicode.GetBytes(text), Encoding.Unicode.GetBytes(definition.ToJson()));
            Assert.Empty(definition.Activities.Values.SelectMany(activity => activity.Findings));
        }
    }

    [Fact]
    public void CopyJson_Edited_KeepsEveryUnknownValue()
    {
        var original = File.ReadAllText(Path.Combine(Repository.Root, "workflows/fr-ple-kz.v1.json"));
        var edited = WorkflowDefinition.Parse(Sprinkled(original, new Dice(3)).Replace("\\ud800", "", StringComparison.Ordinal), "changed.json").CopyJson();
        var before = edited.DeepClone();
        edited["name"] = "another";
        before["name"] = "another";
        Assert.True(JsonNode.DeepEquals(before, JsonNode.Parse(edited.ToJsonString())));
    }

    [Fact]
    public void Parse_RandomlyDamagedText_IsReadOrRefusedAndNeverFailsOtherwise()
    {
        var original = File.ReadAllText(Path.Combine(Repository.Root, "tests/HumanitarianEntry.UnitTests/Workflows/Recordings/example-programme.json"));
        var refused = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var dice = new Dice(seed);
            var at = dice.Below(original.Length - 40);
            var text = dice.Below(3) switch
            {
                0 => original.Remove(at, 1 + dice.Below(30)),
                1 => original.Insert(at, dice.Of(["null", "\"", "}", "[", "1", "true", ",", "\\u0000"])),
                _ => ReplaceOnce(original, dice),
            };
            try
            {
                var definition = WorkflowDefinition.Parse(text, "damaged.json");
                Assert.NotNull(HumanitarianEntry.Workflows.Validation.DefinitionValidator.ValidateStructure(definition));
            }
            catch (DefinitionException refusal)
            {
                Assert.StartsWith("damaged.json", refusal.Message, StringComparison.Ordinal);
                refused++;
            }
        }
        Assert.InRange(refused, 60, 200);
    }

    /// <summary>Puts a value of another kind in the place of a known one.</summary>
    private static string ReplaceOnce(string text, Dice dice)
    {
        var lines = text.Split('\n');
        var line = dice.Below(lines.Length);
        var colon = lines[line].IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) return text;
        var comma = lines[line].EndsWith(',') ? "," : "";
        lines[line] = lines[line][..(colon + 2)] + dice.Of(["null", "\"\"", "7", "-1", "[]", "{}", "false", "\"Elsa.While\"", "\"start\""]) + comma;
        return string.Join('\n', lines);
    }

    private static string Sprinkled(string text, Dice dice)
    {
        var result = new StringBuilder(text.Length + 1_000);
        var number = 0;
        for (var at = 0; at < text.Length; at++)
        {
            result.Append(text[at]);
            // After an opening brace that starts a line's object, never inside a text.
            if (text[at] != '{' || at + 1 >= text.Length || text[at + 1] != '\n' || !dice.OneIn(25)) continue;
            var oddity = dice.Of(Oddities);
            result.Append(CultureInfo.InvariantCulture, $"{new string(' ', dice.Below(4))}{oddity.Insert(1, $"{++number}")}{(dice.OneIn(2) ? "\r\n" : "\t")},");
        }
        return result.ToString();
    }
}
