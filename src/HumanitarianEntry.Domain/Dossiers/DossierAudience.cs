using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>For whom a dossier is made and what may be said to him.</summary>
/// <param name="State">ISO 3166-1 alpha-2 of the state that decides.</param>
public sealed record DossierAudience(string Recipient, string State, DisclosureProfile Profile)
{
    /// <summary>As before there were profiles, for nobody in particular.</summary>
    public static readonly DossierAudience Standard = new(string.Empty, string.Empty, DisclosureProfile.Standard);

    public static DossierAudience Of(ProgrammeRules programme, string recipient) => new(recipient, programme.DestinationState, programme.ProfileOf(recipient));
}

/// <summary>Which files travel to whom. Medical papers go with the confidential sheet, and only to whom the person allowed to be told what he needs (handbook section 6, row 12).</summary>
public static class AnnexRules
{
    /// <param name="today">Null: whatever consent was given is taken to hold.</param>
    public static bool IsCarried(CaseFile file, EvidenceItem item, DossierAudience audience, DateOnly? today = null) =>
        FileRules.IsCarried(file, item) && audience.Profile.Allows(item.Type)
        && (!IsMedical(item) || (audience.Profile.Allows(DisclosedPart.Medical) && MayKnowNeeds(file, audience, today)))
        && (audience.Profile.Allows(DisclosedPart.Photograph) || file.Dossier.Photograph?.Item != item.Label);

    public static bool IsMedical(EvidenceItem item) => item.Type == EvidenceType.MedicalRecord;

    /// <summary>The person allowed this recipient, this state or everybody who helps to be told of his needs, and did not take it back.</summary>
    public static bool MayKnowNeeds(CaseFile file, DossierAudience audience, DateOnly? today = null) =>
        file.Contact.Consents.LastOrDefault(c => c.Provenance.At >= file.Position.BeganAt && c.Consent.Purpose == ConsentPurpose.Care
                && (c.Consent.Recipient is null || c.Consent.Recipient.Equals(audience.Recipient, StringComparison.OrdinalIgnoreCase) || c.Consent.Recipient.Equals(audience.State, StringComparison.OrdinalIgnoreCase)))
            is { Consent.Status: ConsentStatus.Given } given && (today is null || given.Consent.ExpiresOn is not { } end || today <= end);

    /// <summary>What stands against handing over what the version carries: a word taken back, or run out, since it was made.</summary>
    public static IEnumerable<Blocker> AgainstRelease(CaseFile file, DossierVersion version, DossierAudience audience, DateOnly today)
    {
        if (version.Annexes is { } annexes && annexes.Exists(a => file.Evidence.Find(a.Item) is { } item && IsMedical(item)) && !MayKnowNeeds(file, audience, today))
        {
            yield return new Blocker("consent-to-care-missing", $"Version {version.Version} carries medical papers, and the person has not allowed that this recipient gets them, or took it back. Make a new version.");
        }
    }
}
