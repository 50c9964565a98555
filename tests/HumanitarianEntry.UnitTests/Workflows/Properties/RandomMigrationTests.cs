using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Migrating;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>A run that may move to another version must be able to end there (design: engine rule S14).</summary>
public sealed class RandomMigrationTests
{
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("HE_PROPERTY_RUNS"), out var asked) ? asked : 250;

    [Fact]
    public void Migrate_ToAnUnchangedDrawing_IsAlwaysPossibleAndKeepsThePosition()
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            var sketch = SketchMaker.Draw(seed);
            var (from, to) = (sketch.ToDefinition(), sketch.ToDefinition("drawing-v2"));
            var run = WalkSome(from, sketch, new Dice(seed));
            if (run.State.Status == RunStatus.Finished) continue;
            Assert.Empty(Migration.Check(run.State, from, to).Obstacles);
            Assert.Equal(run.State.Position, Migration.Apply(run.State, from, to).Position);
        }
    }

    [Fact]
    public void Migrate_ToARandomlyChangedDrawing_IsRefusedOrTheCaseCanStillFinish()
    {
        var (moved, refused) = (0, 0);
        for (var seed = 1; seed <= Runs * 6; seed++)
        {
            var dice = new Dice(seed);
            var sketch = SketchMaker.Draw(dice.Below(1_000_000));
            var target = SketchBreaker.Break(sketch, dice);
            var (from, to) = (sketch.ToDefinition(), target.ToDefinition("drawing-v2"));
            if (DefinitionValidator.ValidateStructure(to).Count > 0) continue;
            var run = WalkSome(from, sketch, dice);
            if (run.State.Status == RunStatus.Finished) continue;
            if (!Migration.Check(run.State, from, to).IsPossible)
            {
                refused++;
                continue;
            }
            moved++;
            run.Move(to, Migration.Apply(run.State, from, to));
            DemandEnd(run, sketch, dice, $"seed {seed}: {sketch}\n to {target}");
        }
        Assert.True(moved > Runs / 20 && refused > 0, $"{moved} moved, {refused} refused");
    }

    private static Walker WalkSome(WorkflowDefinition definition, Sketch sketch, Dice dice)
    {
        var run = Walker.Start(definition);
        var variables = sketch.Variables.ToList();
        for (var step = dice.Below(12); step > 0 && run.State.Status == RunStatus.Running && run.State.Waits.Length > 0; step--)
        {
            if (variables.Count > 0 && dice.OneIn(2)) run.Do($"set {dice.Of(variables)}=1");
            run.Do(dice.Of(run.State.Waits).ActivityId);
        }
        return run;
    }

    private static void DemandEnd(Walker run, Sketch sketch, Dice dice, string told)
    {
        var variables = sketch.Variables.ToList();
        foreach (var variable in variables) run.Do($"set {variable}=1");
        for (var step = 0; step < 600 && run.State.Status == RunStatus.Running; step++)
        {
            Assert.DoesNotContain(run.State.Incidents, incident => incident.Code == "stalled");
            // What an answer means may have been turned round there.
            if (step > 50 && variables.Count > 0) run.Do($"set {dice.Of(variables)}={dice.Below(2)}");
            if (run.State.Incidents is [var failed, ..]) run.Send(new Retry(run.NextId(), failed.Id));
            else run.Do(dice.Of(run.State.Waits).ActivityId);
        }
        Assert.True(run.State.Status == RunStatus.Finished, $"stays at {run.Position} in {told}");
    }
}
