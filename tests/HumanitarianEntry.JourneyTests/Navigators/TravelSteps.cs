namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>What protection officers do on their pages.</summary>
public static class TravelSteps
{
    public const string ProtectionOfficers = "protection-officers";
    public const string Counsel = "counsel";
    public const string ReceptionPartners = "reception-partners";

    public static Task CheckTheWayAsync(this StaffDesk desk) => desk.SendAsync(
        "travel-check",
        ("Wanted", "Federal"), ("WantedSource", "offline list of today (DEMO)"), ("ExitBan", "No"), ("OpenHostCase", "No"), ("OverstayFine", "No"), ("RemovalOrder", "No"),
        ("Route", "KZ TR FR"), ("Carrier", "DEMO airline"), ("CheckInTimes", "At the door, airport, control, boarding, arrival."), ("AbortCriteria", "Anybody asks for the unit."), ("CounselOnCall", "True"));

    public static Task NoteAsync(this StaffDesk desk, string happened) => desk.SendAsync("check-in", ("Event", happened));
}
