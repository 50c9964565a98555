namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>One answer a person may choose.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>The form control a question is asked with.</summary>
public enum FieldKind
{
    Text,
    TextArea,
    Number,
    Password,
    Digits,
    Choice,
    Checkboxes,
    Select,
    File,
}
