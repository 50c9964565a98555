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
}
