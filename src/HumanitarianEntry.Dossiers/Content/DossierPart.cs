namespace HumanitarianEntry.Dossiers.Content;

/// <summary>Parts that a recipient may not get; the same names as the domain's.</summary>
public enum DossierPart
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

/// <summary>By which profile a copy was made.</summary>
/// <param name="Sha256">Of what the profile allows, lower-case hexadecimal.</param>
public sealed record DisclosureStamp(string Profile, string Sha256);
