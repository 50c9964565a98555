using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Expressions;

internal static class Walk
{
    /// <summary>The expression and all its parts.</summary>
    public static IEnumerable<Expression> Parts(Expression expression)
    {
        yield return expression;
        IEnumerable<Expression> inner = expression switch
        {
            MemberExpression member => Parts(member.Target),
            NotExpression not => Parts(not.Operand),
            BinaryExpression binary => Parts(binary.Left).Concat(Parts(binary.Right)),
            _ => [],
        };
        foreach (var part in inner) yield return part;
    }

    /// <summary>The expressions that an activity evaluates.</summary>
    public static IEnumerable<Expression> Inputs(Activity activity) => activity switch
    {
        FlowDecisionActivity decision => [decision.Condition],
        FlowSwitchActivity choice => choice.Cases.Select(each => each.Condition),
        SetVariableActivity set => [set.Value],
        CorrelateActivity correlate => [correlate.CorrelationId],
        PublishEventActivity publish => [publish.Payload],
        DelayActivity delay => [delay.TimeSpan],
        StartAtActivity at => [at.Instant],
        DispatchWorkflowActivity dispatch => [dispatch.Input],
        _ => [],
    };
}
