using HumanitarianEntry.Workflows.Migrating;
using HumanitarianEntry.Workflows.Replaying;
using HumanitarianEntry.Workflows.Running;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Runs with child runs when they are stored, moved to another version and repeated (design: engine rules S14 and S15).</summary>
public sealed class FamilyKeepingTests
{
    [Fact]
    public void Migrate_RunningChild_MovesWithTheParentAndKeepsItsVersion()
    {
        var (from, shelf) = (Drawing.Of("A:asks(other r),Z:task", "A>Z"), new Shelf(Shelf.Child("other", "X:task", "", inputs: "Word")));
        var to = new Drawing { VersionId = "drawing-v2" }.Build("A:asks(other r),s:step,Z:task,N:task", "A>s s>Z Z>N");
        var run = Walker.Start(from, shelf);
        run.Move(to, Migration.Apply(run.State, from, to));
        Assert.Equal("other-v1", run.State.Children["A#1"].VersionId);
        Assert.Equal("N#1", run.Do("X", "Z").Places);
        var elsewhere = new Drawing { VersionId = "drawing-v3" }.With("q=0").Build("A:asks(other q),r:decision(r),Z:task", "A>r r:True>Z r:False>Z");
        Assert.False(Migration.Check(Walker.Start(from, shelf).State, from, elsewhere).IsPossible);
    }

    [Fact]
    public void ReadState_WithChildren_IsTheSameTextAgainAndWithoutThemNothingIsAdded()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(one),B:task", "A>B"), new Shelf(Shelf.Child("one", "B:dispatch(two)", ""), Shelf.Child("two", "C:task", "")));
        var text = RunStateJson.Write(run.State);
        Assert.Equal(text, RunStateJson.Write(RunStateJson.Read(text)));
        Assert.Contains("\"children\":{\"A#1\":", text, StringComparison.Ordinal);
        Assert.DoesNotContain("children", RunStateJson.Write(run.Do("C").State), StringComparison.Ordinal);
        Assert.Throws<RunException>(() => RunStateJson.Read(text.Replace("\"definitionId\":\"two\"", "\"definitionId\":\"two\",\"extra\":1", StringComparison.Ordinal)));
        var format = text.LastIndexOf("\"format\":1", StringComparison.Ordinal);
        Assert.True(format > 20);
        Assert.Throws<RunException>(() => RunStateJson.Read(text[..format] + "\"format\":2" + text[(format + 10)..]));
    }

    [Fact]
    public void Compare_PastWithAChild_IsRepeated()
    {
        var own = Drawing.Of("A:dispatch(other),E:event(reply)", "A>E");
        var shelf = new Shelf(Shelf.Child("other", "Y:delay(10.00:00:00)", ""));
        PastStep[] steps = [new(PastStepKind.Timer, "Y", null, Walker.Beginning.AddDays(10)), new(PastStepKind.Event, "reply", "x", Walker.Beginning.AddDays(11))];
        Assert.Empty(PastRun.Compare(own, own, steps, Walker.Beginning, shelf));
        Assert.Throws<RunException>(() => PastRun.Compare(own, own, steps, Walker.Beginning, new Shelf()));
    }
}
