namespace HumanitarianEntry.Domain.Cases;

/// <summary>Who acts. Roles, not job titles; one person may hold several, but never two that the same gate keeps apart (design 11.1).</summary>
public enum Role
{
    IntakeOfficer,
    Screener,
    Interpreter,

    /// <summary>Translates the segments that he was given and sees nothing else; is on no case.</summary>
    Translator,
    Vetter,
    EvidenceCustodian,
    Coordinator,
    DossierOfficer,
    SubmissionOfficer,
    EmbassyLiaison,
    ProtectionOfficer,
    Counsel,
    ReceptionPartner,
    Auditor,
    Administrator,

    /// <summary>Draws procedures; sees no case content.</summary>
    ProgrammeDesigner,
    Applicant,
    System,
}

/// <summary>Parts of the case that are sealed under keys of their own and opened by role (handbook section 2, roles x compartments).</summary>
public enum Compartment
{
    Identity,
    Contact,
    Interview,
    Vetting,
    Evidence,
    Dossier,
    Travel,
    Reception,

    /// <summary>Asylum procedure, courts, removal, exit, wanted status.</summary>
    Legal,

    /// <summary>Members of the family, and what is best for each child.</summary>
    Family,

    /// <summary>The confidential sheet on health. Opened on its own page only.</summary>
    Medical,

    /// <summary>The confidential sheet on psychological needs, apart from the medical one.</summary>
    Psychological,
}

public enum Priority
{
    Normal,
    Urgent,
    Emergency,
}

/// <summary>The only words about progress that an applicant is shown (handbook section 2; design 11.6).</summary>
public enum CoarseStatus
{
    Received,
    InReview,
    NeedSomething,
    WithPartner,
    PleaseContact,
    Closed,
}

/// <summary>Who acts: a person in one of his roles, or the system.</summary>
/// <param name="Team">Organisation and team; second opinions must come from another one where the gate says so.</param>
public sealed record Actor(Guid Id, Role Role, string Team);
