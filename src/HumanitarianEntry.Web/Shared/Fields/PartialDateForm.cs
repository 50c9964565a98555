using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>A date as well as it is known: a year, a month of a year, or a day. All three empty means not answered.</summary>
public sealed record PartialDateForm : IValidatableObject
{
    public int? Day { get; init; }
    public int? Month { get; init; }
    public int? Year { get; init; }

    /// <summary>Filled in with what is known.</summary>
    public static PartialDateForm Of(PartialDate? known) => new() { Day = known?.Day, Month = known?.Month, Year = known?.Year };

    public bool IsEmpty => Day is null && Month is null && Year is null;

    /// <summary>“2024”, “2024-03” or “2024-03-05”; null while nothing or something impossible was typed.</summary>
    public string? Iso => IsEmpty || FaultKey() is not null ? null : (Month, Day) switch
    {
        (null, _) => $"{Year:0000}",
        (_, null) => $"{Year:0000}-{Month:00}",
        _ => $"{Year:0000}-{Month:00}-{Day:00}",
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FaultKey() is { } key)
            yield return new(validationContext.GetRequiredService<Texts.Texts>()[key], [nameof(Day)]);
    }

    private string? FaultKey() => this switch
    {
        { IsEmpty: true } => null,
        { Year: null } => "error.date.year",
        { Year: < 1900 or > 2100 } => "error.date.year-four-digits",
        { Month: null, Day: not null } => "error.date.month",
        { Month: < 1 or > 12 } => "error.date.month-range",
        { Day: < 1 } => "error.date.no-such-day",
        { Day: { } day, Month: { } month, Year: { } year } when day > DateTime.DaysInMonth(year, month) => "error.date.no-such-day",
        _ => null,
    };
}
