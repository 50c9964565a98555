using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Programmes;

public enum ProgrammeStatus
{
    Draft,
    Open,
    Suspended,
    Closed,
}

/// <summary>How sure the identity is, best first (handbook G2). X, doubt or fraud, can never be a threshold.</summary>
public enum IdGrade
{
    A,
    B,
    C,
    D,
}

/// <summary>How many independent sources bear an evidence item out (handbook G5). KX, contradicted, can never be a threshold.</summary>
public enum Corroboration
{
    K0,
    K1,
    K2,
    K3,
}

public enum CasePriority
{
    Emergency,
    Urgent,
    Normal,
}

/// <summary>What a recipient is given.</summary>
public enum Delivery
{
    Dossier,
    Notification,
    ReceptionPackage,
}

/// <summary>Text of the law and where it was read.</summary>
public sealed record LegalBasis(string Text, string Source);

/// <summary>What evidence of activity must add up to. The worst grades hold for each counted item.</summary>
public sealed record EvidenceThresholds
{
    public required int MinActs { get; init; }

    public required int MinTypes { get; init; }

    public required int MinPublicOrCostly { get; init; }

    public required int MinBeforeFirstContact { get; init; }

    /// <summary>Admiralty letter A..F.</summary>
    public required char WorstReliability { get; init; }

    /// <summary>Admiralty number 1..6.</summary>
    public required int WorstCredibility { get; init; }

    public required Corroboration WorstCorroboration { get; init; }

    /// <summary>Whether an item that was contradicted (KX) may stand beside the counted ones.</summary>
    public required bool AllowContradicted { get; init; }
}

/// <summary>A function, never a person.</summary>
public sealed record Recipient(string Key, string Function, Delivery Receives, string RedactionProfile);

/// <summary>How the pictures among the annexes go with a dossier.</summary>
public enum PictureAnnexes
{
    Attached,

    /// <summary>As pages behind the list of annexes.</summary>
    Merged,
}

/// <summary>What recipients get that name this profile. The words are the application's and checked there.</summary>
/// <param name="Line">Where it stands in the file.</param>
public sealed record DisclosureSettings(ImmutableArray<string> Discloses, ImmutableArray<string> Annexes, PictureAnnexes Pictures, int? Line);

/// <summary>A way against a refusal. No deadline here means: the decision itself states it.</summary>
public sealed record Remedy(string Body, TimeSpan? Deadline);

/// <summary>How long a gate may take by priority. Durations of the priorities in <paramref name="WorkingDays"/> are counted in working days.</summary>
public sealed record GateClock(TimeSpan Emergency, TimeSpan Urgent, TimeSpan Normal, ImmutableArray<CasePriority> WorkingDays)
{
    public TimeSpan For(CasePriority priority) => priority switch
    {
        CasePriority.Emergency => Emergency,
        CasePriority.Urgent => Urgent,
        CasePriority.Normal => Normal,
    };
}

/// <summary>The settings of one programme (design: ruling 4). A new installation starts with the file; later changes are audited acts.</summary>
public sealed record ProgrammeSettings
{
    /// <summary>Stands where a template names no state yet (a code that ISO 3166-1 leaves to its users).</summary>
    public const string NoState = "ZZ";

    public required string Id { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the state that lets people in.</summary>
    public required string State { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the country in which the applicants wait.</summary>
    public required string HostCountry { get; init; }

    /// <summary>Names by locale.</summary>
    public required ImmutableSortedDictionary<string, string> Name { get; init; }

    public required LegalBasis LegalBasis { get; init; }

    public required ProgrammeStatus Status { get; init; }

    /// <summary>Places, null where no number is known.</summary>
    public int? Quota { get; init; }

    /// <summary>File name of the flow in the same folder.</summary>
    public required string Definition { get; init; }

    /// <summary>Whoever holds a passport, or could have one, needs another way: why none is held and none can be had must be proven.</summary>
    public required bool WithoutPassport { get; init; }

    public required IdGrade MinIdGrade { get; init; }

    /// <summary>The lower grade that a panel of three may accept; null: none.</summary>
    public IdGrade? MinIdGradeWithPanel { get; init; }

    public required int MaxScreeningAgeDays { get; init; }

    public required int GateResultsMaxAgeDays { get; init; }

    /// <summary>An analytic partner must confirm the vetting result.</summary>
    public required bool PartnerConfirmsVetting { get; init; }

    public required EvidenceThresholds Evidence { get; init; }

    public required ImmutableArray<string> RequiredDocuments { get; init; }

    /// <summary>BCP 47, the dossier's main language first.</summary>
    public required ImmutableArray<string> DossierLanguages { get; init; }

    public required ImmutableArray<Recipient> Recipients { get; init; }

    /// <summary>Lists of what a recipient gets, by the name that recipients give as their profile; null where the programme says nothing and everybody gets what dossiers always said.</summary>
    public ImmutableSortedDictionary<string, DisclosureSettings>? DisclosureProfiles { get; init; }

    /// <summary>Purposes without which the case cannot be put forward; other purposes stay a free choice.</summary>
    public required ImmutableArray<string> ConsentPurposes { get; init; }

    public required ImmutableArray<Remedy> Remedies { get; init; }

    /// <summary>Clocks by the name that a task's payload gives.</summary>
    public required ImmutableSortedDictionary<string, GateClock> Clocks { get; init; }

    /// <summary>Whose public holidays and weekends count.</summary>
    public required ImmutableArray<string> WorkingDayCountries { get; init; }

    /// <summary>Reads the settings strictly.</summary>
    /// <exception cref="DefinitionException">Unknown or missing field, value outside its range, Open without what an open programme needs.</exception>
    public static ProgrammeSettings Parse(string json, string fileName) => ProgrammeReader.Read(json, fileName);
}
