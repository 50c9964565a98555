using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>Small parts that staff forms share.</summary>
public static class FormParts
{
    /// <summary>A single box to tick over a <c>bool</c>.</summary>
    public static IReadOnlyList<Choice> Tick(string text) => [new Choice(bool.TrueString, text)];

    /// <summary>Answers of a list in which nothing is chosen at first.</summary>
    public static IReadOnlyList<Choice> WithBlank(IReadOnlyList<Choice> choices, string? blank = null) => [new Choice(string.Empty, blank ?? S("Choose")), .. choices];

    /// <summary>The date as far as it is known; null when nothing was typed.</summary>
    public static PartialDate? ToDate(this PartialDateForm? form) => form?.Iso is { } iso ? PartialDate.Parse(iso) : null;

    public static string? Clean(this string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>At least the year must be known.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateNeededAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is PartialDateForm { IsEmpty: false };
}
