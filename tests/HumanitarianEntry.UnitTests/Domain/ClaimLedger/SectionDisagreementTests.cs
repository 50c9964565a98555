using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.ClaimLedger;

public sealed class SectionDisagreementTests
{
    /// <summary>What makes two sections disagree, by the key that comes of it.</summary>
    private static readonly Dictionary<string, Func<CaseBuilder, CaseFile>> Ways = new(StringComparer.Ordinal)
    {
        ["service-after-flight-S4"] = d => d.Do(People.Screener, Army("2022-10", "2023-01")).File,
        ["refusal-outside-service-E2"] = d => Dated(d.File, "E2", "2021-01-15"),
        ["before-service-prosecution-3"] = d => d.Do(People.Screener, new RecordProsecution("RU", "338 ч. 1", ProsecutionStatus.CaseOpened, "relatives") { On = PartialDate.Parse("2020-02") }).File,
        ["service-in-childhood"] = d => d.File with { Identity = d.File.Identity with { Births = d.File.Identity.Births.ConvertAll(b => b with { Value = b.Value with { BornOn = PartialDate.Parse("2012-03-14") } }) } },
        ["passport-after-all-D4"] = d => d.Do(People.Screener, new RecordDocument(DocumentKind.ForeignPassport, SeenAs.Photo, "applicant") { Number = "000199" }).File,
        ["birth-recommendation-1989-03-14"] = d => Recommended(d, f => f, "Officier né le 14.03.1989, a refusé la guerre."),
        ["grade-recommendation-B"] = d => Recommended(d, f => f with { Finding = "ID-B : copie et appel vidéo." }),
        ["unit-recommendation-00199"] = d => Recommended(d, f => f with { Finding = "A servi dans l’unité 00199." }),
        ["name-recommendation-sureikof"] = d => Recommended(d, f => f, "Shchureikov a refusé la guerre."),
        ["counted-E6"] = d => Recommended(d.Do(People.Custodian, new AddEvidence(EvidenceType.Protest, "DEMO", "applicant")), f => f with { Evidence = ["E6"] }),
        ["counted-E3"] = d => Recommended(d.Do(People.Custodian, new SupportEvidence("E3", SupportKind.Contradiction, "DEMO: not his.")), f => f with { Evidence = ["E3"] }),
    };

    public static TheoryData<string> Keys => [.. Ways.Keys];

    [Fact]
    public void In_OrdinaryCompleteCase_FindsNothing() => Assert.Empty(SectionDisagreements.In(FullCase.AtDossier().File));

    [Theory]
    [MemberData(nameof(Keys))]
    public void In_TwoSectionsThatDisagree_AreNamedAndHoldTheRelease(string key)
    {
        var demo = FullCase.AtDossier().ClaimsSettled();
        Assert.DoesNotContain("sections-disagree", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        var file = Ways[key](demo);
        var found = SectionDisagreements.In(file);
        Assert.Equal([KeyOf(key, found)], found.ConvertAll(d => d.Key));
        var pair = Assert.Single(found);
        Assert.NotEqual(pair.SectionOne, pair.SectionOther);

        var blocker = Assert.Single(GateRules.Check(file, demo.Context(People.DossierOfficer), Gate.Dossier, "released").Blockers, b => b.Code == "sections-disagree").Message.ToString();
        Assert.Contains($"Section {pair.SectionOne} says: {pair.One}", blocker, StringComparison.Ordinal);
        Assert.Contains($"Section {pair.SectionOther} says: {pair.Other}", blocker, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_OnePair_LetsItGoUntilASectionSaysSomethingElse()
    {
        var demo = FullCase.AtDossier().ClaimsSettled().Do(People.Screener, Army("2022-10", "2023-01"));
        const string key = "service-after-flight-S4";
        Assert.Contains("sections-disagree", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        Assert.Contains("reason-missing", demo.Refusals(People.DossierOfficer, new ExplainDisagreement(key, " ")));
        Assert.Contains("disagreement-unknown", demo.Refusals(People.DossierOfficer, new ExplainDisagreement("counted-E1", "words")));
        Assert.Contains("disagreement-changed", demo.Refusals(People.DossierOfficer, new ExplainDisagreement(key, "words") { Seen = "0000" }));

        demo.Do(People.DossierOfficer, new ExplainDisagreement(key, "Rayé des contrôles plus tard.") { Seen = SectionDisagreements.In(demo.File)[0].Fingerprint });
        Assert.DoesNotContain("sections-disagree", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));

        // An earlier stay is put on file: the sentence of section 6 is another one.
        demo.Do(People.Screener, new RecordStay("KZ", "visit", PartialDate.Parse("2022-09-01")));
        Assert.Contains("sections-disagree", demo.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
    }

    [Theory]
    [InlineData("Щуренкову А. выдан рапорт; с Щуренковым говорили; Щуренкова слышали.")]
    [InlineData("SHCHURENKOV, Schurenkov, Chtchourenkov.")]
    [InlineData("Répond aux questions E1 et E3 ; incident du 5 mars, unité 00117.")]
    [InlineData("Né le 14 mars 1998. ID-A.")]
    public void In_TextThatSaysTheSameInAnotherWay_IsNoDisagreement(string summary) => Assert.Empty(SectionDisagreements.In(Recommended(FullCase.AtDossier(), f => f, summary)));

    [Fact]
    public void In_PassportThatHadRunOutBefore_IsNoDisagreement() =>
        Assert.Empty(SectionDisagreements.In(FullCase.AtDossier().Do(People.Screener, new RecordDocument(DocumentKind.ForeignPassport, SeenAs.Photo, "applicant") { Number = "000199", ExpiresOn = PartialDate.Parse("2021-05-01") }).File));

    private static string KeyOf(string key, IReadOnlyList<SectionDisagreement> found) => key.StartsWith("name-", StringComparison.Ordinal) ? found.Count > 0 && found[0].Key.StartsWith("name-recommendation-", StringComparison.Ordinal) ? found[0].Key : key : key;

    private static RecordService Army(string from, string to) => new("army", "00117", "Crimea", PartialDate.Parse(from), "lieutenant", "clerk", ServiceBasis.Contract) { To = PartialDate.Parse(to) };

    private static CaseFile Dated(CaseFile file, string item, string day) => file with
    {
        Evidence = file.Evidence with { Items = file.Evidence.Items.ConvertAll(i => i.Value.Label == item ? i with { Value = i.Value with { ClaimedOn = PartialDate.Parse(day) } } : i), Grades = file.Evidence.Grades.ConvertAll(g => g.Value.Item == item ? g with { Value = g.Value with { VerifiedOn = PartialDate.Parse(day) } } : g) },
    };

    private static CaseFile Recommended(CaseBuilder demo, Func<CriterionFinding, CriterionFinding> change, string summary = "DEMO: strong.")
    {
        var text = new RecommendationText(summary, CaseBuilder.Findings().SetItem(1, change(CaseBuilder.Findings()[1])), [], []);
        return demo.File with { Dossier = demo.File.Dossier with { Recommendations = demo.File.Dossier.Recommendations.Add(demo.Context(People.Coordinator).Record(text, "coordinator")) } };
    }
}
