using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Exclusion;

/// <summary>
/// What must be there for a limb of article 1F, or for a ground that excludes responsibility: each is a question of its own.
/// Sources: 1951 Convention art. 1F; UNHCR Guidelines on International Protection No. 5 (HCR/GIP/03/05) with its Background Note, parts on article 1F (a) to (c) and on grounds for rejecting individual responsibility;
/// Rome Statute art. 5 to 8 and 8 bis for the crimes, art. 31 to 33 and 25 (3) (f) for the grounds.
/// </summary>
public enum ExclusionElement
{
    /// <summary>Planning, preparing, starting or waging a war of aggression.</summary>
    WarOfAggression,

    /// <summary>A position in which one can direct the policy of a state; soldiers have none.</summary>
    LeadingPosition,

    LinkToArmedConflict,
    ProtectedPersonOrObject,
    SeriousViolation,

    WidespreadOrSystematicAttack,
    AttackOnCivilians,

    /// <summary>Genocide is looked at here too (Background Note, crimes against humanity).</summary>
    NamedInhumaneAct,
    KnowledgeOfTheAttack,

    SeriousCrime,
    NotPolitical,
    OutsideTheCountryOfRefuge,
    BeforeAdmission,

    PowerInState,
    InternationalDimension,

    LegalDutyToObey,
    DidNotKnowTheOrderWasUnlawful,
    OrderNotManifestlyUnlawful,

    ThreatOfDeathOrGraveHarm,
    NoOtherWay,
    NoGreaterHarmIntended,

    UnlawfulForceWasImminent,
    DefenceInProportion,

    MistakeRemovesIntent,

    CouldNotUnderstandOrControl,

    /// <summary>Whoever is under eighteen at the time is not tried by the Court (art. 26); Guidelines, part on children.</summary>
    NotByOwnDoing,

    StoppedBeforeItWasDone,
    GaveUpWhollyAndFreely,
}

/// <summary>How an element stands to the person who assesses.</summary>
public enum ElementFinding
{
    Shown,
    NotShown,
    CannotTell,
}

/// <param name="Words">Why, with what it rests on.</param>
public sealed record ElementAnswer(ExclusionElement Element, ElementFinding Finding, string Words);

/// <summary>
/// How a person can have a part in a crime (Rome Statute art. 25 (3) and 28; Guidelines No. 5, individual responsibility). To have belonged to a unit, an army or a state is none of them.
/// </summary>
public enum ContributionMode
{
    /// <summary>Looked for and not found.</summary>
    None,
    Committed,
    Ordered,

    /// <summary>Aided or encouraged, with a substantial effect on the crime.</summary>
    Aided,

    /// <summary>Contributed on purpose to a crime of a group that acted with a common purpose.</summary>
    CommonPurpose,

    /// <summary>Had command or control, knew or should have known, and did not prevent or report it.</summary>
    CommandResponsibility,
}

/// <summary>Why somebody who did it may not answer for it (Rome Statute art. 31 to 33 and 25 (3) (f)).</summary>
public enum ExclusionGround
{
    SuperiorOrders,
    Duress,
    SelfDefence,
    Mistake,
    Incapacity,
    VoluntaryAbandonment,
}

/// <summary>Which elements belong to which limb and which ground.</summary>
public static class ExclusionElements
{
    public static ImmutableArray<ExclusionElement> Of(ExclusionLimb limb) => limb switch
    {
        ExclusionLimb.Peace => [ExclusionElement.WarOfAggression, ExclusionElement.LeadingPosition],
        ExclusionLimb.WarCrime => [ExclusionElement.LinkToArmedConflict, ExclusionElement.ProtectedPersonOrObject, ExclusionElement.SeriousViolation],
        ExclusionLimb.CrimeAgainstHumanity => [ExclusionElement.WidespreadOrSystematicAttack, ExclusionElement.AttackOnCivilians, ExclusionElement.NamedInhumaneAct, ExclusionElement.KnowledgeOfTheAttack],
        ExclusionLimb.SeriousNonPoliticalCrime => [ExclusionElement.SeriousCrime, ExclusionElement.NotPolitical, ExclusionElement.OutsideTheCountryOfRefuge, ExclusionElement.BeforeAdmission],
        ExclusionLimb.UnitedNationsPurposes => [ExclusionElement.PowerInState, ExclusionElement.InternationalDimension],
    };

    public static ImmutableArray<ExclusionElement> Of(ExclusionGround ground) => ground switch
    {
        ExclusionGround.SuperiorOrders => [ExclusionElement.LegalDutyToObey, ExclusionElement.DidNotKnowTheOrderWasUnlawful, ExclusionElement.OrderNotManifestlyUnlawful],
        ExclusionGround.Duress => [ExclusionElement.ThreatOfDeathOrGraveHarm, ExclusionElement.NoOtherWay, ExclusionElement.NoGreaterHarmIntended],
        ExclusionGround.SelfDefence => [ExclusionElement.UnlawfulForceWasImminent, ExclusionElement.DefenceInProportion],
        ExclusionGround.Mistake => [ExclusionElement.MistakeRemovesIntent],
        ExclusionGround.Incapacity => [ExclusionElement.CouldNotUnderstandOrControl, ExclusionElement.NotByOwnDoing],
        ExclusionGround.VoluntaryAbandonment => [ExclusionElement.StoppedBeforeItWasDone, ExclusionElement.GaveUpWhollyAndFreely],
    };

    /// <summary>Orders to commit genocide or crimes against humanity are manifestly unlawful, always (Rome Statute art. 33 (2)).</summary>
    public static bool IsAlwaysManifest(ExclusionLimb limb) => limb == ExclusionLimb.CrimeAgainstHumanity;
}
