using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Domain.Cases;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class ActCatalogueTests
{
    [Fact]
    public void Kinds_EveryOne_HasASampleAndRoles()
    {
        Assert.Equal(ActCatalogue.Kinds, ActSamples.All.Select(a => ActCatalogue.RuleOf(a).Kind).Order(StringComparer.Ordinal));
        Assert.All(ActSamples.All, a => Assert.NotEmpty(ActCatalogue.RuleOf(a).Roles));
        Assert.All(ActSamples.All, a => Assert.DoesNotContain(Role.Administrator, ActCatalogue.RuleOf(a).Roles));
        Assert.All(ActSamples.All, a => Assert.DoesNotContain(Role.Auditor, ActCatalogue.RuleOf(a).Roles));
        Assert.All(ActSamples.All, a => Assert.DoesNotContain(Role.Interpreter, ActCatalogue.RuleOf(a).Roles));
    }

    [Fact]
    public void WriteAndRead_EveryKind_ComesBackTheSame()
    {
        foreach (var act in ActSamples.All)
        {
            var kind = ActCatalogue.RuleOf(act).Kind;
            var written = ActCatalogue.Write(act);
            var read = ActCatalogue.Read(kind, JsonNode.Parse(written.ToJsonString())!);

            Assert.IsType(act.GetType(), read);
            Assert.True(JsonNode.DeepEquals(written, ActCatalogue.Write(read)), $"{kind} lost something: {written.ToJsonString()}");
        }
    }

    [Fact]
    public void Write_Values_AreNamesInKebabCaseAndNoTypes()
    {
        var text = ActCatalogue.Write(ActSamples.All.Single(a => ActCatalogue.RuleOf(a).Kind == "decide")).ToJsonString();

        Assert.Contains("\"gate\":\"information-request\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("$type", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DecideGate", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set-prioritty", """{"priority":"urgent","reason":"x"}""", "set-prioritty")]
    [InlineData("set-priority", """{"priority":"urgent","reason":"x","reson":"y"}""", "reson")]
    [InlineData("set-priority", """{"priority":1,"reason":"x"}""", "$.priority")]
    [InlineData("set-priority", """{"priority":"1","reason":"x"}""", "$.priority")]
    [InlineData("set-priority", """{"priority":"highest","reason":"x"}""", "$.priority")]
    [InlineData("set-priority", """{"priority":"urgent"}""", "reason")]
    [InlineData("set-priority", """{"priority":"urgent","reason":null}""", "reason")]
    [InlineData("check-travel", """{"wanted":"none"}""", "wantedSource")]
    [InlineData("record-birth", """{"bornOn":"1998-02-30","sex":"m","nationalities":[]}""", "1998-02-30")]
    [InlineData("record-answers", """{"answers":[{"code":"E3","value":"x","triger":true}]}""", "triger")]
    [InlineData("set-priority", "[]", "")]
    public void Read_SomethingUnknownMissingOrOfTheWrongKind_IsRefusedByName(string kind, string json, string named)
    {
        var error = Assert.ThrowsAny<JsonException>(() => ActCatalogue.Read(kind, JsonNode.Parse(json)!));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_SameFieldTwice_IsRefused() =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize("""{"priority":"urgent","priority":"normal","reason":"x"}""", ActCatalogue.TypeOf("set-priority"), DomainJson.Options));
}
