using System.Collections.Immutable;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Reception;

namespace HumanitarianEntry.Domain.Consent;

[ActKind("plan-safe-contact", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.ProtectionOfficer)]
public sealed record PlanSafeContact(ImmutableList<ContactChannel> Channels, bool DeviceShared, string CodePhrase, string DuressPhrase, string WhatMayBeSaid) : Act
{
    public string? FallbackPerson { get; init; }

    /// <summary>Neutral mails are opt-in (design 11.5).</summary>
    public bool MailNotices { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Channels.Count == 0)
        {
            yield return new Blocker("channel-missing", "Name at least one safe channel.");
        }

        if (string.IsNullOrWhiteSpace(CodePhrase) || string.IsNullOrWhiteSpace(DuressPhrase) || string.Equals(CodePhrase.Trim(), DuressPhrase.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            yield return new Blocker("phrases-missing", "Agree on a code phrase and on another phrase that means danger.");
        }

        if (MailNotices && Channels.TrueForAll(c => c.Kind != ChannelKind.Email))
        {
            yield return new Blocker("mail-address-missing", "Mail notices need an e-mail channel.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var plan = new SafeContactPlan(Channels, DeviceShared, CodePhrase.Trim(), DuressPhrase.Trim(), FallbackPerson, WhatMayBeSaid, MailNotices);
        return new(file with { Contact = file.Contact with { Plans = file.Contact.Plans.Add(context.Record(plan, "applicant")) } });
    }
}

/// <summary>Records what the person allows, refuses or takes back. Taking back blocks every later use in the same transaction.</summary>
[ActKind("record-consent", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.Coordinator, Role.Applicant)]
public sealed record RecordConsent(ConsentPurpose Purpose, ConsentStatus Status, string TextVersion, string Language, ConsentMethod Method) : Act
{
    public const string TakenBackTopic = "consent-taken-back";

    public string? Recipient { get; init; }
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>The person said back in own words what it means.</summary>
    public bool ReadBack { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Purpose == ConsentPurpose.Submit && string.IsNullOrWhiteSpace(Recipient))
        {
            yield return new Blocker("consent-recipient-missing", "Consent to hand over names the state that will receive the file.");
        }

        if (ExpiresOn is { } end && end < context.Today)
        {
            yield return new Blocker("consent-already-expired", "The consent would have ended before today.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var given = new ConsentGiven(Purpose, Recipient, Status, TextVersion, Language, Method, ExpiresOn) { ReadBack = ReadBack };
        var recorded = new RecordedConsent(context.ActId, given, context.Provenance("applicant", Confidence.Confirmed));
        var after = file with { Contact = file.Contact with { Consents = file.Contact.Consents.Add(recorded) } };
        return Status == ConsentStatus.Withdrawn ? TakenBack(after, context) : new ActOutcome(after);
    }

    /// <summary>What a word taken back sets in motion (handbook section 5, statement 15): what was handed over is asked back, and what a partner could still read is shut.</summary>
    private ActOutcome TakenBack(CaseFile file, ActContext context)
    {
        var halted = Purpose == ConsentPurpose.Reception && file.Reception.Packages.Count > 0 ? HandOver.Halt(file, context) : file;
        var recalls = Purpose == ConsentPurpose.Submit && file.Dossier.Submissions.Values().Any(s => s.State == Recipient);
        return new(halted) { Told = [new Told(Role.Coordinator, TakenBackTopic), .. recalls ? [new Told(Role.SubmissionOfficer, "recall-due")] : Array.Empty<Told>()] };
    }
}

[ActKind("record-stay", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.Counsel, Role.ProtectionOfficer)]
public sealed record RecordStay(string Country, string Basis, PartialDate From) : Act
{
    public PartialDate? Until { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Until is { } until && until.Latest < From.Earliest)
        {
            yield return new Blocker("stay-ends-before-it-begins", "The stay would end before it begins.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(LegalUrgency.Hurried(file with { Contact = file.Contact with { Stays = file.Contact.Stays.Add(context.Record(new HostStay(Country, Basis, From, Until), "document")) } }, context.Host, context.Now));
}

[ActKind("record-contact-attempt", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.Coordinator, Role.ProtectionOfficer)]
public sealed record RecordContactAttempt(ChannelKind Channel, bool Answered, bool WelfareCheck, string Note) : Act
{
    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var after = file with { Contact = file.Contact with { Attempts = file.Contact.Attempts.Add(context.Record(new ContactAttempt(Channel, Answered, WelfareCheck, Note), "staff")) } };
        return new(after) { Told = [.. NoShowLoop.ToldBy(file, after)] };
    }
}
