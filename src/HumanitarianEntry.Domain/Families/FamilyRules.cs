using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.Families;

/// <summary>What the family asks of the gates. Sentences name members by their labels only.</summary>
public static class FamilyRules
{
    private const int GrownUpAt = 18;

    /// <summary>Whoever may be under 18 is treated as a child: the year alone leaves it open for a year, and of a son or daughter without a year we do not know.</summary>
    public static bool IsChild(FamilyMember member, DateOnly today) => member.BirthYear is { } year ? today.Year - year <= GrownUpAt : member.Relation is Relation.Child or Relation.Stepchild or Relation.Ward;

    /// <summary>The check that counts for a child; null when there is none, or the facts about the child changed since.</summary>
    public static Recorded<BestInterestCheck>? CheckOf(FamilyFacts family, Recorded<FamilyMember> child) =>
        family.ChildChecks.LastOrDefault(c => c.Value.Member == child.Value.Label) is { } check && check.Provenance.At >= child.Provenance.At ? check : null;

    /// <summary>Nobody decides over a child's way before it was asked what is best for the child (handbook, question C1): at the recommendation, at the dossier, at the travel check.</summary>
    public static IEnumerable<Blocker> Children(CaseFile file, DateOnly today)
    {
        foreach (var child in file.Family.Members.Current().Where(m => m.Value.Travels && IsChild(m.Value, today)))
        {
            var label = child.Value.Label;
            if (CheckOf(file.Family, child) is not { Value: var check })
            {
                yield return new Blocker("child-check-missing", $"What is best for the child {label} was not checked, or before what is known now. Hold a best-interest check.");
            }
            else if (check.Result != BestInterest.ToTravel)
            {
                yield return new Blocker("child-check-open", $"The best-interest check of the child {label} does not say that the journey is best. Hold another one, or record that the child does not travel.");
            }
            else if (check.Custody is Custody.NotKnown or Custody.OtherParentRefuses)
            {
                yield return new Blocker("custody-open", $"Who has the say over the child {label} is not settled: a border turns the family back for it.");
            }
        }
    }

    /// <summary>Grown-up members who come along allow for themselves that their data go to the state.</summary>
    public static IEnumerable<Blocker> Consents(CaseFile file, DateOnly today)
    {
        foreach (var member in file.Family.Members.Current().Select(m => m.Value).Where(m => m.Travels && !IsChild(m, today)))
        {
            if (file.Family.Consents.Values().LastOrDefault(c => c.Member == member.Label && c.Purpose == ConsentPurpose.Submit)?.Status != ConsentStatus.Given)
            {
                yield return new Blocker("member-consent-missing", $"The member {member.Label} has not allowed for himself or herself that the file goes to the state.");
            }
        }
    }

    /// <summary>When the state accepted only some, each member who is to travel has an outcome of his own, was accepted, and chose to go ahead (handbook G11).</summary>
    public static IEnumerable<Blocker> Outcomes(CaseFile file)
    {
        if (file.DecisionOn(Gate.Decision)?.Outcome != "accepted-in-part")
        {
            yield break;
        }

        foreach (var member in file.Family.Members.Current().Select(m => m.Value).Where(m => m.Travels))
        {
            var outcome = file.Family.Outcomes.Values().LastOrDefault(o => o.Member == member.Label);
            if (outcome is null)
            {
                yield return new Blocker("member-outcome-missing", $"The state accepted only some: record what it decided for the member {member.Label}.");
            }
            else if (outcome.Decision != MemberDecision.Accepted || outcome.GoesAhead != true)
            {
                yield return new Blocker("member-not-going", $"The member {member.Label} was not accepted or has not chosen to go ahead. Record that this member does not travel.");
            }
        }
    }
}
