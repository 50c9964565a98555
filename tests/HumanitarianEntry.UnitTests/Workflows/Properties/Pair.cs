using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>The engine and the model side by side on one drawing; every step compares them.</summary>
internal sealed class Pair
{
    private readonly Sketch sketch;
    private readonly ReferenceRun model;
    private readonly Walker engine;
    private readonly List<string> history = [];

    public Pair(Sketch sketch, WorkflowDefinition definition)
    {
        this.sketch = sketch;
        model = new ReferenceRun(sketch);
        engine = Walker.Start(definition);
        Compare();
    }

    public RunState State => engine.State;

    public IReadOnlyList<string> History => history;

    public bool IsOver => State.Status == RunStatus.Finished;

    /// <summary>One random thing that can happen to a case.</summary>
    public void Step(Dice dice)
    {
        var variables = sketch.Variables.ToList();
        if (variables.Count > 0 && dice.OneIn(2)) Set(dice.Of(variables), dice.OneIn(3) ? "0" : "1");
        var tasks = sketch.Levels.SelectMany(level => level.Items).Where(item => item.Kind is "task" or "delay").Select(item => item.Id).ToList();
        var events = sketch.Levels.SelectMany(level => level.Items).Where(item => item.Kind == "event").Select(item => item.Argument).ToList();
        if (State.Incidents.Length > 0 && dice.OneIn(3)) Retry(dice.Of(State.Incidents).ActivityId!);
        else if (events.Count > 0 && dice.OneIn(4)) Happen(dice.Of(events));
        else if (tasks.Count > 0 && dice.OneIn(10)) Complete(dice.Of(tasks));
        else if (State.Waits.Length > 0) Open(dice.Of(State.Waits));
    }

    public void Open(Wait wait)
    {
        if (wait.Kind == WaitKind.Event) Happen(wait.EventName!);
        else Complete(wait.ActivityId);
    }

    public void Set(string name, string value)
    {
        model.Set(name, value);
        engine.Do($"set {name}={value}");
        history.Add($"set {name}={value}");
        Compare();
    }

    public void Retry(string activityId)
    {
        var moved = Asked(() => model.Retry(activityId));
        var incident = State.Incidents.First(open => open.ActivityId == activityId);
        engine.Send(new Retry(engine.NextId(), incident.Id));
        history.Add("retry " + activityId);
        Assert.Equal(moved, engine.Last.Result.Verdict == StimulusVerdict.Accepted);
        Compare();
    }

    private void Complete(string activityId)
    {
        var moved = Asked(() => model.Complete(activityId));
        engine.Do(activityId);
        history.Add(activityId);
        Assert.True(engine.Last.Result.Verdict == (moved ? StimulusVerdict.Accepted : StimulusVerdict.TooLate), Told($"verdict {engine.Last.Result.Verdict}"));
        Compare();
    }

    private void Happen(string name)
    {
        Asked(() => model.Happen(name));
        engine.Do("!" + name);
        history.Add("!" + name);
        Compare();
    }

    /// <summary>The model throws where a drawing has no meaning; such a drawing must not have passed the validator.</summary>
    private bool Asked(Func<bool> model)
    {
        try
        {
            return model();
        }
        catch (InvalidOperationException meaningless)
        {
            throw new InvalidOperationException(Told(meaningless.Message), meaningless);
        }
    }

    private void Compare()
    {
        Assert.True(model.Position == engine.Position, Told($"model [{model.Position}], engine [{engine.Position}]"));
        Assert.True(model.IsFinished == IsOver, Told($"model finished {model.IsFinished}, engine {State.Status}"));
        var incidents = string.Join(",", State.Incidents.Select(incident => incident.ActivityId ?? "stalled").Order(StringComparer.Ordinal));
        Assert.True(model.IsStalled ? incidents == "stalled" : model.Incidents == incidents, Told($"model incidents [{model.Incidents}], engine [{incidents}]"));
        Assert.False(model.IsStalled, Told("stalled"));
        // No token doubled: nobody is asked twice for the same thing at the same time.
        Assert.True(State.Position.Distinct(StringComparer.Ordinal).Count() == State.Position.Count, Told($"doubled [{engine.Position}]"));
        Assert.True(State.Waits.Select(wait => wait.Id).Distinct(StringComparer.Ordinal).Count() == State.Waits.Length, Told("a wait id twice"));
    }

    private string Told(string what) => $"{what}\n  after {string.Join(" ", history)}\n  of {sketch}";
}
