using System.Globalization;
using System.Text.Json;

namespace HumanitarianEntry.Workflows.Expressions;

/// <summary>Reads the part of JavaScript of design: engine 10.3. Anything else is refused with its position.</summary>
public sealed class ExpressionParser
{
    private const int DeepestNesting = 64;
    private readonly List<Lexeme> lexemes;
    private int position;
    private int depth;

    private ExpressionParser(string text) => lexemes = Lexer.Read(text);

    private Lexeme Current => lexemes[position];

    /// <exception cref="ExpressionException">The text is outside the grammar.</exception>
    public static Expression Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var expression = parser.ReadOr();
        if (parser.Current.Kind != LexemeKind.End) throw parser.Unexpected("the end");
        return expression;
    }

    private Expression ReadOr()
    {
        if (++depth > DeepestNesting) throw new ExpressionException("nested too deeply");
        var left = ReadAnd();
        while (Take("||")) left = new BinaryExpression(BinaryOperator.Or, left, ReadAnd());
        depth--;
        return left;
    }

    private Expression ReadAnd()
    {
        var left = ReadEquality();
        while (Take("&&")) left = new BinaryExpression(BinaryOperator.And, left, ReadEquality());
        return left;
    }

    private Expression ReadEquality()
    {
        var left = ReadComparison();
        while (true)
        {
            if (Take("==")) left = new BinaryExpression(BinaryOperator.Equal, left, ReadComparison());
            else if (Take("!=")) left = new BinaryExpression(BinaryOperator.NotEqual, left, ReadComparison());
            else return left;
        }
    }

    private Expression ReadComparison()
    {
        var left = ReadNot();
        while (true)
        {
            if (Take("<=")) left = new BinaryExpression(BinaryOperator.LessOrEqual, left, ReadNot());
            else if (Take(">=")) left = new BinaryExpression(BinaryOperator.GreaterOrEqual, left, ReadNot());
            else if (Take("<")) left = new BinaryExpression(BinaryOperator.Less, left, ReadNot());
            else if (Take(">")) left = new BinaryExpression(BinaryOperator.Greater, left, ReadNot());
            else return left;
        }
    }

    private Expression ReadNot()
    {
        if (!Take("!")) return ReadMember();
        if (++depth > DeepestNesting) throw new ExpressionException("nested too deeply");
        var operand = ReadNot();
        depth--;
        return new NotExpression(operand);
    }

    private Expression ReadMember()
    {
        var target = ReadPrimary();
        while (Take(".")) target = new MemberExpression(target, Expect(LexemeKind.Name, "a member name"));
        return target;
    }

    private Expression ReadPrimary()
    {
        if (Take("("))
        {
            var inner = ReadOr();
            Require(")");
            return inner;
        }
        var lexeme = Current;
        position++;
        return lexeme.Kind switch
        {
            LexemeKind.Text => new LiteralExpression(Values.Of(lexeme.Text)),
            LexemeKind.Number => new LiteralExpression(JsonSerializer.SerializeToElement(double.Parse(lexeme.Text, NumberStyles.Float, CultureInfo.InvariantCulture))),
            LexemeKind.Name => ReadName(lexeme),
            LexemeKind.Sign or LexemeKind.End => throw Unexpected("a value", lexeme),
        };
    }

    private Expression ReadName(Lexeme name) => name.Text switch
    {
        "true" => new LiteralExpression(Values.True),
        "false" => new LiteralExpression(Values.False),
        "null" => new LiteralExpression(Values.Null),
        "getVariable" => new VariableExpression(ReadNameArgument()),
        "getInput" => new InputExpression(ReadNameArgument()),
        "getCorrelationId" => ReadCorrelationId(),
        _ => throw new ExpressionException($"'{name.Text}' at {name.At + 1} is not known here; only getVariable, getInput and getCorrelationId may be called"),
    };

    private CorrelationIdExpression ReadCorrelationId()
    {
        Require("(");
        Require(")");
        return new CorrelationIdExpression();
    }

    private string ReadNameArgument()
    {
        Require("(");
        var name = Expect(LexemeKind.Text, "a name in quotes");
        Require(")");
        return name;
    }

    private bool Take(string sign)
    {
        if (Current.Kind != LexemeKind.Sign || Current.Text != sign) return false;
        position++;
        return true;
    }

    private void Require(string sign)
    {
        if (!Take(sign)) throw Unexpected($"'{sign}'");
    }

    private string Expect(LexemeKind kind, string what)
    {
        if (Current.Kind != kind) throw Unexpected(what);
        return lexemes[position++].Text;
    }

    private ExpressionException Unexpected(string wanted) => Unexpected(wanted, Current);

    private static ExpressionException Unexpected(string wanted, Lexeme found) =>
        new($"expected {wanted} at {found.At + 1}, found {(found.Kind == LexemeKind.End ? "the end" : $"'{found.Text}'")}");
}
