using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>Child runs: begun, ended and closed in the burst of their parent (design: engine rule S15).</summary>
internal sealed partial class Burst
{
    private const int MostChildren = 100;

    /// <summary>Steps of this burst at which a child ended as soon as it began.</summary>
    private readonly HashSet<string> endedAtOnce = new(StringComparer.Ordinal);

    /// <summary>How long a wait's id may be where hosts store it, and room for its number.</summary>
    private const int LongestId = 128 - 8;

    /// <summary>A child run has ended: its outcome is the result of the wait, and the parent goes on. It may do so while paused: what moved the child was allowed to.</summary>
    public void EndChild(string childId, RunState ended)
    {
        State = State with { Children = State.Children.Remove(childId), KeptEvents = ended.KeptEvents };
        if (State.Waits.FirstOrDefault(open => open.Id == childId) is not { } wait) return;
        CloseWait(wait, ClosedBecause.Completed);
        try
        {
            AssignResult(((DispatchWorkflowActivity)plan.Activities[wait.ActivityId]).ResultVariableId, Values.Of(ended.Outcome));
            Send(wait.ActivityId, Activity.Done);
        }
        catch (ExpressionException unfit)
        {
            Raise(wait.ActivityId, "expression", unfit.Message);
        }
    }

    private void Dispatch(DispatchWorkflowActivity dispatch)
    {
        var input = Evaluate(dispatch.Input);
        if (ancestry is null) Request(dispatch, input);
        else Begin(dispatch, Born(dispatch, input, ancestry));
    }

    /// <summary>A run outside a family asks its host for the child.</summary>
    private void Request(DispatchWorkflowActivity dispatch, JsonElement input)
    {
        var wait = dispatch.WaitForCompletion ? ChildWait(dispatch, NextId(dispatch.Id)) : null;
        if (wait is not null) Open(wait);
        effects.Add(new ChildRequested(wait?.Id, dispatch.DefinitionId, input));
        if (wait is null) Send(dispatch.Id, Activity.Done);
    }

    private void Begin(DispatchWorkflowActivity dispatch, Advance born)
    {
        var isOver = born.State.Status == RunStatus.Finished;
        // The second time the loop around it has waited for nobody: no rule for one definition can see that, because the child may be published later.
        if (isOver && !endedAtOnce.Add(dispatch.Id)) throw new ChildException("child-at-once", $"'{dispatch.DefinitionId}' ended at once again: the loop around this step waits for nobody; put a task, an event or a delay on it");
        if (isOver && dispatch.WaitForCompletion) AssignResult(dispatch.ResultVariableId, Values.Of(born.State.Outcome));
        var id = NextId(dispatch.Id);
        State = State with
        {
            KeptEvents = born.State.KeptEvents,
            Children = isOver ? State.Children : State.Children.Add(id, born.State with { KeptEvents = [] }),
        };
        if (!isOver && dispatch.WaitForCompletion) Open(ChildWait(dispatch, id));
        effects.AddRange(ChildEffects.Of(id, born.Effects));
        if (isOver || !dispatch.WaitForCompletion) Send(dispatch.Id, Activity.Done);
    }

    private Advance Born(DispatchWorkflowActivity dispatch, JsonElement input, Ancestry above)
    {
        var wanted = dispatch.DefinitionId;
        if (wanted == definition.DefinitionId || above.Above.Contains(wanted, StringComparer.Ordinal))
            throw new ChildException("child-circle", $"'{wanted}' is running above already: runs would start each other without end");
        if (State.Children.Count >= MostChildren)
            throw new ChildException("too-many-children", $"{MostChildren} child runs are running already");
        var child = above.Definitions.Newest(wanted) ?? throw new ChildException("child-missing", $"there is no published version of '{wanted}'");
        var below = above.Under(definition, PeekId(dispatch.Id));
        if (below.Path.Length + child.Activities.Keys.Max(id => id.Length) > LongestId)
            throw new ChildException("child-too-deep", $"the waits of '{wanted}' would get ids of more than {LongestId} characters ('{below.Path}...'); shorten the ids on the way or start it further up");
        // Kept events and pauses are those of the whole family; the child borrows them for its burst.
        var seed = new RunSeed { CorrelationId = State.CorrelationId, Pauses = State.Pauses, KeptEvents = State.KeptEvents };
        try
        {
            return Interpreter.Begin(child, InputsFrom(input), now, seed, below);
        }
        catch (Exception impossible) when (impossible is DefinitionException or RunException)
        {
            throw new ChildException("child-invalid", $"a run of '{child.VersionId}' cannot start: {impossible.Message}");
        }
    }

    private static Dictionary<string, JsonElement> InputsFrom(JsonElement input) => input.ValueKind switch
    {
        JsonValueKind.Object => input.EnumerateObject().ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal),
        JsonValueKind.Undefined or JsonValueKind.Null => new Dictionary<string, JsonElement>(StringComparer.Ordinal),
        JsonValueKind.String when input.GetString() is "" => new Dictionary<string, JsonElement>(StringComparer.Ordinal),
        _ => throw new ChildException("child-input", "the input of a child run is an object with one field for each input"),
    };

    private void CloseChild(string childId, ClosedBecause because)
    {
        if (!State.Children.TryGetValue(childId, out var child)) return;
        State = State with { Children = State.Children.Remove(childId) };
        effects.AddRange(ChildEffects.Closing(childId, child, because));
    }

    private Wait ChildWait(DispatchWorkflowActivity dispatch, string id) =>
        new() { Id = id, ActivityId = dispatch.Id, Kind = WaitKind.Child, OpenedAt = now, ChildDefinitionId = dispatch.DefinitionId };
}
