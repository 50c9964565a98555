using HumanitarianEntry.Domain.Exclusion;

namespace HumanitarianEntry.Web.Vetters.Assessments;

/// <summary>What each part of an assessment asks, in plain words. Sources are named in the rules (Domain/Exclusion).</summary>
public static class ExclusionWords
{
    public static string Title(ExclusionStep step) => step switch
    {
        ExclusionStep.Raised => S("What raised it"),
        ExclusionStep.Limb => S("Part of article 1F"),
        ExclusionStep.Elements => S("Elements"),
        ExclusionStep.Act => S("The act"),
        ExclusionStep.Contribution => S("Own contribution"),
        ExclusionStep.Intent => S("Knowledge and intent"),
        ExclusionStep.Grounds => S("Grounds that exclude responsibility"),
        ExclusionStep.Proportionality => S("Proportionality and expiation"),
        ExclusionStep.Standard => S("Standard of proof"),
        ExclusionStep.Conclusion => S("Conclusion"),
    };

    public static string Lead(ExclusionStep step) => step switch
    {
        ExclusionStep.Raised => S("Read what raised the question before anything else. Assess the person, not the unit."),
        ExclusionStep.Limb => S("Which part of article 1F would the act fall under, if it was as it seems? It can be changed later; what you typed for another part is kept."),
        ExclusionStep.Elements => S("Each part of article 1F has its own elements. Say of each whether it is shown, and why."),
        ExclusionStep.Act => S("One act, as exactly as it is known. Say from which sources."),
        ExclusionStep.Contribution => S("To have belonged to a unit, an army or a state is never enough. What did this person do, or fail to do?"),
        ExclusionStep.Intent => S("Did the person mean the act or its consequence, and know the circumstances that make it a crime? From what does that follow?"),
        ExclusionStep.Grounds => S("Look into every ground that the person raised or that the facts suggest. Tick it and answer its elements."),
        ExclusionStep.Proportionality => S("Needed before “serious reasons”. What would exclusion mean for the person, held against the gravity of the act?"),
        ExclusionStep.Standard => S("“Serious reasons for considering” is more than suspicion: clear and credible information. It is less than a criminal conviction needs. We bear the burden, not the person."),
        ExclusionStep.Conclusion => S("Only a person concludes. Nothing on these pages suggests a conclusion."),
    };

    /// <summary>The question behind an element.</summary>
    public static string Ask(ExclusionElement element) => element switch
    {
        ExclusionElement.WarOfAggression => S("Was it planning, preparing, starting or waging a war of aggression?"),
        ExclusionElement.LeadingPosition => S("Could the person direct the policy of a state or its forces? Ordinary soldiers cannot."),
        ExclusionElement.LinkToArmedConflict => S("Was there an armed conflict, and was the act linked to it?"),
        ExclusionElement.ProtectedPersonOrObject => S("Who or what was harmed: civilians, prisoners, the wounded, homes, hospitals? Or was a forbidden method used?"),
        ExclusionElement.SeriousViolation => S("Is it a serious violation of the law of armed conflict? Lawful fighting is none."),
        ExclusionElement.WidespreadOrSystematicAttack => S("Was there a widespread or systematic attack of which the act was a part?"),
        ExclusionElement.AttackOnCivilians => S("Was that attack directed against a civilian population?"),
        ExclusionElement.NamedInhumaneAct => S("Which act: murder, torture, deportation, rape, persecution, enforced disappearance? Genocide is looked at here too."),
        ExclusionElement.KnowledgeOfTheAttack => S("Did the person know of the attack and that the act was a part of it?"),
        ExclusionElement.SeriousCrime => S("Is it a serious crime by international standards: harm, punishment, how most states see it?"),
        ExclusionElement.NotPolitical => S("Were the motives other than political, or was the means out of all proportion to the aim? A case made up by the persecuting state is no crime."),
        ExclusionElement.OutsideTheCountryOfRefuge => S("Where was it committed: outside the country of refuge?"),
        ExclusionElement.BeforeAdmission => S("When was it committed: before the person was admitted there?"),
        ExclusionElement.PowerInState => S("Did the person hold power in a state or a body like a state?"),
        ExclusionElement.InternationalDimension => S("Did the act strike at peace between states or at the ground of their living together?"),
        ExclusionElement.LegalDutyToObey => S("Was the person bound by law to obey the order?"),
        ExclusionElement.DidNotKnowTheOrderWasUnlawful => S("Did the person not know that the order was unlawful?"),
        ExclusionElement.OrderNotManifestlyUnlawful => S("Was the order not manifestly unlawful? Orders to commit genocide or crimes against humanity always are."),
        ExclusionElement.ThreatOfDeathOrGraveHarm => S("Was there a threat of death, or of grave bodily harm, near at hand, to the person or somebody else?"),
        ExclusionElement.NoOtherWay => S("Was the act needed and reasonable to avoid it? Was there another way, such as to flee?"),
        ExclusionElement.NoGreaterHarmIntended => S("Did the person mean to cause no greater harm than the one to be avoided?"),
        ExclusionElement.UnlawfulForceWasImminent => S("Was unlawful force about to be used against the person, or somebody the person defended?"),
        ExclusionElement.DefenceInProportion => S("Was the defence reasonable and in proportion to the danger?"),
        ExclusionElement.MistakeRemovesIntent => S("Did the person err about a fact so that there was no intent?"),
        ExclusionElement.CouldNotUnderstandOrControl => S("Could the person not understand what was done, or not control it: illness, intoxication, age?"),
        ExclusionElement.NotByOwnDoing => S("Had the person come into that state without own doing? How old was the person?"),
        ExclusionElement.StoppedBeforeItWasDone => S("Did the person stop, or prevent it, before the crime was done?"),
        ExclusionElement.GaveUpWhollyAndFreely => S("Did the person give it up wholly and freely?"),
    };

    /// <summary>What a way of contributing asks for.</summary>
    public static string About(ContributionMode mode) => mode switch
    {
        ContributionMode.None => S("Looked for and not found"),
        ContributionMode.Committed => S("Did it, alone or with others"),
        ContributionMode.Ordered => S("Ordered or called for it, and it was done or tried"),
        ContributionMode.Aided => S("Helped, with a substantial effect on the act, and knew of it"),
        ContributionMode.CommonPurpose => S("Contributed on purpose to what a group did together"),
        ContributionMode.CommandResponsibility => S("Had command or control, knew or should have known, and did not prevent or report it"),
    };

    public static string About(ExclusionConclusion conclusion) => conclusion switch
    {
        ExclusionConclusion.NoTrigger => S("There is no act to assess"),
        ExclusionConclusion.TriggerCleared => S("Looked into in full; no serious reasons"),
        ExclusionConclusion.Unresolved => S("Looked into in full; it cannot be decided now"),
        ExclusionConclusion.SeriousReasons => S("Clear and credible information that the person did it and answers for it"),
    };
}

/// <summary>One element on a page.</summary>
/// <param name="At">Its place among the elements of the form.</param>
public sealed record ElementOnPage(ExclusionForm Form, int At);
