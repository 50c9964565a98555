using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.Needs;

/// <summary>The confidential sheets: each sealed under a key of its own, opened on its own page, each look in the read log.</summary>
public enum Sheet
{
    Medical,
    Psychological,
}

/// <summary>What a confidential sheet holds. Nothing of it is ever put into a dossier.</summary>
public abstract record NeedSheet : CompartmentFacts
{
    public ImmutableList<Recorded<Need>> Needs { get; init; } = [];
    public ImmutableList<Recorded<NeedReferral>> Referrals { get; init; } = [];
}

/// <summary>Compartment "medical".</summary>
public sealed record MedicalFacts : NeedSheet;

/// <summary>Compartment "psychological".</summary>
public sealed record PsychologicalFacts : NeedSheet;

public enum NeedUrgency
{
    Ordinary,
    Soon,
    AtOnce,
}

/// <param name="Whose">Label of a family member; null when it is the applicant's own.</param>
public sealed record Need(string Label, string What, NeedUrgency Urgency, string? Whose, bool Met) : ILabelled;

/// <summary>Somebody outside was asked for help with a need.</summary>
/// <param name="Recipient">Function and organisation, not only a person.</param>
/// <param name="ConsentActId">The consent on which it was asked.</param>
/// <param name="Answer">Null while there is none.</param>
public sealed record NeedReferral(string Label, string Need, string Recipient, string Shared, Guid ConsentActId, string? Answer) : ILabelled;

public static class Sheets
{
    public static bool IsSheet(Compartment compartment) => compartment is Compartment.Medical or Compartment.Psychological;

    public static Compartment CompartmentOf(Sheet sheet) => sheet switch
    {
        Sheet.Medical => Compartment.Medical,
        Sheet.Psychological => Compartment.Psychological,
    };

    public static NeedSheet Of(CaseFile file, Sheet sheet) => (NeedSheet)file[CompartmentOf(sheet)];

    /// <summary>The consent that allows to tell this helper: given for care, for everybody or for just this one, not ended and not taken back.</summary>
    public static RecordedConsent? ConsentFor(CaseFile file, string recipient, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return file.Contact.Consents.LastOrDefault(c => c.Provenance.At >= file.Position.BeganAt && c.Consent.Purpose == ConsentPurpose.Care
                && (c.Consent.Recipient is null || string.Equals(c.Consent.Recipient, recipient, StringComparison.OrdinalIgnoreCase)))
            is { Consent.Status: ConsentStatus.Given } given && (given.Consent.ExpiresOn is not { } end || today <= end) ? given : null;
    }
}
