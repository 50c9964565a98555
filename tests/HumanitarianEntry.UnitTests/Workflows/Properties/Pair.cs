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

    private readonly FamilyOfSketch? family;

    public Pair(Sketch sketch, WorkflowDefinition definition)
        : this(sketch, Walker.Start(definition), family: null)
    {
    }

    private Pair(Sketch sketch, Walker engine, FamilyOfSketch? family)
    {
        this.sketch = sketch;
        model = new ReferenceRun(sketch);
        this.engine = engine;
        this.family = family;
        Compare();
    }

    public IReadOnlyList<Wait> Waits => engine.Waits;

    public IReadOnlyList<Incident> Incidents => [.. Family.Incidents(State)];

    /// <summary>The model has boxes where the engine has runs of their own.</summary>
    public static Pair WithChildren(Sketch sketch)
    {
        var runs = new FamilyOfSketch(sketch);
        return new Pair(sketch, Walker.Start(runs.Root, runs), runs);
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
        // One early event with two takers in the same burst: a run goes to its end before its neighbour goes on, tokens take turns. Both are right, so it is not asked.
        if (family is not null) events = [.. events.Where(name => events.Count(other => other == name) == 1 || Waits.Any(wait => wait.EventName == name))];
        if (Incidents.Count > 0 && dice.OneIn(3)) Retry(dice.Of(Incidents).ActivityId!);
        else if (events.Count > 0 && dice.OneIn(4)) Happen(dice.Of(events));
        else if (tasks.Count > 0 && dice.OneIn(10)) Complete(dice.Of(tasks));
        else if (Waits.Count > 0) Open(dice.Of(Waits));
    }

    public void Open(Wait wait)
    {
        if (wait.Kind == WaitKind.Event) Happen(wait.EventName!);
        else Complete(wait.ActivityId);
    }

    public void Set(string name, string value)
    {
        model.Set(name, value);
        if (family is null) engine.Do($"set {name}={value}");
        else engine.Move(engine.Definition, family.Set(State, name, value));
        history.Add($"set {name}={value}");
        Compare();
    }

    public void Retry(string activityId)
    {
        var moved = Asked(() => model.Retry(activityId));
        var incident = Incidents.First(open => open.ActivityId == activityId);
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
        Assert.True(engine.Last.Result.Verdict == (moved ? StimulusVerdict.Accepted : family is null ? StimulusVerdict.TooLate : engine.Last.Result.Verdict) && (moved || engine.Last.Effects.Count == 0), Told($"verdict {engine.Last.Result.Verdict}"));
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
        var places = Waits.Select(wait => wait.ActivityId).Order(StringComparer.Ordinal).ToList();
        var position = string.Join(",", places);
        Assert.True(model.Position == position, Told($"model [{model.Position}], engine [{position}]"));
        Assert.True(model.IsFinished == IsOver, Told($"model finished {model.IsFinished}, engine {State.Status}"));
        var incidents = string.Join(",", Incidents.Select(incident => incident.ActivityId ?? "stalled").Order(StringComparer.Ordinal));
        Assert.True(model.IsStalled ? incidents == "stalled" : model.Incidents == incidents, Told($"model incidents [{model.Incidents}], engine [{incidents}]"));
        Assert.False(model.IsStalled, Told("stalled"));
        // No token doubled: nobody is asked twice for the same thing at the same time.
        Assert.True(places.Distinct(StringComparer.Ordinal).Count() == places.Count, Told($"doubled [{position}]"));
        Assert.True(Waits.Select(wait => wait.Id).Distinct(StringComparer.Ordinal).Count() == Waits.Count, Told("a wait id twice"));
    }

    private string Told(string what) => $"{what}\n  after {string.Join(" ", history)}\n  of {sketch}";
}
