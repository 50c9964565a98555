using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Identity;

/// <summary>Compartment "identity": names, birth, papers and how sure we are of them.</summary>
public sealed record IdentityFacts : CompartmentFacts
{
    public ImmutableList<Recorded<PersonName>> Names { get; init; } = [];
    public ImmutableList<Recorded<Birth>> Births { get; init; } = [];
    public ImmutableList<Recorded<IdentityDocument>> Documents { get; init; } = [];
    public ImmutableList<Recorded<PhotoComparison>> PhotoComparisons { get; init; } = [];
    public ImmutableList<Recorded<IdentityGrading>> Gradings { get; init; } = [];
    public ImmutableList<Recorded<DocumentObstacle>> Obstacles { get; init; } = [];
    public ImmutableList<Recorded<KnowledgeCheck>> KnowledgeChecks { get; init; } = [];
    public ImmutableList<Recorded<PaperRecognition>> Recognitions { get; init; } = [];

    /// <summary>The newest word of each state on a paper.</summary>
    public IEnumerable<PaperRecognition> RecognitionsOf(string label) => Recognitions.Values().Where(r => r.DocumentLabel == label).GroupBy(r => r.State, StringComparer.Ordinal).Select(g => g.Last());

    /// <summary>The name that the dossier uses: the latest birth or current name in Cyrillic, else the latest of any kind.</summary>
    public PersonName? MainName =>
        Names.Values().LastOrDefault(n => n.Script == Script.Cyrillic && n.Kind is NameKind.Current or NameKind.Birth) ?? Names.Values().LastOrDefault(n => n.Kind != NameKind.CallSign);
}

public enum NameKind
{
    Birth,
    Current,
    Alias,
    CallSign,
}

public enum Script
{
    Cyrillic,
    Latin,
    Other,
}

public sealed record PersonName(NameKind Kind, string? Family, string? Given, string? Patronymic, Script Script)
{
    public string Full => string.Join(' ', new[] { Family, Given, Patronymic }.Where(p => !string.IsNullOrWhiteSpace(p)));
}

public enum Sex
{
    M,
    F,
    X,
}

public sealed record Birth(PartialDate BornOn, string? Place, string? Country, Sex Sex, ImmutableList<string> Nationalities);

/// <summary>Kinds of paper that appear in these cases; in brackets the Russian tax-service codes used as neutral codes (handbook section 3).</summary>
public enum DocumentKind
{
    InternalPassport,
    ForeignPassport,
    ForeignPassportBiometric,
    MilitaryId,
    OfficerId,
    BirthCertificate,
    SeamansBook,
    AsylumCertificate,
    ResidencePermit,
    RegistrationSlip,
    TravelDocument,
    Other,
}

public enum SeenAs
{
    None,
    Photo,
    Scan,
    Original,
}

/// <summary>A paper that exists or existed, whoever holds it. Labels (D1, D2 ...) count inside one case only.</summary>
public sealed record IdentityDocument(
    string Label, DocumentKind Kind, string? Series, string? Number, string? Issuer, PartialDate? IssuedOn, PartialDate? ExpiresOn, SeenAs SeenAs, string HeldBy, bool HasPhoto)
{
    public string? MrzLine1 { get; init; }
    public string? MrzLine2 { get; init; }
}

public enum PhotoMatch
{
    SamePerson,
    NotSamePerson,
    CannotTell,
}

public sealed record PhotoComparison(string DocumentLabel, PhotoMatch Result);

/// <summary>How well the identity is proven without a passport (handbook G2).</summary>
public enum IdentityGrade
{
    /// <summary>Official photo document seen in original.</summary>
    A,

    /// <summary>Copy, live video and a second document.</summary>
    B,

    /// <summary>Copies only.</summary>
    C,

    /// <summary>No documents, attested by two independent persons.</summary>
    D,

    /// <summary>Doubt or fraud.</summary>
    X,
}

public sealed record IdentityGrading(IdentityGrade Grade, string Reason, bool LiveVideoSeen, int IndependentWitnesses);

/// <summary>The two conditions of French decree 2004-1543, article 8: no travel document, and none to be had from his own or the local authorities.</summary>
public sealed record DocumentObstacle(string WhyNoneHeld, string WhyNoneFromOwnState, string WhyNoneFromHostState);
