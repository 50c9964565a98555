using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>DEMO case A, walked by real acts until a dossier is due. Everybody and everything in it is invented.</summary>
internal static class WalkedCase
{
    /// <summary>One empty page.</summary>
    public static ReadOnlySpan<byte> SmallPdf => """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources <<>> /Contents 4 0 R>> endobj
        4 0 obj <</Length 0>> stream

        endstream endobj
        trailer <</Root 1 0 R /Size 5>>
        %%EOF

        """u8;

    public const string Unsupported = "DEMO : rien d’écrit.";

    public const string Quotation = "ДЕМО: я отказался воевать и подал рапорт.";

    public static async Task<DemoCase> ToDossierAsync(TestStore store)
    {
        await store.LoadBothAsync();
        var demo = await ConsentedAsync(store);
        await IdentifyAsync(demo);
        await InterviewAsync(demo);
        await VetAsync(demo);
        await ProveAsync(store, demo);
        await demo.DoAsync(Coordinator, new WriteRecommendation("Dossier solide.", [.. Criteria.Codes.Select(c => new CriterionFinding(c, "Deux actes avant le premier contact.") { Result = CriterionResult.Met, Evidence = c == Criteria.Engagement ? ["E1"] : [] })]) { Doubts = ["Étendue de la recherche inconnue."] });
        await demo.DecideByTwoAsync(Gate.Recommendation, "recommend", Coordinator, SecondCoordinator);
        await demo.DecideAsync(Coordinator, Gate.Routing, "route");
        await SettleClaimsAsync(demo);
        return demo;
    }

    /// <summary>Says of every claim that is open why nothing bears it out.</summary>
    public static async Task SettleClaimsAsync(DemoCase demo)
    {
        foreach (var open in Ledger.Of(await demo.FileAsync()).Where(s => s.IsOpen))
        {
            await demo.DoAsync(Coordinator, new MarkClaimUnsupported(open.Claim.Key, UnsupportedBecause.CannotBeCheckedFromHere) { Words = Unsupported });
        }
    }

    private static async Task IdentifyAsync(DemoCase demo)
    {
        await demo.DoAsync(Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" });
        await demo.DoAsync(Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Schurenkov", Given = "Artyom", Source = "press" });
        await demo.DoAsync(Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]) { Place = "Demograd", Country = "RU" });
        await demo.DoAsync(Screener, new RecordDocument(DocumentKind.InternalPassport, SeenAs.Original, "applicant") { Series = "0024", Number = "000101", HasPhoto = true });
        await demo.DoAsync(Screener, new RecordDocument(DocumentKind.MilitaryId, SeenAs.None, "DEMO helper Nobody"));
        await demo.DoAsync(Screener, new ComparePhoto("D1", PhotoMatch.SamePerson));
        await demo.DoAsync(SecondScreener, new ComparePhoto("D1", PhotoMatch.SamePerson));
        await demo.DoAsync(Screener, new GradeIdentity(IdentityGrade.A, "Original comparé par deux personnes."));
        await demo.DoAsync(Screener, new RecordDocumentObstacle("N’en a jamais eu.", "Y est recherché.", "Asile refusé."));
        await demo.DoAsync(Screener, new RecordStay("KZ", "Certificat de demandeur d’asile", PartialDate.Parse("2022-09-26")) { Until = PartialDate.Parse("2027-12") });
        await demo.DecideAsync(Screener, Gate.Identity, "verified");
    }

    private static async Task InterviewAsync(DemoCase demo)
    {
        await demo.DoAsync(Screener, new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = true });
        await demo.DoAsync(Screener, new RecordAnswers([.. Questionnaire.Current.Questions.Select(q => new GivenAnswer(q.Code, $"Réponse DEMO {q.Code}, tél. +7 000 000 00 17, 43.23805, 76.94550."))]));
        await demo.DoAsync(Screener, new RecordService("army", "00117", "Crimée", PartialDate.Parse("2021-06"), "старший лейтенант", "station relais", ServiceBasis.Contract) { To = PartialDate.Parse("2022-08-20"), RemoteRole = true, OnUkrainianTerritory = true });
        await demo.DoAsync(Screener, new RecordStatement("ru", Quotation) { Signed = true, Translation = "DEMO : j’ai refusé de combattre et remis un rapport.", TranslationLanguage = "fr", TranslatorFunction = "traducteur assermenté" });
        await demo.DoAsync(Screener, new RecordProsecution("RU", "337 ч. 5", ProsecutionStatus.WantedFederal, "DEMO cousin Nobody") { On = PartialDate.Parse("2022-12") });
        await demo.DoAsync(Screener, new RecordReadBack(Confirmed: true));
        await demo.DecideAsync(Screener, Gate.Interview, "complete");
    }

    private static async Task VetAsync(DemoCase demo)
    {
        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.WorkAsync("screen-names");
        var hits = (await demo.FileAsync()).Vetting.LatestRun!.Value.Hits;
        Assert.Equal(["s1", "w1"], hits.Select(h => h.EntryId));
        await demo.DoAsync(Vetter, new AdjudicateHit("H2", HitOutcome.Same, "Année et patronyme.") { Codes = [HitReason.PatronymicAgrees] });
        await demo.DoAsync(SecondVetter, new AdjudicateHit("H2", HitOutcome.Same, "Année et patronyme.") { Codes = [HitReason.PatronymicAgrees] });
        await demo.DoAsync(Vetter, new AdjudicateHit("H1", HitOutcome.NotSame, "Autre lieu de naissance.") { Codes = [HitReason.OtherBirthDate] });
        await demo.DoAsync(Vetter, new ReportIncident("I-07", ["00117"], "village V", PartialDate.Parse("2022-03-05"), PartialDate.Parse("2022-03-12"), "shelling", ["DEMO register"]));
        await demo.DoAsync(Vetter, new AssessUnitOverlap("S1", "I-07"));
        await demo.DoAsync(Vetter, new AssessExclusion("I-07", ExclusionLimb.WarCrime, "aucun acte imputable", ExclusionConclusion.TriggerCleared, "À quarante kilomètres.")
        {
            When = "mars 2022", Where = "village V", Sources = "registre DEMO", Modes = [ContributionMode.None], Contribution = "aucune", KnowledgeAndIntent = "aucune", Defences = "aucune", Standard = "Rien de plus que le soupçon.",
            Elements = [.. ExclusionElements.Of(ExclusionLimb.WarCrime).Select(e => new ElementAnswer(e, ElementFinding.Shown, "selon le registre"))],
        });
        await demo.DoAsync(Vetter, new AssessVoluntariness(Voluntary: false, "Aucune possibilité de départ avant août.") { Entered = EntryIntoService.Contract, Since = PartialDate.Parse("2021") });
        await demo.DoAsync(SecondVetter, new AdjudicateHit("H1", HitOutcome.NotSame, "Autre patronyme.") { Codes = [HitReason.OtherBirthDate] });
        await demo.DoAsync(SecondVetter, new AssessExclusion("I-07", ExclusionLimb.WarCrime, "aucun acte", ExclusionConclusion.TriggerCleared, "Poste éloigné.")
        {
            When = "mars 2022", Where = "village V", Sources = "registre DEMO", Modes = [ContributionMode.None], Contribution = "aucune", KnowledgeAndIntent = "aucune", Defences = "aucune", Standard = "Rien de plus que le soupçon.",
            Elements = [.. ExclusionElements.Of(ExclusionLimb.WarCrime).Select(e => new ElementAnswer(e, ElementFinding.Shown, "selon le registre"))],
        });
        await demo.DoAsync(SecondVetter, new AssessVoluntariness(Voluntary: false, "Contrat antérieur à la guerre.") { Entered = EntryIntoService.Contract, Since = PartialDate.Parse("2021") });
        await demo.DecideByTwoAsync(Gate.Vetting, "clear", Vetter, SecondVetter);
    }

    private static async Task ProveAsync(TestStore store, DemoCase demo)
    {
        using var scan = new MemoryStream(SmallPdf.ToArray());
        var file = await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, scan, "raport.pdf", CancellationToken.None);
        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.ResignationReport, "Rapport de démission DEMO", "applicant") { ClaimedOn = PartialDate.Parse("2022-08-25"), IsCostly = true, File = file });
        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.Channel, "Canal DEMO", "applicant") { ClaimedOn = PartialDate.Parse("2023-01"), IsPublic = true });
        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.WitnessStatement, "Attestation de DEMO Witness", "DEMO Witness") { ClaimedOn = PartialDate.Parse("2022-10") });
        foreach (var item in (await demo.FileAsync()).Evidence.Items)
        {
            await demo.DoAsync(Custodian, new CheckEvidence(item.Value.Label, CheckOutcome.Done, MinimumChecks.Of(item.Value.Type)));
            await demo.DoAsync(Custodian, new SupportEvidence(item.Value.Label, SupportKind.OutsideSource, "DEMO : l’a vu.") { Source = "DEMO témoin" });
            await demo.DoAsync(Custodian, new GradeEvidence(item.Value.Label, Reliability.B, 2, "Original examiné."));
        }

        Assert.Equal([(true, null)], await demo.WorkAsync("examine-file"));
        await demo.DecideAsync(Custodian, Gate.Evidence, "sufficient");
    }
}
