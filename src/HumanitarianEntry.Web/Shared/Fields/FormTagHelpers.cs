using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static HumanitarianEntry.Web.Shared.Fields.FieldParts;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>All errors of a form on top of the page, each leading to its field: &lt;error-summary/&gt;. Renders nothing while there are none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts.Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (Field: entry.Key, error.ErrorMessage)) ?? [])
            .Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Tag("h2", texts["error.summary"])).AppendHtml(Tag("p", texts["error.nothing-lost"]));
        var list = Tag("ul");
        foreach (var (field, message) in errors)
            list.InnerHtml.AppendHtml(Line(field, message));
        output.Content.AppendHtml(list);
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = Tag("li", field.Length == 0 ? message : null);
        if (field.Length > 0)
            line.InnerHtml.AppendHtml(Tag("a", message, ("href", "#" + TagBuilder.CreateSanitizedId(field, "_"))));
        return line;
    }
}

/// <summary>The idempotency key of the act this form carries out: &lt;act-key/&gt;.</summary>
[HtmlTargetElement("act-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ActKeyTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", ActKey.FieldName);
        output.Attributes.SetAttribute("value", ActKey.New());
    }
}

/// <summary>Answers to check before sending, or facts at a glance: &lt;summary-list&gt; with &lt;summary-row&gt; inside.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "summary");
    }
}

/// <summary>&lt;summary-row key="…" change-href="…"&gt;value&lt;/summary-row&gt;</summary>
[HtmlTargetElement("summary-row", ParentTag = "summary-list")]
public sealed class SummaryRowTagHelper(Texts.Texts texts) : TagHelper
{
    public string Key { get; set; } = "";
    public string? ChangeHref { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.PreContent.AppendHtml(Tag("dt", Key));
        output.PreContent.AppendHtml("<dd>");
        output.PostContent.AppendHtml("</dd>");
        if (ChangeHref is null)
            return;

        var link = Tag("a", texts["action.change"], ("href", ChangeHref));
        link.InnerHtml.AppendHtml(Tag("span", " " + Key, ("class", "for-readers")));
        var action = Tag("dd", null, ("class", "summary-action"));
        action.InnerHtml.AppendHtml(link);
        output.PostContent.AppendHtml(action);
    }
}

/// <summary>One of a few small drawings, always beside words: &lt;icon name="check"/&gt;.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("viewBox", "0 0 20 20");
        output.Attributes.SetAttribute("aria-hidden", "true");
        var path = Tag("path", null, ("d", Drawing(Name)));
        output.Content.AppendHtml(path);
    }

    private static string Drawing(string name) => name switch
    {
        "check" => "M4 10.5l4 4 8-9",
        "warning" => "M10 3l8 14H2zM10 8v4M10 14.2v.3",
        "clock" => "M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 6v4l3 2",
        "leave" => "M12 4h4v12h-4M12 10H3M6 7l-3 3 3 3",
        "note" => "M10 2.5a7.5 7.5 0 100 15 7.5 7.5 0 000-15zM10 9v5M10 6.2v.3",
        "closed" => "M5 5l10 10M15 5L5 15",
        "next" => "M4 10h11M11 5l5 5-5 5",
        "person" => "M10 10a3.2 3.2 0 100-6.4A3.2 3.2 0 0010 10zM3.5 17c.6-3.2 3-5 6.5-5s5.900 1.800 6.500 5",
        _ => throw new InvalidOperationException($"There is no drawing '{name}'."),
    };
}
