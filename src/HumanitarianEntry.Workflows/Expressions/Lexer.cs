using System.Text;

namespace HumanitarianEntry.Workflows.Expressions;

internal enum LexemeKind
{
    Text,
    Number,
    Name,
    Sign,
    End,
}

internal readonly record struct Lexeme(LexemeKind Kind, string Text, int At);

/// <summary>Cuts an expression into words and signs.</summary>
internal static class Lexer
{
    // "===" and "=" are left out on purpose: one is not in the grammar, the other would assign.
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "."];

    public static List<Lexeme> Read(string text)
    {
        var found = new List<Lexeme>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var lexeme = ReadOne(text, at, out var length);
            found.Add(lexeme);
            at += length;
        }
        found.Add(new Lexeme(LexemeKind.End, string.Empty, text.Length));
        return found;
    }

    private static Lexeme ReadOne(string text, int at, out int length)
    {
        var first = text[at];
        if (first is '"' or '\'') return ReadText(text, at, out length);
        if (char.IsAsciiDigit(first) || (first == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            length = end - at;
            var number = text[at..end];
            if (number.EndsWith('.') || number.Count(sign => sign == '.') > 1) throw new ExpressionException($"'{number}' at {at + 1} is not a number");
            return new Lexeme(LexemeKind.Number, number, at);
        }
        if (char.IsAsciiLetter(first) || first is '_' or '$')
        {
            var last = at + 1;
            while (last < text.Length && (char.IsAsciiLetterOrDigit(text[last]) || text[last] is '_' or '$')) last++;
            length = last - at;
            return new Lexeme(LexemeKind.Name, text[at..last], at);
        }
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0) continue;
            if (sign is "==" or "!=" && at + 2 < text.Length && text[at + 2] == '=') break;
            length = sign.Length;
            return new Lexeme(LexemeKind.Sign, sign, at);
        }
        throw new ExpressionException($"'{first}' at {at + 1} is not allowed in an expression");
    }

    private static Lexeme ReadText(string text, int at, out int length)
    {
        var content = new StringBuilder();
        for (var next = at + 1; next < text.Length; next++)
        {
            if (text[next] == text[at])
            {
                length = next - at + 1;
                return new Lexeme(LexemeKind.Text, content.ToString(), at);
            }
            if (text[next] != '\\')
            {
                content.Append(text[next]);
                continue;
            }
            next++;
            if (next >= text.Length || text[next] is not ('\\' or '"' or '\'')) throw new ExpressionException($"only \\\\ and quotes may be escaped (at {next})");
            content.Append(text[next]);
        }
        throw new ExpressionException($"the text at {at + 1} has no closing quote");
    }
}
