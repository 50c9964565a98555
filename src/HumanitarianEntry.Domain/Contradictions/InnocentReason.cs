using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>How two true accounts come to differ (handbook G2 and 4f, "each with innocent explanations recorded").</summary>
public enum InnocentReason
{
    Misheard,
    Interpreter,
    MemoryAfterTrauma,
    TwoEvents,
    SaidLaterOutOfFear,
    DayAndMonthOrder,
    OtherCalendar,
    RegisteredLate,
    ClerkOnPaper,
    TypedWrongByUs,
    Spelling,
    NameChanged,
    PaperReplaced,
    PaperUsedToFlee,
    PlaceRenamed,
    NearbyPlaces,
    OnLeaveOrJourney,
    UnitRenamed,
    LentToAnotherUnit,
    LeftOnLeaveFirst,
    WroteFromElsewhere,
}

/// <summary>The closed list that may be ticked, by what the mismatch is.</summary>
public static class InnocentReasons
{
    private static readonly ImmutableArray<InnocentReason> Always =
        [InnocentReason.Misheard, InnocentReason.Interpreter, InnocentReason.MemoryAfterTrauma, InnocentReason.TwoEvents, InnocentReason.SaidLaterOutOfFear, InnocentReason.TypedWrongByUs];

    public static ImmutableArray<InnocentReason> For(Mismatch mismatch) => [.. Always, .. Own(mismatch)];

    private static ImmutableArray<InnocentReason> Own(Mismatch mismatch) => (mismatch.Kind, mismatch.Topic) switch
    {
        (_, MismatchTopic.Name) => [InnocentReason.ClerkOnPaper, InnocentReason.Spelling, InnocentReason.NameChanged, InnocentReason.PaperReplaced, InnocentReason.PaperUsedToFlee],
        (_, MismatchTopic.Birth) => [InnocentReason.DayAndMonthOrder, InnocentReason.OtherCalendar, InnocentReason.RegisteredLate, InnocentReason.ClerkOnPaper, InnocentReason.PaperUsedToFlee],
        (_, MismatchTopic.FirstContact) => [InnocentReason.WroteFromElsewhere, InnocentReason.ClerkOnPaper],
        (MismatchKind.Date, _) => [InnocentReason.DayAndMonthOrder, InnocentReason.ClerkOnPaper, InnocentReason.RegisteredLate],
        (MismatchKind.Order, _) => [InnocentReason.DayAndMonthOrder, InnocentReason.ClerkOnPaper, InnocentReason.LeftOnLeaveFirst, InnocentReason.OnLeaveOrJourney],
        (MismatchKind.Place, _) => [InnocentReason.PlaceRenamed, InnocentReason.NearbyPlaces, InnocentReason.OnLeaveOrJourney],
        (MismatchKind.Unit, _) => [InnocentReason.UnitRenamed, InnocentReason.LentToAnotherUnit, InnocentReason.ClerkOnPaper],
        (MismatchKind.Paper, _) => [InnocentReason.ClerkOnPaper, InnocentReason.PaperReplaced, InnocentReason.PaperUsedToFlee, InnocentReason.DayAndMonthOrder],
    };
}
