using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>
/// The parts of a dossier that a profile may name. What is in none of them stands in every dossier: reference, names, day of birth, nationality, grade of identity, conclusion and limits of
/// the vetting, recommendation, declaration. What never leaves the house is no part, so no profile can name it.
/// </summary>
public enum DisclosedPart
{
    PriorityReason,
    LinkedCases,
    CaseWay,
    NameSpellings,
    BirthPlace,
    Photograph,
    DocumentNumbers,
    IdentityReasons,
    Relatives,
    RelativeCountries,
    TravelDocumentReasons,
    Stays,
    HostEvents,
    UnitNames,
    ServicePlaces,
    ServicePosts,
    ServiceAccount,
    Voluntariness,
    Statement,
    Prosecutions,
    WantedStatus,
    EvidenceDescriptions,
    EvidenceChecks,
    ContraryActs,
    Findings,
    Doubts,
    VettingLists,
    VettingResults,
    Namesakes,
    UnitAnalysis,
    ExclusionAssessment,
    Reviewers,
    Dissents,
    Medical,
    Psychological,
    FamilyNeeds,
    ReceptionPlan,
    ReceptionContact,
    EarlierApplications,
}

/// <summary>What one recipient gets of a case: a list of what is allowed. Whatever is not on it is absent from the dossier (field 52; decision 0038).</summary>
/// <param name="Name">As the programme calls it.</param>
/// <param name="Annexes">Types of evidence whose files travel.</param>
/// <param name="MergesPictures">Pictures stand as pages behind the list of annexes and are not attached as files.</param>
public sealed record DisclosureProfile(string Name, ImmutableSortedSet<DisclosedPart> Parts, ImmutableSortedSet<EvidenceType> Annexes, bool MergesPictures = false)
{
    /// <summary>What dossiers said before there were profiles; holds for every recipient whose programme says nothing.</summary>
    public static readonly DisclosureProfile Standard = new(
        "standard",
        [.. Enum.GetValues<DisclosedPart>().Where(p => p != DisclosedPart.RelativeCountries)],
        [.. Enum.GetValues<EvidenceType>().Where(t => !FileRules.IsProtected(t))]);

    /// <summary>Of somebody who is no recipient of the programme.</summary>
    public static readonly DisclosureProfile Nothing = new("nothing", [], []);

    /// <summary>What the reader of a profile may write although it never leaves the house, for a better answer than "unknown".</summary>
    public static readonly ImmutableSortedSet<string> Never =
    [
        "address", "check-in-plan", "code-phrase", "contact", "contact-handles", "coordinates", "gps", "helper-names", "helpers", "interviewer-names", "relative-names", "source-names", "sources",
        "staff-names", "travel-plan", "witness-names", "witnesses", "working-notes",
    ];

    /// <summary>SHA-256 over what is allowed, lower-case hexadecimal; two profiles that allow the same have the same.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Parts, Annexes, MergesPictures }, DomainJson.Options)));

    /// <summary>Allows what dossiers said before there were profiles.</summary>
    public bool IsStandard => Hash == Standard.Hash;

    public bool Allows(DisclosedPart part) => Parts.Contains(part);

    /// <summary>Whether the file of such evidence may travel; medical papers need their own word besides (<see cref="AnnexRules"/>).</summary>
    public bool Allows(EvidenceType type) => Annexes.Contains(type) && !FileRules.IsProtected(type);

    public bool Equals(DisclosureProfile? other) => other is not null && Name == other.Name && Hash == other.Hash;

    public override int GetHashCode() => HashCode.Combine(Name, Hash);
}
