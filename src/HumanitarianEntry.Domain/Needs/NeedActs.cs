using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.Needs;

/// <summary>Writes on a confidential sheet. One act for both sheets: its name in the open must not tell which.</summary>
[ActKind("write-sheet", Compartment.Medical, Role.ProtectionOfficer)]
public sealed record WriteNeed(Sheet Sheet, string What, NeedUrgency Urgency) : Act
{
    public string? Continues { get; init; }
    public string? Whose { get; init; }
    public bool Met { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Continues is not null && !Sheets.Of(file, Sheet).Needs.Exists(n => n.Value.Label == Continues))
        {
            yield return new Blocker("need-unknown", "What this would continue is not on the sheet. Open the page again.");
        }

        if (Whose is not null && !file.Family.Members.Exists(m => m.Value.Label == Whose))
        {
            yield return new Blocker("member-unknown", "There is no such member on file. Open the page again.");
        }

        if (string.IsNullOrWhiteSpace(What))
        {
            yield return new Blocker("need-missing", "Write what is needed.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var sheet = Sheets.Of(file, Sheet);
        var label = Continues ?? "N" + (sheet.Needs.Current().Count() + 1).ToString(CultureInfo.InvariantCulture);
        return new(file.With(Sheets.CompartmentOf(Sheet), sheet with { Needs = sheet.Needs.Add(context.Record(new Need(label, What.Trim(), Urgency, Whose, Met), "applicant")) }));
    }
}

/// <summary>Asks somebody outside for help with a need. Without the person's consent for just that nothing is told, to nobody.</summary>
[ActKind("refer-need", Compartment.Medical, Role.ProtectionOfficer)]
public sealed record ReferNeed(Sheet Sheet, string Need, string Recipient, string Shared) : Act
{
    /// <summary>In the list of what left stands no word that tells what is needed.</summary>
    public const string NeutralRecipient = "helper for a specific need";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!Sheets.Of(file, Sheet).Needs.Exists(n => n.Value.Label == Need))
        {
            yield return new Blocker("need-unknown", "This need is not on the sheet. Open the page again.");
        }

        if (string.IsNullOrWhiteSpace(Recipient) || string.IsNullOrWhiteSpace(Shared))
        {
            yield return new Blocker("recipient-missing", "Say whom you ask, by function and organisation, and what you tell.");
        }
        else if (Sheets.ConsentFor(file, Recipient.Trim(), context.Now) is null)
        {
            yield return new Blocker("consent-to-care-missing", "The person has not allowed that this helper is told, or took it back. Ask first, and record the answer under consents.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var (sheet, consent) = (Sheets.Of(file, Sheet), Sheets.ConsentFor(file, Recipient.Trim(), context.Now)!);
        var label = "A" + (sheet.Referrals.Current().Count() + 1).ToString(CultureInfo.InvariantCulture);
        var referral = new NeedReferral(label, Need, Recipient.Trim(), Shared.Trim(), consent.ActId, null);
        return new(file.With(Sheets.CompartmentOf(Sheet), sheet with { Referrals = sheet.Referrals.Add(context.Record(referral, "protection officer")) }))
        {
            Disclosures = [new Disclosure($"A specific need, to {Recipient.Trim()}", NeutralRecipient, "care", "consent", consent.ActId)],
        };
    }
}

/// <summary>What the helper answered.</summary>
[ActKind("answer-referral", Compartment.Medical, Role.ProtectionOfficer)]
public sealed record AnswerReferral(Sheet Sheet, string Referral, string Answer) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!Sheets.Of(file, Sheet).Referrals.Exists(r => r.Value.Label == Referral))
        {
            yield return new Blocker("referral-unknown", "Nobody was asked under this number. Open the page again.");
        }

        if (string.IsNullOrWhiteSpace(Answer))
        {
            yield return new Blocker("answer-missing", "Write what the helper answered.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var sheet = Sheets.Of(file, Sheet);
        var asked = sheet.Referrals.Last(r => r.Value.Label == Referral).Value;
        return new(file.With(Sheets.CompartmentOf(Sheet), sheet with { Referrals = sheet.Referrals.Add(context.Record(asked with { Answer = Answer.Trim() }, asked.Recipient)) }));
    }
}
