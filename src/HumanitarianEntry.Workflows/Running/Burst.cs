using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Graphs;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>One unbroken movement of tokens from a stimulus to the next waits. Tokens move first in, first out.</summary>
internal sealed partial class Burst(WorkflowDefinition definition, RunState state, DateTimeOffset now, Ancestry? ancestry) : IExpressionScope
{
    private const int MostSteps = 10_000;
    private readonly FlowPlan plan = definition.Plan;
    private readonly Queue<Token> tokens = new();
    private readonly HashSet<string> touchedBoxes = new(StringComparer.Ordinal);
    private readonly List<Effect> effects = [];

    private sealed record Token(string Target, string? ConnectionKey);

    public RunState State { get; private set; } = state;

    public IReadOnlyList<Effect> Effects => effects;

    string? IExpressionScope.CorrelationId => State.CorrelationId;

    public void Enter(FlowGraph graph) => tokens.Enqueue(new Token(graph.Entry!.Id, ConnectionKey: null));

    /// <summary>Puts one token on each arrow of the port (design: engine rule S2).</summary>
    public void Send(string activityId, string port)
    {
        foreach (var box in plan.BoxesAround(activityId)) touchedBoxes.Add(box);
        foreach (var connection in plan.GraphOf(activityId).From(activityId, port))
            tokens.Enqueue(new Token(connection.Target, connection.Key));
    }

    /// <summary>Runs until every token has come to a wait, and closes boxes in which nothing waits any more.</summary>
    public void Settle()
    {
        var steps = 0;
        while (State.Status == RunStatus.Running)
        {
            if (tokens.TryDequeue(out var token))
            {
                if (++steps > MostSteps) throw new RunException($"the definition {definition.VersionId} moves without ever waiting (last at '{token.Target}')");
                Take(token);
            }
            else if (!CloseQuietBox())
            {
                break;
            }
        }
        if (State.Status == RunStatus.Running && State.Waits.IsEmpty && State.Incidents.IsEmpty)
            Raise(activityId: null, "stalled", "nothing is waited for and no Finish was reached");
    }

    /// <summary>Does what the activity is for; what cannot be done becomes an incident, and its neighbours go on (design: engine rule S9).</summary>
    public void Run(Activity activity)
    {
        foreach (var box in plan.BoxesAround(activity.Id)) touchedBoxes.Add(box);
        try
        {
            Execute(activity);
        }
        catch (ExpressionException impossible)
        {
            Raise(activity.Id, "expression", impossible.Message);
        }
        catch (ChildException impossible)
        {
            Raise(activity.Id, impossible.Code, impossible.Message);
        }
    }

    public void Assign(string? variableId, JsonElement value)
    {
        if (variableId is null) return;
        var variable = definition.VariableById(variableId) ?? throw new ExpressionException($"there is no variable with id '{variableId}'");
        State = State with { Variables = State.Variables.SetItem(variable.Name, Values.Fit(value, variable)) };
    }

    /// <summary>Stores what a wait brought, in the shape in which the drawing reads it: a plain word becomes <c>{"outcome": word}</c> where only that is looked at.</summary>
    public void AssignResult(string? variableId, JsonElement result)
    {
        // A completion without any result leaves the variable as it was.
        if (variableId is null || result.ValueKind == JsonValueKind.Undefined) return;
        var isWord = result.ValueKind == JsonValueKind.String;
        var name = definition.VariableById(variableId)?.Name;
        var wantsObject = isWord && name is not null && plan.Uses.TryGetValue(name, out var use) && use.WantsOutcomeObject;
        Assign(variableId, wantsObject ? Outcome.ObjectOf(result) : result);
    }

    public JsonElement Variable(string name) =>
        State.Variables.TryGetValue(name, out var value) ? value : throw new ExpressionException($"there is no variable '{name}'");

    public JsonElement Input(string name) =>
        !definition.Inputs.Contains(name) ? throw new ExpressionException($"there is no input '{name}'") : State.Inputs.GetValueOrDefault(name, Values.Null);

    private void Take(Token token)
    {
        var activity = plan.Activities[token.Target];
        if (activity is FlowJoinActivity join) Arrive(join, token.ConnectionKey!);
        else Run(activity);
    }

    private void Execute(Activity activity)
    {
        switch (activity)
        {
            case FinishActivity finish:
                Finish(finish);
                break;
            case FlowDecisionActivity decision:
                Send(decision.Id, IsTrue(decision.Condition) ? "True" : "False");
                break;
            case FlowSwitchActivity choice:
                Send(choice.Id, choice.Cases.FirstOrDefault(each => IsTrue(each.Condition))?.Label ?? FlowSwitchActivity.Default);
                break;
            case FlowForkActivity fork:
                StartRound(fork);
                break;
            case FlowNodeActivity box:
                touchedBoxes.Add(box.Id);
                Enter(plan.BodyOf(box.Id));
                break;
            case FaultActivity fault:
                Raise(fault.Id, fault.Code, fault.Message);
                break;
            case UnknownActivity unknown:
                Raise(unknown.Id, "unknown-activity", $"'{unknown.Type}' cannot be run");
                break;
            case DispatchWorkflowActivity dispatch:
                Dispatch(dispatch);
                break;
            case { Waits: true }:
                OpenWait(activity);
                break;
            default:
                Pass(activity);
                Send(activity.Id, Activity.Done);
                break;
        }
    }

    private void Pass(Activity activity)
    {
        switch (activity)
        {
            case StartActivity:
                break;
            case SetVariableActivity set:
                Assign(set.VariableId, Evaluate(set.Value));
                break;
            case CorrelateActivity correlate:
                // A run that was given nothing to correlate by stays without, as on Elsa.
                var correlation = Evaluate(correlate.CorrelationId);
                if (!Values.IsNothing(correlation)) State = State with { CorrelationId = Text(correlation) };
                break;
            case PublishEventActivity publish:
                effects.Add(new EventPublished(publish.EventName, Evaluate(publish.Payload)));
                break;
            default:
                throw new RunException($"no rule for activities of type {activity.Type}");
        }
    }

    private void Finish(FinishActivity finish) => End(finish.OutcomeVariable is { } name ? Outcome.WordOf(Variable(name)) : finish.Outcome);

    /// <summary>Closes everything that is open (design: engine rule S7).</summary>
    public void End(string outcome)
    {
        foreach (var wait in State.Waits) CloseWait(wait, ClosedBecause.RunFinished);
        foreach (var incident in State.Incidents) CloseIncident(incident, ClosedBecause.RunFinished);
        foreach (var child in State.Children.Keys) CloseChild(child, ClosedBecause.RunFinished);
        tokens.Clear();
        // Early events belong to the whole family: whoever stands above takes them back.
        State = State with { Status = RunStatus.Finished, Outcome = outcome, Joins = [], Pauses = [] };
        effects.Add(new RunFinished(outcome));
    }

    private bool IsTrue(Expression condition) => ExpressionEvaluator.IsTruthy(Evaluate(condition));

    private JsonElement Evaluate(Expression expression) => Values.Settled(ExpressionEvaluator.Evaluate(expression, this));

    private string EvaluateText(Expression expression) => Text(Evaluate(expression));

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new ExpressionException($"a text is needed, not {value.ValueKind}");

    private TimeSpan EvaluateDelay(Expression expression)
    {
        var text = EvaluateText(expression);
        if (!TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var delay) || delay <= TimeSpan.Zero)
            throw new ExpressionException("the delay is not a time span above zero in the form d.hh:mm:ss");
        return delay;
    }

    private DateTimeOffset EvaluateInstant(Expression expression)
    {
        var text = EvaluateText(expression);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new ExpressionException("the time to start at is not an instant");
    }
}
