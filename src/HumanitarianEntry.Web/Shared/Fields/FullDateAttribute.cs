using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>The date must name its day. An empty one is refused only where it is <see cref="Needed"/>; impossible dates are the field's own fault to tell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FullDateAttribute : ValidationAttribute
{
    public bool Needed { get; init; }

    public override bool IsValid(object? value) => value switch
    {
        null or PartialDateForm { IsEmpty: true } => !Needed,
        PartialDateForm { Iso: null } => true,
        PartialDateForm { Day: null } => false,
        _ => true,
    };
}

public static class FullDates
{
    /// <summary>The day that was typed; null when none was.</summary>
    public static DateOnly? ToDay(this PartialDateForm? date) =>
        date is { Day: not null, Iso: { } iso } ? DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
