using System.Text.Json;

namespace HumanitarianEntry.Workflows.Expressions;

/// <summary>A small tree, never code (design: engine 10.3).</summary>
public abstract record Expression;

public sealed record LiteralExpression(JsonElement Value) : Expression;

public sealed record VariableExpression(string Name) : Expression;

public sealed record InputExpression(string Name) : Expression;

public sealed record CorrelationIdExpression : Expression;

public sealed record MemberExpression(Expression Target, string Name) : Expression;

public sealed record NotExpression(Expression Operand) : Expression;

public sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary>Written in a language or with words outside the grammar: readable as a draft, refused by V0, never evaluated.</summary>
public sealed record UnreadableExpression(string Text, string Reason) : Expression;

public enum BinaryOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

/// <summary>An expression that cannot be read, or that has no answer with these values.</summary>
public sealed class ExpressionException(string message) : Exception(message);
