using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Every code has a drawing that it alone keeps out, and every finding names the place, the danger and the way out.</summary>
public sealed class NegativeDefinitionTests
{
    private const string Review = "f:fork(a,b),V:task,E:task,j:join(WaitAll),Z:task";

    private static readonly DefinitionHost Host = new()
    {
        Tasks = new Dictionary<string, HostTask>(StringComparer.Ordinal) { ["work"] = HostTask.Free },
        Roles = ImmutableHashSet.Create("worker"),
        Events = ImmutableHashSet.Create("applicant-withdrew"),
        Dispatches = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["other"] = ["third"], ["third"] = ["drawing"] },
    };

    public static TheoryData<string, string, string, string> Drawings => new()
    {
        { "V0", "e", "A:task,e:end", "A>e" },
        { "V0", "sw", "A:task,sw:switch(MatchAny (x,x)),X:task", "A>sw sw:x>X" },
        { "V0", "M", "A:task,M:task(Merge)", "A>M" },
        { "V0", "w", "A:task,w:activity(Elsa.While)", "A>w" },
        { "V0", "p", "A:task,p:activity(Elsa.ParallelForEach)", "A>p" },
        { "V0", "t", "t:activity(Elsa.Timer),B:task", "t>B" },
        { "V0", "c", "A:task,c:activity(Elsa.Complete)", "A>c" },
        { "V0", "b", "A:task,b:activity(Elsa.BulkDispatchWorkflows)", "A>b" },
        { "V0", "j", Review.Replace("WaitAll", "Stream", StringComparison.Ordinal), "f:a>V f:b>E V>j E>j j>Z" },
        { "V1", "A", "A:task,B:task", "A:Approved>B" },
        { "V2", "C", "A:task,C:task", "" },
        { "V3", "f", "f:fork(a,b),V:task,E:task,j:join(WaitAll),k:join(WaitAll)", "f:a>V f:b>E V>j E>k" },
        { "V3", "g", "f:fork(a,b),V:task,g:fork(x,y),X:task,Y:task,j:join(WaitAll),Z:task", "f:a>V f:b>g g:x>X g:y>Y V>j X>j Y>j j>Z" },
        { "V4", "f", "f:fork(a,b),V:task,d:decision(ok),E:task,j:join(WaitAll)", "f:a>V V>d d:True>j d:False>j f:b>E E>j" },
        { "V5", "fin", "f:fork(a,b),V:task,d:decision(ok),E:task,j:join(WaitAll),fin:finish", "f:a>V V>d d:True>j d:False>fin f:b>E E>j" },
        { "V6", "d", "A:task,d:decision(ok)," + Review, "A>d d:True>f d:False>V f:a>V f:b>E V>j E>j j>Z" },
        { "V6", "d", Review + ",d:decision(ok),Y:task", "f:a>V f:b>E V>j E>j j>d d:True>Z d:False>V Z>Y" },
        { "V7", "V", "f:fork(a,b),V:task,dv:decision(ok),E:task,j:join(WaitAll)", "f:a>V V>dv dv:False>V dv:True>j f:b>E E>j" },
        { "V8", "fix", Review + ",d:decision(ok),fix:task", "f:a>V f:b>E V>j E>j j>d d:False>fix fix>j d:True>Z" },
        { "V10", "M", "f:fork(a,b),V:task,E:task,M:task", "f:a>V f:b>E V>M E>M" },
        { "V10", "A", "A:task,B:task,Z:task", "A>B A>Z B>Z" },
        { "V12", "A", "A:delay(00:00:00),B:task", "A>B" },
        { "V12", "d", "s:step,d:decision(ok),B:task", "s>d d:True>B d:False>s" },
        { "V12", "B", "A:task,B:task,d:decision(ok)", "A>B B>d d:True>B d:False>B" },
        { "V13", "d", "A:task,d:condition(getVariable(\"typo\") == \"1\"),B:task", "A>d d:True>B" },
        { "V14", "A", "A:event(unknown-event)", "" },
        { "V15", "A", "A:dispatch(other)", "" },
        { "V15", "A", "A:dispatch(drawing)", "" },
        { "V15", "A", "A:dispatch(nobody-knows)", "" },
    };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Validate_DangerousDrawing_CodeNamesTheActivityTheDangerAndTheWayOut(string code, string activity, string items, string arrows) =>
        Demand(code, activity, Drawing.Of(items, arrows));

    [Fact]
    public void Validate_DangerousBox_CodeNamesTheActivityTheDangerAndTheWayOut()
    {
        Demand("V9", "k", new Drawing().WithInner("inner", "g:fork(r,t),reply:task,delay:task,k:join(WaitAny)", "g:r>reply g:t>delay reply>k delay>k").Build("box:flownode(inner),Z:task", "box>Z"));
        Demand("V11", "fin2", new Drawing().WithInner("inner", "V:task,fin2:finish", "V>fin2").Build("box:flownode(inner),Z:task", "box>Z"));
    }

    [Fact]
    public void Drawings_TogetherWithTheBoxes_CoverEveryCode() =>
        Assert.Equal(
            Enumerable.Range(0, 16).Select(number => $"V{number}").Except(["V9", "V11"], StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Drawings.Select(row => row.Data.Item1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Validate_ItselfDispatched_IsRefusedWithoutAnyHost() =>
        Assert.Contains("V15", DefinitionValidator.ValidateStructure(Drawing.Of("A:dispatch(drawing)", "")).Select(finding => finding.Code));

    private static void Demand(string code, string activity, WorkflowDefinition definition)
    {
        var findings = DefinitionValidator.Validate(definition, Host);
        Assert.Contains((code, activity), findings.Select(finding => (finding.Code, finding.ActivityId)));
        // "what is wrong and why; what to draw instead"
        Assert.All(findings, finding => Assert.Matches(".{20,}; .{8,}", finding.Message));
        Assert.All(findings, finding => Assert.True(finding.Line > 0, $"{finding.Code} has no line"));
    }
}
