using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static HumanitarianEntry.Web.Shared.Fields.FieldParts;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>The control of each kind of field.</summary>
public static class FieldControls
{
    public static void Append(IHtmlContentBuilder content, FieldTagHelper helper, FieldState field)
    {
        switch (helper.Kind)
        {
            case FieldKind.Text:
                content.AppendHtml(Input(helper, field, "text", null));
                break;
            case FieldKind.Number:
                content.AppendHtml(Input(helper, field, "text", "numeric", "short"));
                break;
            case FieldKind.Digits:
                content.AppendHtml(Input(helper, field, "text", "numeric", "digits"));
                break;
            case FieldKind.Password:
                content.AppendHtml(Input(helper, field with { Values = [] }, "password", null));
                break;
            case FieldKind.File:
                content.AppendHtml(Input(helper, field with { Values = [] }, "file", null));
                break;
            case FieldKind.TextArea:
                content.AppendHtml(TextArea(helper, field));
                break;
            case FieldKind.Select:
                content.AppendHtml(Select(helper, field));
                break;
            case FieldKind.Choice:
                AppendAnswers(content, helper, field, "radio");
                break;
            case FieldKind.Checkboxes:
                AppendAnswers(content, helper, field, "checkbox");
                break;
            default:
                throw new InvalidOperationException($"No control is known for {helper.Kind}.");
        }
    }

    private static TagBuilder Input(FieldTagHelper helper, FieldState field, string type, string? inputMode, string? width = null)
    {
        var input = Described(Tag("input", null, ("type", type), ("inputmode", inputMode), ("class", width), ("accept", helper.Accept)), helper, field);
        if (type is not ("file" or "password"))
            input.Attributes["value"] = field.Value;
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return input;
    }

    private static TagBuilder TextArea(FieldTagHelper helper, FieldState field) =>
        Described(Tag("textarea", "\n" + field.Value, ("rows", helper.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture))), helper, field);

    private static TagBuilder Select(FieldTagHelper helper, FieldState field)
    {
        var select = Described(Tag("select"), helper, field);
        foreach (var item in helper.Items)
            select.InnerHtml.AppendHtml(Tag("option", item.Text, ("value", item.Value), ("selected", field.Values.Contains(item.Value) ? "selected" : null)));
        return select;
    }

    private static void AppendAnswers(IHtmlContentBuilder content, FieldTagHelper helper, FieldState field, string type)
    {
        int number = 0;
        foreach (var item in helper.Items)
        {
            // The first answer carries the field's own id, so that the error summary leads there.
            string id = number++ == 0 ? field.Id : $"{field.Id}-{number}";
            string? hintId = item.Hint is null ? null : $"{id}-about";
            var input = Tag("input", null, ("type", type), ("name", field.Name), ("id", id), ("value", item.Value), ("aria-describedby", hintId),
                ("checked", field.Values.Contains(item.Value) ? "checked" : null));
            input.TagRenderMode = TagRenderMode.SelfClosing;

            var answer = Tag("div", null, ("class", "answer"));
            answer.InnerHtml.AppendHtml(input).AppendHtml(Tag("label", item.Text, ("for", id)));
            if (item.Hint is not null)
                answer.InnerHtml.AppendHtml(Tag("p", item.Hint, ("class", "hint"), ("id", hintId)));
            content.AppendHtml(answer);
        }
    }

    private static TagBuilder Described(TagBuilder control, FieldTagHelper helper, FieldState field)
    {
        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        if (field.DescribedBy(helper.Hint) is { } described)
            control.Attributes["aria-describedby"] = described;
        if (field.Error is not null)
            control.Attributes["aria-invalid"] = "true";
        if (helper.Autocomplete is not null)
            control.Attributes["autocomplete"] = helper.Autocomplete;
        if (helper.MaxLength is { } longest)
            control.Attributes["maxlength"] = longest.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return control;
    }
}
