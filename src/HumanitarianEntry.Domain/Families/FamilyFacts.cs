using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.Families;

/// <summary>Compartment "family": as little of each member as is needed. Never an address: relatives are pressed.</summary>
public sealed record FamilyFacts : CompartmentFacts
{
    public ImmutableList<Recorded<FamilyMember>> Members { get; init; } = [];
    public ImmutableList<Recorded<BestInterestCheck>> ChildChecks { get; init; } = [];
    public ImmutableList<Recorded<MemberConsent>> Consents { get; init; } = [];
    public ImmutableList<Recorded<MemberOutcome>> Outcomes { get; init; } = [];
}

public enum Relation
{
    Spouse,
    Partner,
    Child,
    Stepchild,
    Ward,
    Parent,
    Sibling,
    Grandparent,
    OtherRelative,
    OtherDependant,
}

/// <param name="CalledName">What we call the person; need not be the real name.</param>
/// <param name="BirthYear">Null when not known.</param>
/// <param name="Country">Where the person is, ISO 3166-1 alpha-2; null when not known. Never more than the country.</param>
/// <param name="Travels">Is to come along.</param>
public sealed record FamilyMember(string Label, Relation Relation, string CalledName, int? BirthYear, string? Country, bool Dependant, bool Travels) : ILabelled;

public enum BestInterest
{
    /// <summary>To travel with the family is best for the child.</summary>
    ToTravel,

    /// <summary>It is better for the child to stay.</summary>
    ToStay,

    /// <summary>Not clear yet: something must be found out first.</summary>
    NotClear,
}

/// <summary>Who has the say over the child, and how that is known.</summary>
public enum Custody
{
    NotKnown,
    BothParentsTravel,
    OtherParentAgrees,
    SoleCustodyProven,
    OtherParentDead,
    GuardianByCourt,
    OtherParentRefuses,
}

/// <param name="Member">Label of the child.</param>
/// <param name="HeldOn">The day on which the check was held.</param>
/// <param name="ChildHeard">The child was asked, in a way fit for the age.</param>
public sealed record BestInterestCheck(string Member, DateOnly HeldOn, BestInterest Result, Custody Custody, bool ChildHeard, string Reasons);

/// <summary>What a member allows for himself or herself; nobody allows it for a grown-up.</summary>
public sealed record MemberConsent(string Member, ConsentPurpose Purpose, ConsentStatus Status, ConsentMethod Method, string Language);

/// <summary>What the state decided for one member.</summary>
public enum MemberDecision
{
    Accepted,
    Refused,
    Deferred,
    NotConsidered,
}

/// <param name="GoesAhead">The member wants to travel although not all were accepted; null while not asked.</param>
public sealed record MemberOutcome(string Member, MemberDecision Decision, DateOnly DecidedOn, bool? GoesAhead);
