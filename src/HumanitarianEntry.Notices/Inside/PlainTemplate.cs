using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace HumanitarianEntry.Notices.Inside;

/// <summary>
/// One line of plain text with <c>{{names}}</c> to fill in. The rest of the template language is refused: no blocks, no helpers, no raw output.
/// Values are put in as they are; the page that shows the text escapes it, once.
/// </summary>
internal sealed partial class PlainTemplate
{
    private const int LongestValue = 300;

    private static readonly IHandlebars PlainText = Handlebars.Create(new HandlebarsConfiguration
    {
        NoEscape = true, ThrowOnUnresolvedBindingExpression = true, FormatProvider = CultureInfo.InvariantCulture,
    });

    // Compiled when first used: four languages have a thousand of them, and a start must not wait for all.
    private readonly Lazy<HandlebarsTemplate<object, object>> compiled;

    private PlainTemplate(string text, IReadOnlySet<string> names)
    {
        compiled = new(() => PlainText.Compile(text));
        Text = text;
        Names = names;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>What must be given to <see cref="Render"/>.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <returns>Null and the reason when the text is no plain template.</returns>
    public static PlainTemplate? Parse(string text, out string? fault)
    {
        string rest = Name().Replace(text, string.Empty);
        fault = rest.Contains('{', StringComparison.Ordinal) || rest.Contains('}', StringComparison.Ordinal) ? "may use {{name}} only"
            : string.IsNullOrWhiteSpace(text) ? "is empty"
            : text.Any(char.IsControl) ? "must be one line"
            : null;
        return fault is not null
            ? null
            : new PlainTemplate(text, Name().Matches(text).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal));
    }

    /// <exception cref="ArgumentException">A value is missing, too long or has control characters. Its name is told, never its content.</exception>
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        Dictionary<string, object> used = new(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            if (!values.TryGetValue(name, out string? value) || string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentException($"The text needs a value for '{name}'.", nameof(values));
            }

            if (value.Length > LongestValue || value.Any(char.IsControl))
            {
                throw new ArgumentException($"The value for '{name}' is too long or carries control characters.", nameof(values));
            }

            used[name] = value;
        }

        return compiled.Value(used);
    }

    [GeneratedRegex(@"(?<!\{)\{\{(?<name>[a-zA-Z]+)\}\}(?!\})", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
