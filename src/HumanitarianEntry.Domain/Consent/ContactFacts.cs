using System.Collections.Immutable;
using System.Text.Json.Serialization;
using HumanitarianEntry.Domain.AccessCodes;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SamePerson;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Domain.Consent;

/// <summary>Compartment "contact": how the person came to us, how he can be reached safely, what he allows, and his legal stay.</summary>
public sealed record ContactFacts : CompartmentFacts
{
    public ImmutableList<Recorded<ReferralFacts>> Referrals { get; init; } = [];
    public ImmutableList<Recorded<SafeContactPlan>> Plans { get; init; } = [];
    public ImmutableList<RecordedConsent> Consents { get; init; } = [];
    public ImmutableList<Recorded<HostStay>> Stays { get; init; } = [];
    public ImmutableList<Recorded<StayReminder>> StayReminders { get; init; } = [];
    public ImmutableList<Recorded<PriorityReason>> PriorityReasons { get; init; } = [];
    public ImmutableList<Recorded<ContactAttempt>> Attempts { get; init; } = [];
    public ImmutableList<Recorded<Message>> Messages { get; init; } = [];
    public ImmutableList<Recorded<Withdrawal>> Withdrawals { get; init; } = [];
    public ImmutableList<Recorded<Reopening>> Reopenings { get; init; } = [];
    public ImmutableList<Recorded<AccessCodeStep>> AccessCodes { get; init; } = [];
    public ImmutableList<Recorded<Likeness>> Likenesses { get; init; } = [];
    public ImmutableList<Recorded<LikenessDismissal>> LikenessDismissals { get; init; } = [];
    public ImmutableList<Recorded<MergeStep>> Merges { get; init; } = [];
    public ImmutableList<Recorded<Appointment>> Appointments { get; init; } = [];
    public ImmutableList<Recorded<AppointmentStep>> AppointmentSteps { get; init; } = [];
    public ImmutableList<Recorded<HandOverAsked>> HandOvers { get; init; } = [];
    public ImmutableList<Recorded<HandOverStep>> HandOverSteps { get; init; } = [];
    public ImmutableList<Recorded<FormalRequest>> FormalRequests { get; init; } = [];
    public ImmutableList<Recorded<FormalAnswer>> FormalAnswers { get; init; } = [];
    public ImmutableList<Recorded<ErasureStep>> ErasureSteps { get; init; } = [];
    public ImmutableList<Recorded<FormalReminder>> FormalReminders { get; init; } = [];
    public ImmutableList<Recorded<OwnCopyTaken>> OwnCopyTaken { get; init; } = [];
    public ImmutableList<Recorded<ConsentReminder>> ConsentReminders { get; init; } = [];
}

public enum ChannelKind
{
    Signal,
    Matrix,
    Phone,
    Email,
    ViaPerson,
    InPerson,
    SecureSpace,
}

/// <summary>A way to reach the person and when it is safe to use it.</summary>
public sealed record ContactChannel(ChannelKind Kind, string Handle, string SafeHours, string TimeZone, bool MayLeaveMessage);

/// <summary>G1: how the person can be reached without being endangered. The duress phrase is kept as typed in this sealed compartment only.</summary>
public sealed record SafeContactPlan(
    ImmutableList<ContactChannel> Channels, bool DeviceShared, string CodePhrase, string DuressPhrase, string? FallbackPerson, string WhatMayBeSaid, bool MailNotices);

public enum ConsentPurpose
{
    Store,
    Record,
    Vet,
    Submit,
    Reception,
    Media,
    Accountability,
    Research,

    /// <summary>Telling a doctor, a psychologist or another helper what is needed.</summary>
    Care,
}

public enum ConsentStatus
{
    Given,
    Refused,
    Withdrawn,
}

public enum ConsentMethod
{
    Signed,
    VerbalRecorded,
    VerbalWitnessed,
    InSecureSpace,
}

/// <summary>One consent for one purpose and, where data leaves, one recipient (a state for <see cref="ConsentPurpose.Submit"/>, ISO 3166-1).</summary>
public sealed record ConsentGiven(ConsentPurpose Purpose, string? Recipient, ConsentStatus Status, string TextVersion, string Language, ConsentMethod Method, DateOnly? ExpiresOn)
{
    /// <summary>The person said back in own words what it means.</summary>
    public bool ReadBack { get; init; }
}

/// <summary>A consent and the act that recorded it, which disclosures point to.</summary>
public sealed record RecordedConsent(Guid ActId, ConsentGiven Consent, Provenance Provenance);

/// <summary>Legal stay in the country of stay; its clock never pauses.</summary>
/// <remarks>Added, never overwritten: <see cref="HostStays.Standing"/> says which hold.</remarks>
public sealed record HostStay(string Country, string Basis, PartialDate From, PartialDate? Until)
{
    /// <summary>When he went back to his own country; null when he did not, as far as is known.</summary>
    public PartialDate? ReturnedOn { get; init; }

    /// <summary>Which recorded stay of the case, counted from 1, this takes the place of; null for a stay of its own.</summary>
    public int? Corrects { get; init; }

    /// <summary>Why it was corrected.</summary>
    public string? Why { get; init; }

    /// <summary>What it corrects was a mistake: there was no such stay. Absent where it is not, so that stays of before read and hash the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeverWas { get; init; }
}

public sealed record ContactAttempt(ChannelKind Channel, bool Answered, bool WelfareCheck, string Note);

public sealed record Withdrawal(string? Reason);

public sealed record PriorityReason(Priority Priority, string Reason);
