using System.Collections.Immutable;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Translations;

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
        var outcome = Status == ConsentStatus.Withdrawn ? TakenBack(after, context) : new ActOutcome(after);
        return Purpose == ConsentPurpose.Store && Status != ConsentStatus.Given ? ShutToTranslators(outcome, context) : outcome;
    }

    /// <summary>Nothing that we may not keep stays with people outside: whoever translates loses sight of it with the same act, and gets the neutral mail.</summary>
    private static ActOutcome ShutToTranslators(ActOutcome outcome, ActContext context) => outcome with
    {
        File = TranslationBooks.CloseOpen(outcome.File, context, null, job => new TranslationStep(job.Number, TranslationStepKind.Withdrawn)),
        Mailed = [.. TranslationBooks.OpenOf(outcome.File, null).Select(j => j.Order.Translator).Distinct()],
    };

    /// <summary>What a word taken back sets in motion (handbook section 5, statement 15): what was handed over is asked back, and what a partner could still read is shut.</summary>
    private ActOutcome TakenBack(CaseFile file, ActContext context)
    {
        var halted = Purpose == ConsentPurpose.Reception && file.Reception.Packages.Count > 0 ? HandOver.Halt(file, context) : file;
        var recalls = Purpose == ConsentPurpose.Submit && file.Dossier.Submissions.Values().Any(s => s.State == Recipient);
        return new(halted) { Told = [new Told(Role.Coordinator, TakenBackTopic), .. recalls ? [new Told(Role.SubmissionOfficer, "recall-due")] : Array.Empty<Told>()] };
    }
}

/// <summary>A stay, or how one that is on file really was: then it takes the place of that one, and both are kept.</summary>
[ActKind("record-stay", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.Counsel, Role.ProtectionOfficer)]
public sealed record RecordStay(string Country, string Basis, PartialDate From) : Act
{
    public PartialDate? Until { get; init; }

    /// <inheritdoc cref="HostStay.ReturnedOn"/>
    public PartialDate? ReturnedOn { get; init; }

    /// <inheritdoc cref="HostStay.Corrects"/>
    public int? Corrects { get; init; }

    /// <inheritdoc cref="HostStay.Why"/>
    public string? Why { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Until is { } until && until.Latest < From.Earliest)
        {
            yield return new Blocker("stay-ends-before-it-begins", "The stay would end before it begins.");
        }

        if (ReturnedOn is { } back && (back.Latest < From.Earliest || back.Earliest > context.Today))
        {
            yield return new Blocker("returned-on-wrong-day", "He would have gone back before the stay began, or on a day that has not come.");
        }

        foreach (var blocker in Corrects is { } number ? StrikeStay.AgainstCorrecting(file, number, Why) : [])
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        StrikeStay.With(file, context, new HostStay(Country, Basis, From, Until) { ReturnedOn = ReturnedOn, Corrects = Corrects, Why = Corrects is null ? null : Why!.Trim() });
}

/// <summary>A stay that is on file never was: it was recorded by mistake, or of somebody else. It is kept and counts no more.</summary>
[ActKind("strike-stay", Compartment.Contact, Role.IntakeOfficer, Role.Screener, Role.Counsel, Role.ProtectionOfficer)]
public sealed record StrikeStay(int Stay, string Why) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => AgainstCorrecting(file, Stay, Why);

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        With(file, context, file.Contact.Standing().First(s => s.Number == Stay).Stay with { Corrects = Stay, Why = Why.Trim(), NeverWas = true });

    internal static IEnumerable<Blocker> AgainstCorrecting(CaseFile file, int stay, string? why)
    {
        if (!file.Contact.Standing().Any(s => s.Number == stay))
        {
            yield return new Blocker("stay-unknown", "The stay that is to be corrected is not on file, or not any more. Open the page again.");
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            yield return new Blocker("reason-missing", "Say by what you know how it really was.");
        }
    }

    internal static ActOutcome With(CaseFile file, ActContext context, HostStay stay) =>
        new(LegalUrgency.Hurried(file with { Contact = file.Contact with { Stays = file.Contact.Stays.Add(context.Record(stay, "document")) } }, context.Host, context.Now));
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
