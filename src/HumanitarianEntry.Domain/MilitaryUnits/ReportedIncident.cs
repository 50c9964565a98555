using System.Collections.Immutable;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>An event that a unit is publicly tied to, taken from the register or reported by hand.</summary>
/// <param name="Units">Numbers of five digits, or names where no number is known.</param>
public sealed record ReportedIncident(string Id, ImmutableList<string> Units, string Place, PartialDate From, PartialDate To, string Type, ImmutableList<string> Sources)
{
    /// <summary>Degrees north; null where the place is not known so well.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>Somebody of weight denies it, or that these units took part.</summary>
    public bool Contested { get; init; }

    /// <summary>Version of the register that it was taken from; null when it was reported by hand.</summary>
    public string? Register { get; init; }

    /// <summary>All days that it can have lasted.</summary>
    public DayRange Days() => DayRange.Of(From, To);

    /// <summary>Says the same as another, whichever version of the register it is from.</summary>
    public bool SaysTheSameAs(ReportedIncident other) =>
        Id == other.Id && Place == other.Place && From == other.From && To == other.To && Type == other.Type && Contested == other.Contested
        && Latitude == other.Latitude && Longitude == other.Longitude && Units.SequenceEqual(other.Units) && Sources.SequenceEqual(other.Sources);
}

public enum OverlapResult
{
    NoOverlap,
    UnitOnly,
    PresentRemoteRole,
    PresentProximateRole,
}

/// <summary>What came of holding one service period against one incident.</summary>
public sealed record UnitOverlap(string ServiceLabel, string IncidentId, OverlapResult Result, string Reason)
{
    /// <summary>What ties the unit to the incident; null where nothing does, and in cases from before registers.</summary>
    public UnitTie? Tie { get; init; }

    /// <summary>The days on which service and incident meet by all that their dates can mean: these decided. Null where they do not meet.</summary>
    public DayRange? Meets { get; init; }

    /// <summary>The evidence that proves that the person was elsewhere.</summary>
    public string? AbsenceProvenBy { get; init; }

    /// <summary>The person may have been there: asked about, never concluded.</summary>
    public bool IsPresence() => Result is OverlapResult.PresentRemoteRole or OverlapResult.PresentProximateRole;
}
