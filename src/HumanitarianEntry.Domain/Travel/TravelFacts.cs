using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Travel;

/// <summary>Compartment "travel": travel papers, safety checks, check-ins. Visible to few; erased 30 days after arrival (handbook section 5, statement 34).</summary>
public sealed record TravelFacts : CompartmentFacts
{
    public ImmutableList<Recorded<TravelPaper>> Papers { get; init; } = [];
    public ImmutableList<Recorded<TravelCheck>> Checks { get; init; } = [];
    public ImmutableList<Recorded<CheckIn>> CheckIns { get; init; } = [];
    public ImmutableList<Recorded<PaperReminder>> Reminders { get; init; } = [];
}

public enum TravelPaperKind
{
    LaissezPasser,
    VisaInPassport,
    VisaOnSeparateForm,
    RedCrossTravelDocument,
    AlienTravelDocument,
    RefugeeTravelDocument,
}

public sealed record TravelPaper(TravelPaperKind Kind, string Number, DateOnly ValidFrom, DateOnly ValidUntil, bool SingleJourney, ImmutableList<string> RouteAllowed, bool CarrierAccepts);

/// <summary>How far a search for the person reaches.</summary>
public enum WantedScope
{
    Unknown,
    None,
    Federal,
    Interstate,
    International,
}

public enum Finding
{
    Unknown,
    No,
    Yes,
}

/// <param name="Route">Countries in order, ISO 3166-1 alpha-2, departure first.</param>
public sealed record TravelCheck(
    WantedScope Wanted, string WantedSource, Finding ExitBan, Finding OpenHostCase, Finding OverstayFine, Finding RemovalOrder, ImmutableList<string> Route,
    string Carrier, string CheckInTimes, string AbortCriteria, bool CounselOnCall, ImmutableList<string> ConditionsMet);

public enum TravelEvent
{
    Left,
    AtAirport,
    PassedExitControl,
    Boarded,
    Transit,
    Landed,
    Admitted,
}

public sealed record CheckIn(TravelEvent Event, string? Note);
