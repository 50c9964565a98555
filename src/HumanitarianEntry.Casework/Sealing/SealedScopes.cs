namespace HumanitarianEntry.Casework.Sealing;

/// <summary>What of a case has a data key of its own: the compartments, and the records around them.</summary>
public static class SealedScopes
{
    public const string Identity = "identity";
    public const string Contact = "contact";
    public const string Interview = "interview";
    public const string Vetting = "vetting";
    public const string Evidence = "evidence";
    public const string Dossier = "dossier";
    public const string Travel = "travel";
    public const string Reception = "reception";
    public const string Legal = "legal";
    public const string Family = "family";
    public const string Medical = "medical";
    public const string Psychological = "psychological";

    /// <summary>Reasons and details of audit entries.</summary>
    public const string Audit = "audit";

    /// <summary>Stored files and what is known of them.</summary>
    public const string Files = "files";

    /// <summary>Details of disclosures.</summary>
    public const string Disclosures = "disclosures";

    /// <summary>Half-filled forms.</summary>
    public const string Drafts = "drafts";

    /// <summary>The compartments.</summary>
    public static readonly IReadOnlyList<string> Compartments = [Identity, Contact, Interview, Vetting, Evidence, Dossier, Travel, Reception, Legal, Family, Medical, Psychological];

    /// <summary>Every scope; what a new case gets keys for.</summary>
    public static readonly IReadOnlyList<string> All = [.. Compartments, Audit, Files, Disclosures, Drafts];
}
