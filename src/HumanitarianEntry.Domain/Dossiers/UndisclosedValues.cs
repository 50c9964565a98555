using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Domain.Vetting;
using P = HumanitarianEntry.Domain.Dossiers.DisclosedPart;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>What a profile keeps from its recipient, as values to take out of free texts and to search for in the finished file. Empty for the standard profile.</summary>
public static class UndisclosedValues
{
    /// <summary>The part in which an answer of the interview stands; null for those that stand in none.</summary>
    public static P? PartOf(string code) => code switch
    {
        "D1" or "D2" or "D3" or "D4" or "D5" or "E1" => P.ServiceAccount,
        "C2" => P.Medical,
        "C3" => P.Psychological,
        "K1" => P.EarlierApplications,
        _ => null,
    };

    public static IEnumerable<Withheld> Of(CaseFile file, DisclosureProfile profile)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(profile);
        return Enum.GetValues<P>().Where(p => !profile.Allows(p)).SelectMany(p => In(file, p)).Where(w => !string.IsNullOrWhiteSpace(w.Value));
    }

    private static IEnumerable<Withheld> In(CaseFile file, P part) => part switch
    {
        P.PriorityReason => Texts(file.Contact.PriorityReasons.Latest()?.Reason),
        P.LinkedCases => file.Dossier.LinkedCases.Values().Select(l => new Withheld(WithheldKind.UndisclosedNumber, l.Reference)),
        P.NameSpellings => Texts(file.Identity.Names.Values().Where(n => n != file.Identity.MainName).Select(n => n.Full)),
        P.BirthPlace => Places(file.Identity.Births.Values().Select(b => b.Place)),
        P.DocumentNumbers => file.Identity.Documents.Values().SelectMany(Numbers),
        P.IdentityReasons => Texts(file.Identity.Gradings.Values().Select(g => g.Reason)),
        P.TravelDocumentReasons => Texts(file.Identity.Obstacles.Values().SelectMany(o => new[] { o.WhyNoneHeld, o.WhyNoneFromOwnState, o.WhyNoneFromHostState })),
        P.Stays => Texts(file.Contact.Stays.Values().Select(s => s.Basis)),
        P.HostEvents => Texts(LawInDossier.Words(file.Legal)),
        P.UnitNames => file.Interview.Service.Values().SelectMany(s => new[] { s.Unit, s.UnitName }).Concat(file.Vetting.UnitReadings.Values().SelectMany(r => new[] { r.Unit?.Number, r.Unit?.Name }))
            .OfType<string>().Select(u => new Withheld(WithheldKind.UndisclosedNumber, u.Trim())),
        P.ServicePlaces => Places(file.Interview.Service.Values().Select(s => s.Place)),
        P.ServicePosts => Texts(file.Interview.Service.Values().Select(s => s.Post)),
        P.Voluntariness => Texts(file.Vetting.Voluntariness.Values().SelectMany(v => new[] { v.Reason, v.Recruited, v.Alternatives, v.Knew, v.Pay, v.ChancesTaken, v.ChancesNotTaken, v.Refusals, v.Decorations })),
        P.Statement => Texts(file.Interview.Statements.Values().SelectMany(s => new[] { s.Text, s.Translation }).Concat(TranslationRules.Of(file.Interview.Translations).SelectMany(j => new[] { j.Order.Text, j.Latest?.Text }))),
        P.Prosecutions => Texts(file.Interview.Prosecutions.Values().Select(p => p.Body)),
        P.EvidenceDescriptions => Texts(file.Evidence.Items.Values().SelectMany(i => new[] { i.Title, i.Description })),
        P.EvidenceChecks => Texts(file.Evidence.Grades.Values().Select(g => g.HowVerified)),
        P.ContraryActs => Texts(file.Evidence.ContraryActs.Values().Select(a => a.Description).Concat(file.Evidence.ContraryAnswers.Values().Select(a => a.Answer))),
        P.Findings => Texts(file.Dossier.Recommendations.Values().SelectMany(r => r.Findings.Select(f => f.Finding).Append(r.Summary))),
        P.Doubts => Texts(file.Dossier.Recommendations.Values().SelectMany(r => r.Doubts.Concat(r.Conditions))),
        P.Namesakes => Texts(file.Vetting.Adjudications.Values().Where(a => a.Outcome == HitOutcome.NotSame).Select(a => a.Reason)),
        P.ExclusionAssessment => Texts(file.Vetting.Exclusions.Values().SelectMany(Assessed)),
        P.Dissents => Texts(file.DecisionOn(Gate.Vetting)?.Dissent.Select(d => d.Reason) ?? []),
        P.Medical => Answers(file, part).Concat(Texts(file.Evidence.Items.Values().Where(AnnexRules.IsMedical).SelectMany(i => new[] { i.Title, i.Description }.Concat(file.Evidence.Grades.Values().Where(g => g.Item == i.Label).Select(g => g.HowVerified))))),
        P.ReceptionPlan => Texts(file.Reception.Offers.Values().SelectMany(o => new[] { o.Partner, o.Offer })),
        P.ServiceAccount or P.Psychological or P.EarlierApplications => Answers(file, part),
        // The program's own words, dates and pictures: there is nothing of the person in them to be found again.
        P.CaseWay or P.Photograph or P.Relatives or P.RelativeCountries or P.WantedStatus or P.VettingLists or P.VettingResults or P.UnitAnalysis or P.Reviewers or P.FamilyNeeds or P.ReceptionContact => [],
    };

    private static IEnumerable<Withheld> Numbers(Identity.IdentityDocument paper) =>
        new[] { $"{paper.Series} {paper.Number}".Trim(), paper.Number, paper.MrzLine1, paper.MrzLine2 }.OfType<string>().Select(n => new Withheld(WithheldKind.UndisclosedNumber, n));

    private static IEnumerable<Withheld> Answers(CaseFile file, P part) => Texts(file.Interview.Answers.Values().Where(a => PartOf(a.Code) == part).SelectMany(a => new[] { a.Value, a.Verbatim }));

    private static IEnumerable<string?> Assessed(ExclusionAssessment a) =>
        [a.Act, a.When, a.Where, a.Sources, a.Contribution, a.KnowledgeAndIntent, a.Defences, a.Proportionality, a.Expiation, a.Standard, a.Reason, .. a.Elements?.Select(e => e.Words) ?? []];

    private static IEnumerable<Withheld> Places(IEnumerable<string?> places) => places.OfType<string>().Select(p => new Withheld(WithheldKind.UndisclosedPlace, p));

    private static IEnumerable<Withheld> Texts(params IEnumerable<string?> texts) => texts.OfType<string>().Select(t => new Withheld(WithheldKind.UndisclosedText, t));
}
