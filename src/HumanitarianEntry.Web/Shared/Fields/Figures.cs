using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HumanitarianEntry.Web.Shared.Fields;

internal static class Figures
{
    /// <summary>A drawing built of elements, so that every word in it is encoded.</summary>
    public static IHtmlContent Figure(this IHtmlHelper html, XElement drawing)
    {
        ArgumentNullException.ThrowIfNull(html);
        return new HtmlString(drawing.ToString(SaveOptions.DisableFormatting));
    }
}
