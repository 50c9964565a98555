using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>What must hold of every definition that the validator lets pass, on programmes nobody has drawn by hand.</summary>
public sealed class RandomProgrammeTests
{
    /// <summary>HE_PROPERTY_RUNS asks for more than the small dose of an ordinary run.</summary>
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("HE_PROPERTY_RUNS"), out var asked) ? asked : 250;

    [Fact]
    public void Walk_RandomProgrammeAndStimuli_EngineEqualsTheModelAndNothingIsLostOrDoubled()
    {
        var finished = 0;
        for (var seed = 1; seed <= Runs; seed++)
        {
            var sketch = SketchMaker.Draw(seed);
            var definition = sketch.ToDefinition();
            var findings = DefinitionValidator.ValidateStructure(definition);
            Assert.True(findings.Count == 0, $"seed {seed}: {string.Join("; ", findings)} in {sketch}");
            var dice = new Dice(seed);
            var pair = new Pair(sketch, definition);
            for (var step = 0; step < 60 && !pair.IsOver; step++) pair.Step(dice);
            if (pair.IsOver) finished++;
        }
        Assert.InRange(finished, Runs / 4, Runs);
    }

    [Fact]
    public void Walk_EveryBoxARunOfItsOwn_FamilyEqualsTheModelOfTheBoxes()
    {
        var (finished, deepest) = (0, 0);
        for (var seed = 1; seed <= Runs; seed++)
        {
            var dice = new Dice(seed + 3);
            var pair = Pair.WithChildren(SketchMaker.Draw(seed));
            for (var step = 0; step < 60 && !pair.IsOver; step++)
            {
                pair.Step(dice);
                deepest = Math.Max(deepest, pair.Waits.Select(wait => wait.Id.Count(letter => letter == '/')).DefaultIfEmpty().Max());
            }
            if (pair.IsOver) finished++;
        }
        Assert.InRange(finished, Runs / 4, Runs);
        Assert.InRange(deepest, 2, 3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Walk_RandomProgramme_EveryCaseCanStillFinishWhereverItStands(bool withChildren)
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            var sketch = SketchMaker.Draw(seed);
            var dice = new Dice(seed + 7);
            var pair = withChildren ? Pair.WithChildren(sketch) : new Pair(sketch, sketch.ToDefinition());
            for (var step = dice.Below(30); step > 0 && !pair.IsOver; step--) pair.Step(dice);
            // From here everybody answers well: every choice goes forward and what failed is done again.
            foreach (var variable in sketch.Variables) pair.Set(variable, "1");
            for (var step = 0; step < 200 && !pair.IsOver; step++)
            {
                if (pair.Incidents is [{ ActivityId: { } failed }, ..]) pair.Retry(failed);
                else pair.Open(pair.Waits[^1]);
            }
            Assert.True(pair.IsOver, $"seed {seed} cannot finish: {string.Join(" ", pair.History)} of {sketch}");
        }
    }

    [Fact]
    public void Validate_RandomlyBrokenProgramme_IsRefusedOrStillKeepsEveryPromise()
    {
        var (refused, accepted) = (0, 0);
        for (var seed = 1; seed <= Runs * 3; seed++)
        {
            var dice = new Dice(seed);
            var sketch = SketchBreaker.Break(SketchMaker.Draw(dice.Below(1_000_000)), dice);
            var definition = sketch.ToDefinition();
            if (DefinitionValidator.ValidateStructure(definition).Count > 0)
            {
                refused++;
                continue;
            }
            accepted++;
            var pair = new Pair(sketch, definition);
            for (var step = 0; step < 60 && !pair.IsOver; step++) pair.Step(dice);
        }
        Assert.InRange(refused, Runs / 2, Runs * 3);
        Assert.InRange(accepted, Runs / 20, Runs * 3);
    }
}
