using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>The statements of a dossier on which an official relies, with what each rests on by what is recorded. Pure: the same file gives the same claims under the same keys.</summary>
public static class MaterialClaims
{
    /// <param name="file">With the settled reviews only.</param>
    internal static ImmutableList<MaterialClaim> In(CaseFile file)
    {
        ImmutableList<MaterialClaim> rest = [.. ClaimsOnPerson.In(file), .. ClaimsOnLaw.In(file), .. ClaimsOnService.In(file), .. ClaimsOnRefusal.In(file), .. ClaimsOnVetting.In(file), .. ClaimsOnClosing.In(file)];
        return [.. Criteria(file, rest).Concat(rest.Concat(Risks(file, rest)).OrderBy(c => c.Section))];
    }

    internal static BackingTarget Item(string label) => new(BackingKind.EvidenceItem, label);

    internal static BackingTarget Vetting(string result) => new(BackingKind.VettingResult, result);

    internal static IEnumerable<BackingTarget> Answers(params IEnumerable<string> codes) => codes.Select(c => new BackingTarget(BackingKind.Answer, c));

    internal static IEnumerable<BackingTarget> Follows(IEnumerable<MaterialClaim> claims, params ClaimKind[] kinds) => claims.Where(c => kinds.Contains(c.Kind)).Select(c => new BackingTarget(BackingKind.OtherClaim, c.Key));

    internal static BackingTarget Statement => new(BackingKind.Statement, ClaimMarks.Statement);

    /// <summary>Section 1: each finding of the recommendation.</summary>
    private static IEnumerable<MaterialClaim> Criteria(CaseFile file, ImmutableList<MaterialClaim> rest)
    {
        var findings = file.Recommendation?.Value.Findings ?? [];
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            var named = finding.Evidence.Select(Item);
            yield return Recommendation.Criteria.Codes.Contains(finding.Criterion)
                ? OfCriterion(finding, rest) with { IsAfterVetting = true }
                : new MaterialClaim($"finding-{i + 1}", ClaimKind.FindingInOwnWords, 1, ClaimNeed.OwnWord, Sentence.Of($"Recommendation: {finding.Criterion}.")) { Computed = [.. named, Vetting(VettingBackings.Whole), Statement], IsAfterVetting = true };
        }
    }

    private static MaterialClaim OfCriterion(CriterionFinding finding, ImmutableList<MaterialClaim> rest)
    {
        var (need, computed) = finding.Criterion switch
        {
            "identity" => (ClaimNeed.OtherClaim, Follows(rest, ClaimKind.Identity)),
            "refusal-of-the-war" => (ClaimNeed.OtherClaim, Follows(rest, ClaimKind.Refusal)),
            Recommendation.Criteria.Engagement => (ClaimNeed.Evidence, []),
            "security" => (ClaimNeed.Evidence, [Vetting(VettingBackings.Whole)]),
            "needs" => (ClaimNeed.OwnWord, Follows(rest, ClaimKind.MedicalNeed, ClaimKind.PsychologicalNeed, ClaimKind.FamilyNeed, ClaimKind.RemovalRisk).Concat(Answers("I2", "G1q"))),
            _ => (ClaimNeed.OwnWord, [Vetting(VettingBackings.Whole), Statement]),
        };
        return new MaterialClaim($"criterion-{finding.Criterion}", ClaimKind.Criterion, 1, need, Sentence.Of($"Recommendation, {new Coded("criterion", finding.Criterion)}: {finding.Result ?? CriterionResult.Met}."))
        {
            Computed = [.. finding.Evidence.Select(Item), .. computed],
        };
    }

    /// <summary>Section 11: what is said of dangers follows from what is said elsewhere.</summary>
    private static IEnumerable<MaterialClaim> Risks(CaseFile file, ImmutableList<MaterialClaim> rest)
    {
        // The travel flag also counts entries that nobody has told apart yet: right for a journey, wrong as a statement to a state.
        var wanted = VettingBackings.Confirmed(file).Any();
        if (wanted || file.Interview.Prosecutions.Count > 0)
        {
            yield return Risk("risk-prosecution", ClaimKind.RiskOfProsecution, Sentence.Of($"On return: prosecution for refusing the war."), [.. Follows(rest, ClaimKind.Wanted, ClaimKind.Prosecution, ClaimKind.ProsecutionUndated)]);
        }

        if (file.Interview.Service.Count > 0)
        {
            yield return Risk("risk-service", ClaimKind.RiskForServiceLeft, Sentence.Of($"On return: sent back to the front or punished for leaving it."), [.. Follows(rest, ClaimKind.Service, ClaimKind.ServiceOpenEnded)]);
        }

        if (file.Evidence.Items.Values().Any(i => i.IsPublic))
        {
            yield return Risk("risk-public", ClaimKind.RiskForPublicActs, Sentence.Of($"On return: known by public acts against the war."), [.. file.Evidence.Items.Values().Where(i => i.IsPublic).Select(i => Item(i.Label))]) with { Need = ClaimNeed.Evidence };
        }

        if (file.Contact.Now()?.Stay.Until is { } end)
        {
            yield return Risk("risk-stay", ClaimKind.RiskInHostCountry, Sentence.Of($"In the country of stay: the stay ends on {end}."), [.. Follows(rest, ClaimKind.RemovalRisk)]) with { IsAfterVetting = false };
        }

        if (LawInDossier.Orders(file.Legal).Any(o => LawInDossier.Threatens(o.Value)))
        {
            yield return Risk("risk-removal", ClaimKind.RiskOfRemoval, Sentence.Of($"In the country of stay: an order of removal was made."), [.. Follows(rest, ClaimKind.RemovalOrder)]) with { IsAfterVetting = false };
        }

        if (wanted)
        {
            yield return Risk("risk-hand-over", ClaimKind.RiskOfHandOver, Sentence.Of($"In the country of stay: may be handed over, being wanted."), [.. Follows(rest, ClaimKind.Wanted)]);
        }
    }

    private static MaterialClaim Risk(string key, ClaimKind kind, Sentence words, ImmutableList<BackingTarget> computed) => new(key, kind, 11, ClaimNeed.OtherClaim, words) { Computed = computed, IsAfterVetting = true };
}
