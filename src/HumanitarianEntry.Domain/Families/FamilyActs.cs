using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.Families;

/// <summary>A member of the family, or what is known better now.</summary>
[ActKind("record-family-member", Compartment.Family, Role.Screener, Role.ProtectionOfficer, Role.Counsel)]
public sealed record RecordFamilyMember(Relation Relation, string CalledName) : Act
{
    public string? Continues { get; init; }
    public int? BirthYear { get; init; }
    public string? Country { get; init; }
    public bool Dependant { get; init; }
    public bool Travels { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Continues is not null && !FamilyActRules.Knows(file, Continues))
        {
            yield return FamilyActRules.Unknown;
        }

        if (string.IsNullOrWhiteSpace(CalledName))
        {
            yield return new Blocker("name-missing", "Write what we call this person; it need not be the real name.");
        }

        if (BirthYear is { } year && (year < 1900 || year > context.Today.Year))
        {
            yield return new Blocker("birth-year-impossible", "The year of birth is not possible.");
        }

        if (Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)))
        {
            yield return new Blocker("country-unknown", "Name the country by its two-letter code.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var label = Continues ?? "M" + (file.Family.Members.Current().Count() + 1).ToString(CultureInfo.InvariantCulture);
        var member = new FamilyMember(label, Relation, CalledName.Trim(), BirthYear, Country, Dependant, Travels);
        return new(file with { Family = file.Family with { Members = file.Family.Members.Add(context.Record(member, "applicant")) } });
    }
}

/// <summary>What is best for a child was asked and answered.</summary>
[ActKind("check-best-interest", Compartment.Family, Role.ProtectionOfficer, Role.Counsel)]
public sealed record CheckBestInterest(string Member, DateOnly HeldOn, BestInterest Result, Custody Custody, bool ChildHeard, string Reasons) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Family.Members.Current().FirstOrDefault(m => m.Value.Label == Member) is not { } member)
        {
            yield return FamilyActRules.Unknown;
        }
        else if (!FamilyRules.IsChild(member.Value, context.Today))
        {
            yield return new Blocker("not-a-child", "This member is grown up by the recorded year of birth.");
        }

        if (HeldOn > context.Today.AddDays(1))
        {
            yield return new Blocker("held-in-the-future", "The check would have been held on a day that has not come.");
        }

        if (string.IsNullOrWhiteSpace(Reasons))
        {
            yield return new Blocker("reason-missing", "Write the reasons in a sentence or two.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Family = file.Family with { ChildChecks = file.Family.ChildChecks.Add(context.Record(new BestInterestCheck(Member, HeldOn, Result, Custody, ChildHeard, Reasons.Trim()), "check", Confidence.Confirmed)) } });
}

[ActKind("record-member-consent", Compartment.Family, Role.Screener, Role.ProtectionOfficer, Role.Counsel)]
public sealed record RecordMemberConsent(string Member, ConsentPurpose Purpose, ConsentStatus Status, ConsentMethod Method, string Language) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context) => FamilyActRules.Knows(file, Member) ? [] : [FamilyActRules.Unknown];

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Family = file.Family with { Consents = file.Family.Consents.Add(context.Record(new MemberConsent(Member, Purpose, Status, Method, Language), "member", Confidence.Confirmed)) } });
}

/// <summary>What the state decided for one member, and whether that member goes ahead.</summary>
[ActKind("record-member-outcome", Compartment.Family, Role.Coordinator, Role.Counsel)]
public sealed record RecordMemberOutcome(string Member, MemberDecision Decision, DateOnly DecidedOn) : Act
{
    public bool? GoesAhead { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!FamilyActRules.Knows(file, Member))
        {
            yield return FamilyActRules.Unknown;
        }

        if (file.Dossier.StateDecisions.Count == 0)
        {
            yield return new Blocker("state-decision-not-recorded", "No decision of a state is on file yet.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Family = file.Family with { Outcomes = file.Family.Outcomes.Add(context.Record(new MemberOutcome(Member, Decision, DecidedOn, GoesAhead), "post")) } });
}

internal static class FamilyActRules
{
    public static readonly Blocker Unknown = new("member-unknown", "There is no such member on file. Open the page again.");

    public static bool Knows(CaseFile file, string label) => file.Family.Members.Exists(m => m.Value.Label == label);
}
