using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Section 10: what the vetting found, in three results.</summary>
internal static class ClaimsOnVetting
{
    public static IEnumerable<MaterialClaim> In(CaseFile file)
    {
        if (file.Vetting.LatestRun is not null)
        {
            yield return Of("names-checked", ClaimKind.NamesChecked, Sentence.Of($"The names were searched in the lists that are named."), VettingBackings.Names);
        }

        if (file.Interview.Service.Count > 0 && file.DecisionOn(Gates.Gate.Vetting) is not null)
        {
            yield return Of("units-checked", ClaimKind.UnitsChecked, Sentence.Of($"Units and incidents were held against the service periods."), VettingBackings.Units);
        }

        if (file.DecisionOn(Gates.Gate.Vetting) is not null)
        {
            yield return Of("exclusion-checked", ClaimKind.ExclusionChecked, Sentence.Of($"Nothing stands that would exclude the person from protection."), VettingBackings.Exclusion);
        }
    }

    private static MaterialClaim Of(string key, ClaimKind kind, Sentence words, string result) => new(key, kind, 10, ClaimNeed.Evidence, words) { IsAfterVetting = true, Computed = [MaterialClaims.Vetting(result)] };
}

/// <summary>Sections 12 to 14: needs, reception, earlier applications.</summary>
internal static class ClaimsOnClosing
{
    public static IEnumerable<MaterialClaim> In(CaseFile file)
    {
        var medical = file.Evidence.Items.Values().Where(i => i.Type == EvidenceType.MedicalRecord).Select(i => MaterialClaims.Item(i.Label)).ToList();
        if (file.Interview.AnswerTo("C2") is not null)
        {
            yield return new MaterialClaim("need-medical", ClaimKind.MedicalNeed, 12, ClaimNeed.OwnWord, Sentence.Of($"Medical needs, as told.")) { Computed = [.. medical, .. MaterialClaims.Answers("C2")] };
        }

        if (file.Interview.AnswerTo("C3") is not null)
        {
            yield return new MaterialClaim("need-psychological", ClaimKind.PsychologicalNeed, 12, ClaimNeed.OwnWord, Sentence.Of($"Psychological needs, as told.")) { Computed = [.. MaterialClaims.Answers("C3")] };
        }

        if (file.Interview.AnswerTo("C1") is not null)
        {
            yield return new MaterialClaim("need-family", ClaimKind.FamilyNeed, 12, ClaimNeed.OwnWord, Sentence.Of($"Family, as told.")) { Computed = [.. MaterialClaims.Answers("C1")] };
        }

        if (file.Reception.Offers.Count > 0)
        {
            yield return new MaterialClaim("reception", ClaimKind.Reception, 13, ClaimNeed.OwnWord, Sentence.Of($"A place for the arrival is offered.")) { IsAfterVetting = true, Computed = [new(BackingKind.Record, ClaimMarks.Offer)] };
        }

        if (file.Interview.AnswerTo("K1") is not null)
        {
            yield return new MaterialClaim("earlier-applications", ClaimKind.EarlierApplications, 14, ClaimNeed.OwnWord, Sentence.Of($"Earlier applications and refusals, as told.")) { Computed = [.. MaterialClaims.Answers("K1")] };
        }
    }
}
