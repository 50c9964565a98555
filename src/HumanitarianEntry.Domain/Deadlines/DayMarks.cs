using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>Marks that lie a number of days before a last day. Negative numbers lie after it.</summary>
public static class DayMarks
{
    /// <summary>The nearest mark that is reached on this day; null before the first. What lies between an older mark and this one is passed over.</summary>
    public static int? Reached(DateOnly last, DateOnly today, ImmutableArray<int> marks)
    {
        var left = last.DayNumber - today.DayNumber;
        var reached = marks.Where(mark => left <= mark).Order().Take(1).ToList();
        return reached is [var mark] ? mark : null;
    }

    /// <summary>The mark that somebody must be told on this day: the nearest that is reached, unless it or a nearer one was told.</summary>
    /// <param name="told">The marks that were told.</param>
    public static int? Due(DateOnly last, DateOnly today, ImmutableArray<int> marks, IEnumerable<int> told) =>
        Reached(last, today, marks) is { } mark && !told.Any(given => given <= mark) ? mark : null;

    /// <summary>The beginning of <see cref="Next"/> for days that are on no country's calendar: midnight UTC.</summary>
    /// <param name="told">The marks that were told.</param>
    public static DateTimeOffset? NextAt(DateOnly last, ImmutableArray<int> marks, IEnumerable<int> told) =>
        Next(last, marks, told) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>The next day on which somebody must be told; null when the nearest mark was told.</summary>
    /// <param name="told">The marks that were told.</param>
    public static DateOnly? Next(DateOnly last, ImmutableArray<int> marks, IEnumerable<int> told)
    {
        var lowest = told.DefaultIfEmpty(int.MaxValue).Min();
        var left = marks.Where(mark => mark < lowest).OrderDescending().Take(1).ToList();
        return left is [var mark] ? last.AddDays(-mark) : null;
    }
}
