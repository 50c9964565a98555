using System.Text;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.WebTests.StaffTexts;

/// <summary>Reads from source text which English sentences staff can meet: the literals in S, H, N, Counted, blockers, form rules and navigation.</summary>
internal static partial class SentenceScan
{
    /// <summary>The keys of all sentences in one file, as the staff texts write them; a plural stands once, without its form.</summary>
    public static IEnumerable<string> In(string source)
    {
        foreach (Match call in Call().Matches(source))
        {
            var name = call.Groups["name"].Value;
            var arguments = Arguments(source, call.Index + call.Length);
            switch (name)
            {
                case "Counted":
                    yield return $"{arguments[1].Single()}|{arguments[2].Single()}";
                    break;
                case "Blocker":
                    foreach (var sentence in arguments.Skip(1).SelectMany(a => a))
                    {
                        yield return sentence;
                    }

                    break;
                default:
                    foreach (var sentence in arguments[0])
                    {
                        yield return sentence;
                    }

                    break;
            }
        }
    }

    /// <summary>The literals of each argument, not those deeper in calls or in the holes of a literal.</summary>
    private static List<List<string>> Arguments(string source, int at)
    {
        List<List<string>> arguments = [[]];
        for (int depth = 0, i = at; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when depth == 0:
                    return arguments;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case ',' when depth == 0:
                    arguments.Add([]);
                    break;
                case '+' when depth == 0 && arguments[^1].Count > 0:
                    throw new InvalidOperationException($"A sentence must be one literal: {source.AsSpan(at, Math.Min(120, source.Length - at))}");
                case '\'':
                    i = source[i + 1] == '\\' ? i + 3 : i + 2;
                    break;
                case '"':
                    var (text, end) = Literal(source, i, source[i - 1] == '$');
                    if (depth == 0)
                    {
                        arguments[^1].Add(text);
                    }

                    i = end;
                    break;
                default:
                    break;
            }
        }

        throw new InvalidOperationException($"A call does not end: {source.AsSpan(at, Math.Min(120, source.Length - at))}");
    }

    /// <summary>The text of a literal that begins with the quotation mark at <paramref name="at"/>, holes numbered, and where it ends.</summary>
    private static (string Text, int End) Literal(string source, int at, bool interpolated)
    {
        var text = new StringBuilder();
        var holes = 0;
        for (var i = at + 1; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '"':
                    return (text.ToString(), i);
                case '\\':
                    text.Append(source[++i] switch { 'n' => '\n', var sign => sign });
                    break;
                case '{' when interpolated && source[i + 1] == '{':
                case '}' when interpolated && source[i + 1] == '}':
                    text.Append(source[i++]);
                    break;
                case '{' when interpolated:
                    text.Append('{').Append(holes++).Append('}');
                    i = EndOfHole(source, i);
                    break;
                case var sign:
                    text.Append(sign);
                    break;
            }
        }

        throw new InvalidOperationException("A literal does not end.");
    }

    private static int EndOfHole(string source, int at)
    {
        for (int depth = 0, i = at; i < source.Length; i++)
        {
            switch (source[i])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return i;
                case '"':
                    i = Literal(source, i, source[i - 1] == '$').End;
                    break;
                default:
                    break;
            }
        }

        throw new InvalidOperationException("A hole does not end.");
    }

    [GeneratedRegex("""
        (?<![\w.])(?<name>S|H|N|Counted)\((?=\s*[^\s)])
        | StaffWords\.(?<name>S|H|N|Counted)\(
        | Sentence\.(?<name>Of)\(
        | new\ (?<name>Blocker)\(
        | (?<name>Blocker)\ \w+(\([^()]*\))?\ =>?\ new\(
        | (?<name>ErrorMessage)\ =\ (?=")
        | [\[\s](?<name>Nav)\((?=")
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
