using System.Xml.Linq;

namespace HumanitarianEntry.Dossiers.Content;

/// <summary>
/// Everything the seventeen sections of an embassy dossier need (handbook section 6), in the words of the dossier's language. An empty list is printed as
/// "nothing known"; nothing is left out in silence.
/// </summary>
public sealed record DossierContent
{
    public required DossierHeader Header { get; init; }

    public required IReadOnlyList<VersionChange> Versions { get; init; }

    public required EntryRequest Request { get; init; }

    public required CaseSummary Case { get; init; }

    public required IReadOnlyList<PersonSheet> Persons { get; init; }

    public required IReadOnlyList<StayingRelative> StayingRelatives { get; init; }

    public required TravelDocumentObstacle TravelDocument { get; init; }

    public required HostSituation Host { get; init; }

    public required ServiceHistory Service { get; init; }

    public required RefusalAccount Refusal { get; init; }

    /// <summary>Translations of annexes and of other items that are set on the pages, each beside its original.</summary>
    public IReadOnlyList<QuotedStatement> Translations { get; init; } = [];

    public required EngagementRecord Engagement { get; init; }

    public required VettingSummary Vetting { get; init; }

    public required RiskAssessment Risk { get; init; }

    public required SpecificNeeds Needs { get; init; }

    /// <summary>Null: no plan is known yet, and the dossier says so.</summary>
    public required ReceptionPlan? Reception { get; init; }

    /// <summary>What the person said of earlier applications; null when nothing was said.</summary>
    public CitedText? EarlierAccount { get; init; }

    public required IReadOnlyList<EarlierApplication> EarlierApplications { get; init; }

    public required Declarations Declarations { get; init; }

    public required IReadOnlyList<Annex> Annexes { get; init; }

    /// <summary>Parts that are absent because this recipient does not get them; where one would stand, the dossier says so.</summary>
    public IReadOnlySet<DossierPart> Withheld { get; init; } = System.Collections.Frozen.FrozenSet<DossierPart>.Empty;

    /// <summary>There are annexes that this recipient does not get.</summary>
    public bool AnnexesWithheld { get; init; }

    /// <summary>Null: made before there were profiles.</summary>
    public DisclosureStamp? Disclosure { get; init; }

    /// <summary>What the statements rest on; none in a specimen.</summary>
    public ClaimRecord Claims { get; init; } = ClaimRecord.None;
}

/// <summary>What identifies this copy of the dossier. Nothing here names a person.</summary>
public sealed record DossierHeader
{
    public required string Reference { get; init; }

    public required string Version { get; init; }

    public required DateOnly Date { get; init; }

    public required string Programme { get; init; }

    /// <summary>The post or authority, such as a consular section; never a person.</summary>
    public required string Recipient { get; init; }

    public required string CopyMark { get; init; }

    public required string Classification { get; init; }

    /// <summary>Function and safe channel of the submission officer.</summary>
    public required string SubmissionContact { get; init; }

    /// <summary>Fingerprint of the key that signs the file; null for a proof that is not signed.</summary>
    public required string? KeyFingerprint { get; init; }

    /// <summary>The recipient as the programme names it, and its key there; null in proofs made without a programme.</summary>
    public string? RecipientFunction { get; init; }

    public string? RecipientKey { get; init; }

    /// <summary>The recipient in every language that dossiers are made in, so that one can be checked against any of them.</summary>
    public IReadOnlyDictionary<string, string> RecipientNames { get; init; } = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Invented content: the copy mark says so on every page.</summary>
    public bool Demonstration { get; init; }
}

public sealed record VersionChange(string Version, DateOnly Date, string Change);

public sealed record EntryRequest
{
    public required CitedText Who { get; init; }

    public required CitedText EntryAsked { get; init; }

    public required IReadOnlyList<CitedText> LegalBasis { get; init; }

    public required CitedText Urgency { get; init; }

    public required CitedText Recommendation { get; init; }

    public required IReadOnlyList<CitedText> Grounds { get; init; }

    public required IReadOnlyList<CitedText> OpenDoubts { get; init; }
}

public sealed record CaseSummary
{
    public required string Priority { get; init; }

    public required CitedText PriorityReason { get; init; }

    public required int Persons { get; init; }

    public required PartialDate Opened { get; init; }

    /// <summary>References only.</summary>
    public required IReadOnlyList<string> LinkedCases { get; init; }

    /// <summary>How the file came to this dossier; null where nothing is drawn.</summary>
    public CaseWay? Way { get; init; }
}

/// <summary>The steps that the file has passed: which, and on what day; never by whom or with what finding.</summary>
/// <param name="Drawing">An SVG drawing of the same, made by this program; null for the list alone.</param>
public sealed record CaseWay(IReadOnlyList<WayStep> Steps, XElement? Drawing);

/// <param name="PassedOn">Null for a step that has not been decided.</param>
public sealed record WayStep(string Name, DateOnly? PassedOn);
