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

    /// <summary>The next day on which somebody must be told; null when the nearest mark was told.</summary>
    /// <param name="told">The marks that were told.</param>
    public static DateOnly? Next(DateOnly last, ImmutableArray<int> marks, IEnumerable<int> told)
    {
        var lowest = told.DefaultIfEmpty(int.MaxValue).Min();
        var left = marks.Where(mark => mark < lowest).OrderDescending().Take(1).ToList();
        return left is [var mark] ? last.AddDays(-mark) : null;
    }
}
