using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.LegalSituation;

/// <summary>Compartment "legal": what states have begun against or for the person. His lawful stay lies with the contact facts, prosecutions with the interview.</summary>
public sealed record LegalFacts : CompartmentFacts
{
    public ImmutableList<Recorded<AsylumProcedure>> Procedures { get; init; } = [];
    public ImmutableList<Recorded<CourtEvent>> CourtEvents { get; init; } = [];
    public ImmutableList<Recorded<RemovalOrder>> RemovalOrders { get; init; } = [];
    public ImmutableList<Recorded<ExitRestriction>> ExitRestrictions { get; init; } = [];
    public ImmutableList<Recorded<WantedStatus>> WantedStatuses { get; init; } = [];
    public ImmutableList<Recorded<LegalReminder>> Reminders { get; init; } = [];
}

/// <summary>A fact with a label of its own. A correction, or the next state of the same thing, is another fact with the same label; the latest counts.</summary>
public interface ILabelled
{
    string Label { get; }
}

/// <summary>How far an asylum procedure has come, in the order in which it comes.</summary>
public enum ProcedureStage
{
    Planned,
    Filed,
    Registered,
    InterviewHeld,
    Refused,
    Appealed,
    Recognised,
    Ended,
}

/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="CertificateUntil">Last day of the certificate of an asylum seeker.</param>
/// <param name="RemedyUntil">Last day to appeal against a refusal.</param>
public sealed record AsylumProcedure(
    string Label, string Country, ProcedureStage Stage, string Authority, PartialDate? FiledOn, string? FileNumber, string? NextStep, DateOnly? CertificateUntil, DateOnly? RemedyUntil) : ILabelled;

public enum CourtEventKind
{
    AsylumHearing,
    AppealHearing,
    RemovalHearing,
    ExtraditionHearing,
    DetentionHearing,
    AdministrativeHearing,
    CriminalHearing,
    OtherHearing,
}

/// <param name="Zone">IANA name of the time zone of the place.</param>
/// <param name="Outcome">Null while none is known.</param>
/// <param name="RemedyTaken">An appeal against the outcome was lodged.</param>
public sealed record CourtEvent(string Label, CourtEventKind Kind, string Country, string Court, DateTimeOffset StartsAt, string Zone, string? Outcome, DateOnly? RemedyUntil, bool RemedyTaken) : ILabelled;

public enum RemovalKind
{
    Deportation,
    AdministrativeRemoval,
    Extradition,
    Readmission,
}

public enum RemovalStatus
{
    InForce,
    Suspended,
    Annulled,
    CarriedOut,
}

/// <param name="EnforceableFrom">First day on which it can be carried out; null when not known.</param>
/// <param name="SuspendedUntil">Last day of the suspension; null when it has no end, or none is known.</param>
public sealed record RemovalOrder(
    string Label, RemovalKind Kind, string Country, string Authority, RemovalStatus Status, DateOnly? IssuedOn, DateOnly? EnforceableFrom, string? SuspendedBy, DateOnly? SuspendedUntil,
    DateOnly? RemedyUntil, bool RemedyTaken) : ILabelled;

/// <summary>Why a state does not let the person leave (exit law 114-FZ, articles 15 and 15.1; the country of stay by its own law).</summary>
public enum ExitBasis
{
    Secrets,
    CallUp,
    SummonsPosted,
    Suspect,
    Convicted,
    Debt,
    FormerService,
    OpenHostCase,
    OverstayFine,
    Other,
}

/// <summary>How something was learnt. Never by asking a service of the persecuting state: the question gives the person away.</summary>
public enum LearntHow
{
    OfflineList,
    Lawyer,
    Relative,
    OfficialPaper,
    Press,
    Applicant,
}

/// <param name="Country">Who restricts.</param>
public sealed record ExitRestriction(string Label, string Country, ExitBasis Basis, LearntHow How, string KnownFrom, PartialDate? Since, DateOnly? Until, bool Lifted) : ILabelled;

/// <summary>How far the search for the person reaches.</summary>
public enum SearchReach
{
    NotKnown,
    National,
    CisInterstate,
    InterpolDiffusion,
    InterpolRedNotice,
}

/// <summary>
/// That a state looks for the person. Wanted by the persecuting state is evidence for the claim and a danger for the journey; it never counts against the person (handbook G4, persecutor rule).
/// </summary>
/// <param name="SeenAt">Where it was seen, by whom.</param>
/// <param name="Source">How far the source is to be trusted.</param>
public sealed record WantedStatus(string Label, string Country, SearchReach Reach, string SeenAt, LearntHow How, DateOnly CheckedOn, Reliability Source, string? Articles, bool Ended) : ILabelled;

/// <summary>A mark of a legal day that was told.</summary>
/// <param name="DaysBefore">The mark; -1 is the day after the last one.</param>
public sealed record LegalReminder(LegalDayKind Kind, string Label, DateOnly Day, int DaysBefore);

public static class LabelledFacts
{
    /// <summary>Each thing as it stands now, in the order in which they were first recorded.</summary>
    public static IEnumerable<Recorded<T>> Current<T>(this ImmutableList<Recorded<T>> facts)
        where T : ILabelled => facts.GroupBy(f => f.Value.Label, StringComparer.Ordinal).Select(g => g.Last());

    /// <summary>What stood before: earlier facts with the same label, newest first.</summary>
    public static IEnumerable<Recorded<T>> Before<T>(this ImmutableList<Recorded<T>> facts, string label)
        where T : ILabelled => facts.Where(f => f.Value.Label == label).SkipLast(1).Reverse();
}
