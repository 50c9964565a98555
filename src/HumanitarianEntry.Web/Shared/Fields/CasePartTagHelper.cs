using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static HumanitarianEntry.Web.Shared.Fields.FieldParts;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>
/// One part of a case: &lt;case-part id="identity" title="Identity" holds="Born 1998; 3 papers"&gt;. A page with many parts sets <see cref="Folded"/> in its view data:
/// its parts then open on demand and the page is its own table of contents.
/// </summary>
[HtmlTargetElement("case-part")]
public sealed class CasePartTagHelper : TagHelper
{
    public const string Folded = "Folded";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Id { get; set; } = "";
    public string Title { get; set; } = "";

    /// <summary>What stands inside, in a few words; shown while the part is folded.</summary>
    public string? Holds { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData[Folded] is not true)
        {
            output.TagName = "section";
            output.PreContent.AppendHtml(Tag("h2", Title, ("id", Id)));
            return;
        }

        output.TagName = "details";
        output.Attributes.SetAttribute("class", "part");
        var summary = Tag("summary");
        summary.InnerHtml.AppendHtml(Tag("h2", Title));
        if (Holds is not null)
            summary.InnerHtml.AppendHtml(Tag("span", Holds, ("class", "meta")));
        output.PreContent.AppendHtml(summary).AppendHtml($"<div id=\"{Id}\">");
        output.PostContent.AppendHtml("</div>");
    }
}
