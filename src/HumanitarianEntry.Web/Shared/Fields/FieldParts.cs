using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>Label, hint and error of a field. All words pass the encoder.</summary>
public static class FieldParts
{
    public static TagBuilder Tag(string name, string? text = null, params (string Name, string? Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                tag.Attributes[attribute] = value;
        }

        if (text is not null)
            tag.InnerHtml.Append(text);
        return tag;
    }

    public static TagBuilder Label(string id, string text, bool heading)
    {
        var label = Tag("label", text, ("for", id));
        return heading ? Wrap("h1", label) : label;
    }

    public static TagBuilder Legend(string text, bool heading, bool quiet = false) => heading ? Wrap("legend", Tag("h1", text)) : Tag("legend", text, ("class", quiet ? "for-readers" : null));

    public static void AppendHintAndError(IHtmlContentBuilder content, FieldState field, string? hint)
    {
        if (hint is not null)
            content.AppendHtml(Tag("p", hint, ("class", "hint"), ("id", $"{field.Id}-hint")));
        if (field.Error is not null)
            content.AppendHtml(Tag("p", field.Error, ("class", "error"), ("id", $"{field.Id}-error")));
    }

    private static TagBuilder Wrap(string name, TagBuilder inner)
    {
        var outer = new TagBuilder(name);
        outer.InnerHtml.AppendHtml(inner);
        return outer;
    }
}
