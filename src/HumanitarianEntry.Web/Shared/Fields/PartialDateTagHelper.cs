using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static HumanitarianEntry.Web.Shared.Fields.FieldParts;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>A date as well as it is remembered, in three short fields: &lt;partial-date for="LeftOn" label="…"/&gt; over a <see cref="PartialDateForm"/>.</summary>
[HtmlTargetElement("partial-date", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PartialDateTagHelper(Texts.Texts texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string Label { get; set; } = "";
    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var date = (PartialDateForm?)For.Model;
        FieldState[] parts =
        [
            Part(nameof(PartialDateForm.Day), date?.Day),
            Part(nameof(PartialDateForm.Month), date?.Month),
            Part(nameof(PartialDateForm.Year), date?.Year),
        ];
        var whole = FieldState.Of(ViewContext, For);
        whole = whole with { Error = parts.Select(part => part.Error).FirstOrDefault(error => error is not null) ?? whole.Error };
        string hint = Hint ?? texts["date.hint"];

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", whole.Error is null ? "field" : "field field-wrong");
        output.Attributes.SetAttribute("aria-describedby", whole.DescribedBy(hint));
        output.Content.AppendHtml(Legend(Label, heading: false));
        AppendHintAndError(output.Content, whole, hint);

        var row = Tag("div", null, ("class", "date-parts"));
        row.InnerHtml.AppendHtml(Box(parts[0], texts["date.day"], 2)).AppendHtml(Box(parts[1], texts["date.month"], 2)).AppendHtml(Box(parts[2], texts["date.year"], 4));
        output.Content.AppendHtml(row);
    }

    private FieldState Part(string name, int? value) => FieldState.Of(ViewContext, $"{For.Name}.{name}", value);

    private static TagBuilder Box(FieldState part, string label, int digits)
    {
        var input = Tag("input", null, ("type", "text"), ("inputmode", "numeric"), ("id", part.Id), ("name", part.Name), ("value", part.Value),
            ("maxlength", digits.ToString(CultureInfo.InvariantCulture)), ("aria-invalid", part.Error is null ? null : "true"));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var box = Tag("div", null, ("class", digits == 4 ? "date-year" : "date-part"));
        box.InnerHtml.AppendHtml(Tag("label", label, ("for", part.Id))).AppendHtml(input);
        return box;
    }
}
