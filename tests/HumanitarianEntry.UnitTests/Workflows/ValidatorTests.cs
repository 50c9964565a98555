using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

public sealed class ValidatorTests
{
    private static readonly DefinitionHost Host = new()
    {
        Tasks = new Dictionary<string, HostTask>(StringComparer.Ordinal) { ["work"] = HostTask.Free },
        Roles = ImmutableHashSet.Create("worker"),
        Events = ImmutableHashSet.Create("applicant-withdrew"),
        Dispatches = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["other"] = ["third"], ["third"] = ["drawing"], ["leaf"] = [] },
    };

    [Theory]
    [InlineData("V0", "A:task,e:end", "A>e")]
    [InlineData("V0", "A:task,d:condition(eval(1)),B:task", "A>d d:True>B")]
    [InlineData("V0", "f:fork(a,b),V:task,E:task,j:join(WaitAllActive),Z:task", "f:a>V f:b>E V>j E>j j>Z")]
    [InlineData("V1", "A:task,B:task", "A:Approved>B")]
    [InlineData("V2", "A:task,B:task,C:task", "A>B C>B")]
    [InlineData("V3", "f:fork(a,b),V:task,E:task,j:join(WaitAll),k:join(WaitAll)", "f:a>V f:b>E V>j E>k")]
    [InlineData("V3", "A:task,j:join(WaitAll)", "A>j")]
    [InlineData("V3", "A:task,f:fork(a,b),V:task,E:task", "A>f f:a>V f:b>E V>f")]
    [InlineData("V4", "f:fork(a,b),V:task,d:decision(ok),E:task,j:join(WaitAll)", "f:a>V V>d d:True>j d:False>j f:b>E E>j")]
    [InlineData("V5", "f:fork(a,b),V:task,d:decision(ok),E:task,j:join(WaitAll),fin:finish", "f:a>V V>d d:True>j d:False>fin f:b>E E>j")]
    [InlineData("V6", "A:task,d:decision(ok),f:fork(a,b),V:task,E:task,j:join(WaitAll)", "A>d d:True>f d:False>V f:a>V f:b>E V>j E>j")]
    [InlineData("V6", "A:task,d:decision(ok),f:fork(a,b),V:task,E:task,j:join(WaitAll)", "A>d d:True>f d:False>j f:a>V f:b>E V>j E>j")]
    [InlineData("V7", "f:fork(a,b),V:task,dv:decision(ok),E:task,j:join(WaitAll)", "f:a>V V>dv dv:False>V dv:True>j f:b>E E>j")]
    [InlineData("V8", "f:fork(a,b),V:task,E:task,j:join(WaitAll),d:decision(ok),fix:task,Z:task", "f:a>V f:b>E V>j E>j j>d d:False>fix fix>j d:True>Z")]
    [InlineData("V10", "f:fork(a,b),V:task,E:task,M:task", "f:a>V f:b>E V>M E>M")]
    [InlineData("V10", "A:task,B:task,Z:task", "A>B A>Z B>Z")]
    [InlineData("V12", "A:delay(00:00:00),B:task", "A>B")]
    [InlineData("V12", "s:step,d:decision(ok),B:task", "s>d d:True>B d:False>s")]
    [InlineData("V12", "s:step,f:fork(a,b),x:step,y:step,j:join(WaitAll),d:decision(ok),B:task", "s>f f:a>x f:b>y x>j y>j j>d d:True>B d:False>f")]
    [InlineData("V13", "A:task,d:condition(getVariable(\"typo\") == \"1\"),B:task", "A>d d:True>B")]
    [InlineData("V13", "A:task,d:condition(getInput(\"typo\") == \"1\"),B:task", "A>d d:True>B")]
    [InlineData("V14", "A:event(unknown-event)", "")]
    [InlineData("V15", "A:dispatch(other)", "")]
    [InlineData("V15", "A:dispatch(nobody-knows)", "")]
    public void Validate_ForbiddenDrawing_IsRefusedWithItsCode(string code, string items, string arrows)
    {
        var findings = DefinitionValidator.Validate(Drawing.Of(items, arrows), Host);
        Assert.Contains(code, findings.Select(finding => finding.Code));
        if (code is not ("V14" or "V15")) Assert.Throws<DefinitionException>(() => Walker.Start(Drawing.Of(items, arrows)));
    }

    [Theory]
    [InlineData("A:task,d:decision(ok),f:fork(a,b),V:task,E:task,j:join(WaitAll),M:task", "A>d d:True>f d:False>M f:a>V f:b>E V>j E>j j>M")]
    [InlineData("f:fork(a,b),V:task,d:decision(ok),Y:step,N:step,m:step,E:task,j:join(WaitAll),Z:task", "f:a>V V>d d:True>Y d:False>N Y>m N>m m>j f:b>E E>j j>Z")]
    [InlineData("s:task,f:fork(a,b),x:task,y:step,j:join(WaitAll),d:decision(ok),B:task", "s>f f:a>x f:b>y x>j y>j j>d d:True>B d:False>f")]
    [InlineData("top:fork(main,wd),A:task,d:decision(ok),fin:finish,out:event(applicant-withdrew),gone:finish", "top:main>A A>d d:False>A d:True>fin top:wd>out out>gone")]
    [InlineData("A:dispatch(leaf),B:task", "A>B")]
    public void Validate_AllowedDrawing_HasNoFindings(string items, string arrows) => Assert.Empty(DefinitionValidator.Validate(Drawing.Of(items, arrows), Host));

    [Fact]
    public void Validate_RaceOrFinishInsideABox_IsRefused()
    {
        var race = new Drawing().WithInner("inner", "g:fork(r,t),reply:task,delay:task,k:join(WaitAny)", "g:r>reply g:t>delay reply>k delay>k").Build("box:flownode(inner),Z:task", "box>Z");
        Assert.Contains("V9", DefinitionValidator.Validate(race, Host).Select(finding => finding.Code));
        var finish = new Drawing().WithInner("inner", "V:task,fin2:finish", "V>fin2").Build("box:flownode(inner),Z:task", "box>Z");
        Assert.Contains("V11", DefinitionValidator.Validate(finish, Host).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("\"gate\": \"vetting\"", "\"gate\": \"identity\"")]
    [InlineData("\\\"role\\\": \\\"vetter\\\"", "\\\"role\\\": \\\"janitor\\\"")]
    [InlineData("\\\"clear-with-remarks\\\", \\\"unresolved\\\"", "\\\"clear-with-remarks\\\", \\\"unsolved\\\"")]
    [InlineData(", \\\"fourEyesWith\\\": \\\"vetter\\\"", "")]
    [InlineData("\\\"compartment\\\": \\\"vetting\\\"", "\\\"compartment\\\": \\\"attic\\\"")]
    public void Validate_ShippedProgrammeWithAWrongTask_IsRefusedWithV14(string right, string wrong)
    {
        right = right.Replace("\"gate\": \"vetting\"", "\\\"gate\\\": \\\"vetting\\\"", StringComparison.Ordinal);
        wrong = wrong.Replace("\"gate\": \"identity\"", "\\\"gate\\\": \\\"identity\\\"", StringComparison.Ordinal);
        var text = File.ReadAllText(Path.Combine(Repository.Root, "workflows/fr-ple-kz.v1.json"));
        Assert.Contains(right, text, StringComparison.Ordinal);
        var definition = WorkflowDefinition.Parse(text.Replace(right, wrong, StringComparison.Ordinal), "changed.json");
        var found = DefinitionValidator.Validate(definition, Definitions.Host).Where(finding => finding.Code == "V14").ToList();
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.NotNull(finding.Line));
    }

    [Fact]
    public void Validate_ConditionOnAnOutcomeThatDoesNotExist_IsRefusedWithV13()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "workflows/fr-ple-kz.v1.json"));
        var definition = WorkflowDefinition.Parse(text.Replace("getVariable(\\\"Journey\\\") == \\\"arrived\\\"", "getVariable(\\\"Journey\\\") == \\\"arived\\\"", StringComparison.Ordinal), "changed.json");
        Assert.Equal(["V13"], DefinitionValidator.Validate(definition, Definitions.Host).Select(finding => finding.Code));
    }

    [Fact]
    public void RoundTrip_UnknownFieldsOnEveryLevel_Survive()
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows/fr-ple-kz.v1.json")))!;
        document["he:note"] = new JsonObject { ["числа"] = 1.50m };
        document["root"]!["activities"]![3]!["future"] = "kept";
        document["root"]!["connections"]![0]!["vertices"]!.AsArray().Add((JsonNode)new JsonObject { ["x"] = 1, ["y"] = 2.5 });
        var definition = WorkflowDefinition.Parse(document.ToJsonString(), "changed.json");
        Assert.True(JsonNode.DeepEquals(document, JsonNode.Parse(definition.ToJson())));
        Assert.Equal(definition.ToJson(), WorkflowDefinition.Parse(definition.ToJson(), "again.json").ToJson());
    }

    [Theory]
    [InlineData("{", "D1", 1)]
    [InlineData("{\n\"root\": {\"type\": \"Elsa.Flowchart\"},\n\"version\": 0}", "D2", 3)]
    [InlineData("{\n\"id\": 1, \"id\": 2}", "D1", 2)]
    [InlineData("{}", "D2", 1)]
    public void Parse_Unreadable_NamesFileLineAndCode(string json, string code, int line)
    {
        var refusal = Assert.Throws<DefinitionException>(() => WorkflowDefinition.Parse(json, "bad.json"));
        Assert.Equal(("bad.json", code, line), (refusal.FileName, refusal.Code, refusal.Line));
        Assert.StartsWith("bad.json:", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A:task,A:task", "", "D3")]
    [InlineData("A:task", "A>B", "D4")]
    public void Parse_IdTwiceOrArrowToNowhere_IsRefused(string items, string arrows, string code) =>
        Assert.Equal(code, Assert.Throws<DefinitionException>(() => Drawing.Of(items, arrows)).Code);
}
