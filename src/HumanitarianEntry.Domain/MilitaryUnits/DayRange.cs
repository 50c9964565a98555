using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>Days from the first to the last, both counted.</summary>
public sealed record DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>Everything that two partial dates can mean; without a date the range is open on that side.</summary>
    public static DayRange Of(PartialDate? from, PartialDate? to) => new(from?.Earliest ?? DateOnly.MinValue, to?.Latest ?? DateOnly.MaxValue);

    public bool Meets(DayRange other) => First <= other.Last && other.First <= Last;

    public bool Covers(DayRange other) => First <= other.First && other.Last <= Last;

    /// <summary>The days that both have; null where they do not meet.</summary>
    public DayRange? With(DayRange other) => Meets(other) ? new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last) : null;
}
