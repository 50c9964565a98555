using System.Text.RegularExpressions;

namespace HumanitarianEntry.WebTests.StaffTexts;

/// <summary>English words in a view that no language can replace: text between tags and in attributes that people read, without @.</summary>
internal static partial class BareText
{
    public static IEnumerable<string> In(string view)
    {
        var markup = Expression().Replace(Directive().Replace(Comment().Replace(view, string.Empty), string.Empty), "@");
        return Between().Matches(markup).Concat(Attribute().Matches(markup)).Select(match => match.Groups["text"].Value.Trim()).Where(text => Word().IsMatch(text) && !Unit().IsMatch(text) && !text.Contains("))", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(@(using|inject|model|addTagHelper)\b|//).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    // @name.Member(…)[…] and @(…), with two levels of parentheses, as they stand in views.
    [GeneratedRegex("""@(\w[\w.]*(<[\w.]+>)?)?(\((?>[^()"]|"(\\.|[^"\\])*"|\((?>[^()"]|"(\\.|[^"\\])*"|\([^()]*\))*\))*\)|\[[^\]]*\]|\??\.\w+|!)*""", RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();

    [GeneratedRegex(@">(?<text>[^<>{};=]+)<(?=[/a-z!])", RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex("""\s(label|hint|legend|title|key|aria-label|placeholder|alt|data-label|caption|heading|data-failed)="(?<text>[^"]+)"(?=[^<]*>)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"[A-Za-z]{3}")]
    private static partial Regex Word();

    // Names of things that are the same in every language.
    [GeneratedRegex(@"^@*\s*(ID-[A-DX]|UTC|SHA-256|CSV|PDF|JSON|DEMO|MRZ)?[\s@.,:]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Unit();
}
