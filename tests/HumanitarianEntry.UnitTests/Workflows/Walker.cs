using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;
using Advance = HumanitarianEntry.Workflows.Running.Advance;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Walks a run stimulus by stimulus. The state goes through its stored form before every step, as in a real host.</summary>
internal sealed class Walker
{
    public static readonly DateTimeOffset Beginning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private int stimuli;

    private readonly IPublishedDefinitions? definitions;

    private Walker(WorkflowDefinition definition, Advance first, IPublishedDefinitions? definitions)
    {
        this.definitions = definitions;
        Definition = definition;
        Last = first;
    }

    public WorkflowDefinition Definition { get; set; }

    public Advance Last { get; private set; }

    public DateTimeOffset Now { get; set; } = Beginning;

    public RunState State => Last.State;

    public string Position => string.Join(",", State.Position);

    /// <summary>Where people and clocks are waited for, with full ids, also in the runs below.</summary>
    public IReadOnlyList<Wait> Waits => [.. Family.Waits(State).Where(wait => wait.Kind != WaitKind.Child || definitions is null)];

    public string Places => string.Join(",", Waits.Select(wait => wait.Id).Order(StringComparer.Ordinal));

    public static Walker Start(WorkflowDefinition definition, IReadOnlyDictionary<string, JsonElement>? inputs = null) =>
        new(definition, Interpreter.Start(definition, inputs ?? new Dictionary<string, JsonElement>(), Beginning), definitions: null);

    /// <summary>Starts a run together with the runs it starts.</summary>
    public static Walker Start(WorkflowDefinition definition, IPublishedDefinitions definitions) =>
        new(definition, Family.Start(definition, new Dictionary<string, JsonElement>(), Beginning, definitions), definitions);

    /// <summary><c>A</c> completes the wait of A, <c>A=x</c> with a result, <c>set v=x</c> sets a variable, <c>!name</c> is an event.</summary>
    public Walker Do(params string[] steps)
    {
        foreach (var step in steps) Send(Read(step));
        return this;
    }

    public Advance Send(Stimulus stimulus)
    {
        var stored = RunStateJson.Read(RunStateJson.Write(State));
        Last = definitions is null ? Interpreter.Advance(Definition, stored, stimulus, Now) : Family.Advance(Definition, stored, stimulus, Now, definitions);
        return Last;
    }

    /// <summary>Goes on with another version of the definition.</summary>
    public void Move(WorkflowDefinition target, RunState moved)
    {
        Definition = target;
        Last = Last with { State = moved };
    }

    public string NextId() => "s" + (++stimuli).ToString(CultureInfo.InvariantCulture);

    private Stimulus Read(string step)
    {
        var id = NextId();
        if (step.StartsWith("set ", StringComparison.Ordinal)) return new VariableSet(id, step[4..].Split('=')[0], Values.Of(step[4..].Split('=')[1]));
        if (step.StartsWith('!')) return new EventReceived(id, step[1..]);
        var parts = step.Split('=');
        var wait = Waits.FirstOrDefault(open => open.ActivityId == parts[0]);
        var target = definitions is null ? parts[0] : wait?.Id ?? parts[0];
        if (wait is { Kind: WaitKind.Timer }) Now = wait.DueAt!.Value > Now ? wait.DueAt.Value : Now;
        return wait?.Kind switch
        {
            WaitKind.Timer => new TimerFired(id, target),
            WaitKind.Event => new EventReceived(id, wait.EventName!, parts.Length > 1 ? Values.OfJson(parts[1]) : Values.Null),
            WaitKind.Child => new ChildFinished(id, target, Values.Null),
            WaitKind.Task or null => new TaskCompleted(id, target, parts.Length > 1 ? Result(parts[1]) : Values.Null),
        };
    }

    private static JsonElement Result(string text) => text.StartsWith('{') ? Values.OfJson(text) : Values.Of(text);
}
