using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Referral;

/// <summary>What is asked at first contact: no full name (handbook G0).</summary>
public sealed record ReferralFacts(
    string Pseudonym, ContactChannel Channel, string CountryOfStay, PartialDate? StayExpiresOn, bool InDetention, bool? Wanted,
    ImmutableList<string> PapersHeld, int FamilySize, string Language, string Reason, string ReferredBy);

/// <summary>First contact: opens a case at G0. The only act without a case before it.</summary>
[ActKind("open-case", Compartment.Contact, Role.IntakeOfficer, Role.Applicant, Role.System, NeedsAssignment = false)]
public sealed record OpenCase(string Pseudonym, ContactChannel Channel, string CountryOfStay, string Language, string Reason) : Act
{
    public Priority Priority { get; init; }
    public PartialDate? StayExpiresOn { get; init; }
    public bool InDetention { get; init; }
    public bool? Wanted { get; init; }
    public ImmutableList<string> PapersHeld { get; init; } = [];
    public int FamilySize { get; init; } = 1;
    public string ReferredBy { get; init; } = "self";

    /// <summary>The programme and the version of its definition under which the case begins. Set when the act is done, so that the audit chain alone tells how the case began; null in chains of before.</summary>
    public string? Programme { get; init; }

    public string? Definition { get; init; }

    /// <summary>Whoever writes a case down has it; what came by itself, or from another organisation's system, waits for somebody.</summary>
    public static bool IsTakenOnBy(Role role) => role == Role.IntakeOfficer;

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Pseudonym))
        {
            yield return new Blocker("pseudonym-missing", "Choose a name that we may call the person by; it need not be the real one.");
        }

        if (CountryOfStay.Length != 2 || !CountryOfStay.All(char.IsAsciiLetterUpper))
        {
            yield return new Blocker("country-unknown", "Name the country of stay by its two-letter code.");
        }

        if (string.IsNullOrWhiteSpace(Channel.Handle) && Channel.Kind != ChannelKind.SecureSpace)
        {
            yield return new Blocker("channel-missing", "Say how we can answer safely.");
        }

        if (context.Programme.Status is ProgrammeStatus.Draft or ProgrammeStatus.Closed)
        {
            yield return new Blocker("programme-not-open", "This programme takes nobody on now.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var facts = new ReferralFacts(Pseudonym.Trim(), Channel, CountryOfStay, StayExpiresOn, InDetention, Wanted, PapersHeld, FamilySize, Language, Reason, ReferredBy);
        var opened = file with
        {
            CountryOfStay = CountryOfStay,
            Priority = InDetention ? Priority.Emergency : Priority,
            Contact = file.Contact with { Referrals = [context.Record(facts, ReferredBy)] },
        };
        return new(StayReminders.Hurried(opened, context.Now));
    }
}

/// <summary>Sets how fast the case must move; the reason is shown wherever the order of work is.</summary>
[ActKind("set-priority", Compartment.Contact, Role.IntakeOfficer, Role.Coordinator, Role.ProtectionOfficer)]
public sealed record SetPriority(Priority Priority, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say why the priority changes.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Priority = Priority, Contact = file.Contact with { PriorityReasons = file.Contact.PriorityReasons.Add(context.Record(new PriorityReason(Priority, Reason.Trim()), "staff")) } });
}
