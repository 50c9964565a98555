using HumanitarianEntry.Domain.Contradictions;

namespace HumanitarianEntry.Web.Shared.Contradictions;

/// <summary>How mismatches are spoken of: what differs, never who is to blame.</summary>
public static class MismatchWords
{
    public static string Of(MismatchTopic topic) => topic switch
    {
        MismatchTopic.Birth => S("Day of birth"),
        MismatchTopic.Name => S("Name"),
        MismatchTopic.PaperNumber => S("Number of a paper"),
        MismatchTopic.PaperIssued => S("Day a paper was issued"),
        MismatchTopic.PaperExpires => S("Day a paper expires"),
        MismatchTopic.CallUp => S("Call-up"),
        MismatchTopic.Mobilised => S("Mobilisation"),
        MismatchTopic.Contract => S("Contract"),
        MismatchTopic.Service => S("Service"),
        MismatchTopic.Unit => S("Unit"),
        MismatchTopic.Decision => S("Decision not to take part"),
        MismatchTopic.Refusal => S("Report or refusal"),
        MismatchTopic.Leaving => S("Leaving the army"),
        MismatchTopic.Arrival => S("Arrival in the country of stay"),
        MismatchTopic.StayEnd => S("End of the lawful stay"),
        MismatchTopic.FirstContact => S("First contact"),
        MismatchTopic.Prosecution => S("Case against the person"),
        MismatchTopic.Evidence => S("Day of an evidence item"),
        MismatchTopic.Whereabouts => S("Place on one day"),
    };

    /// <summary>What does not fit, in one neutral sentence.</summary>
    public static string Of(MismatchKind kind) => kind switch
    {
        MismatchKind.Date => S("The two sources give different dates. They do not fit together yet."),
        MismatchKind.Order => S("By these dates one came before the other in an order that is unusual. They do not fit together yet."),
        MismatchKind.Place => S("The two sources name different places for one day. They do not fit together yet."),
        MismatchKind.Unit => S("The two sources name different units, or one unit by two names. They do not fit together yet."),
        MismatchKind.Paper => S("Paper and record differ. They do not fit together yet."),
    };

    public static string Of(MismatchPattern pattern) => pattern switch
    {
        MismatchPattern.DayAndMonthSwapped => S("Day and month look swapped."),
        MismatchPattern.YearOffByOne => S("Only the year differs, by one."),
        MismatchPattern.OldCalendar => S("Twelve or thirteen days apart: perhaps the old calendar."),
        MismatchPattern.LateRegistration => S("The paper gives a somewhat later day: perhaps the birth was registered late."),
        MismatchPattern.Transliteration => S("Perhaps only another spelling of the same name."),
        MismatchPattern.PlaceRenamed => S("The place had both names at different times."),
        MismatchPattern.UnitRenamed => S("One number with two names: perhaps the unit was renamed."),
        MismatchPattern.Misread => S("Perhaps misread: signs look alike, or the check digit does not fit."),
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.Referral => S("Referral"),
        SourceKind.Birth => S("Birth on file"),
        SourceKind.Names => S("Names on file"),
        SourceKind.Paper => S("Paper"),
        SourceKind.MachineZone => S("Machine-readable lines of the paper"),
        SourceKind.Answer => S("Answer in the interview"),
        SourceKind.Statement => S("Statement"),
        SourceKind.Service => S("Service period"),
        SourceKind.Prosecution => S("Prosecution"),
        SourceKind.Stay => S("Legal stay"),
        SourceKind.Evidence => S("Evidence item"),
        SourceKind.EvidenceCheck => S("Check of an evidence item"),
        SourceKind.ListEntry => S("Entry of a list"),
    };

    public static string Of(InnocentReason reason) => reason switch
    {
        InnocentReason.Misheard => S("Misheard"),
        InnocentReason.Interpreter => S("Came about in interpreting or translating"),
        InnocentReason.MemoryAfterTrauma => S("Memory after what the person went through"),
        InnocentReason.TwoEvents => S("Two different events were meant"),
        InnocentReason.SaidLaterOutOfFear => S("Held back at first, out of fear"),
        InnocentReason.DayAndMonthOrder => S("Day and month in another order"),
        InnocentReason.OtherCalendar => S("Another calendar"),
        InnocentReason.RegisteredLate => S("Registered later than it happened"),
        InnocentReason.ClerkOnPaper => S("A clerk’s error on the paper"),
        InnocentReason.TypedWrongByUs => S("We typed it wrong"),
        InnocentReason.Spelling => S("Another spelling of one name"),
        InnocentReason.NameChanged => S("The name was changed"),
        InnocentReason.PaperReplaced => S("The paper was replaced by a newer one"),
        InnocentReason.PaperUsedToFlee => S("A paper that was made to be able to flee"),
        InnocentReason.PlaceRenamed => S("The place has another name now"),
        InnocentReason.NearbyPlaces => S("The places are near each other"),
        InnocentReason.OnLeaveOrJourney => S("On leave or on the way that day"),
        InnocentReason.UnitRenamed => S("The unit has another name or number now"),
        InnocentReason.LentToAnotherUnit => S("Sent to another unit for a time"),
        InnocentReason.LeftOnLeaveFirst => S("Went abroad on leave and decided there"),
        InnocentReason.WroteFromElsewhere => S("Wrote from another place first"),
    };

    public static string Of(MismatchStanding standing) => standing switch
    {
        MismatchStanding.Open => S("Open"),
        MismatchStanding.Asked => S("To be asked in the next session"),
        MismatchStanding.WaitsForSecondLook => S("Waits for a second look"),
        MismatchStanding.Explained => S("Explained"),
        MismatchStanding.KeptOpen => S("Left open with a reason"),
    };

    public static string Of(MismatchStepKind step) => step switch
    {
        MismatchStepKind.Explained => S("Explained"),
        MismatchStepKind.KeptOpen => S("Left open with a reason"),
        MismatchStepKind.Asked => S("To be asked in the next session"),
        MismatchStepKind.Confirmed => S("A second person agrees"),
        MismatchStepKind.NotAgreed => S("A second person does not agree"),
    };

    public static string TagOf(MismatchStatus status) => status.Standing switch
    {
        MismatchStanding.Open => status.Mismatch.IsMaterial ? "tag-warn" : "",
        MismatchStanding.Asked or MismatchStanding.WaitsForSecondLook => "tag-accent",
        MismatchStanding.Explained or MismatchStanding.KeptOpen => "tag-good",
    };
}
