using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>
/// One question: label, hint, error and control, tied together for screen readers.
/// &lt;field for="Story" label="…" hint="…" kind="TextArea" rows="8"/&gt;; questions with answers take items="…".
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public FieldKind Kind { get; set; }
    public IReadOnlyList<Choice> Items { get; set; } = [];
    public int Rows { get; set; } = 5;
    public string? Autocomplete { get; set; }
    public string? Accept { get; set; }
    public int? MaxLength { get; set; }

    /// <summary>The question is the only one of its page: its label is the page's heading.</summary>
    public bool Heading { get; set; }

    /// <summary>The question above answers to tick or choose is for screen readers alone: what stands around it says it to the eye.</summary>
    public bool Quiet { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var field = FieldState.Of(ViewContext, For);
        bool group = Kind is FieldKind.Choice or FieldKind.Checkboxes;
        output.TagName = group ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "field" : "field field-wrong");
        if (group && field.DescribedBy(Hint) is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);

        output.Content.AppendHtml(group ? FieldParts.Legend(Label, Heading, Quiet) : FieldParts.Label(field.Id, Label, Heading));
        FieldParts.AppendHintAndError(output.Content, field, Hint);
        FieldControls.Append(output.Content, this, field);
    }
}

/// <summary>What the page knows about one field: its name, id, typed value and error.</summary>
public sealed record FieldState(string Name, string Id, IReadOnlyList<string> Values, string? Error)
{
    public string Value => Values.Count > 0 ? Values[0] : "";

    public static FieldState Of(ViewContext view, ModelExpression expression) => Of(view, expression.Name, expression.Model);

    public static FieldState Of(ViewContext view, string expression, object? model)
    {
        string name = view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression);
        var entry = view.ViewData.ModelState[name];
        var values = entry?.RawValue switch
        {
            string[] several => several,
            string one => [one],
            _ => ValuesOf(model),
        };
        return new(name, TagBuilder.CreateSanitizedId(name, "_"), values, entry?.Errors.FirstOrDefault()?.ErrorMessage);
    }

    public string? DescribedBy(string? hint)
    {
        string ids = string.Join(' ', new[] { hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error" }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    private static string[] ValuesOf(object? model) => model switch
    {
        null => [],
        string text => [text],
        System.Collections.IEnumerable several => [.. several.Cast<object?>().Select(Write)],
        _ => [Write(model)],
    };

    private static string Write(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
