using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.UnitTests.Domain.Building;

namespace HumanitarianEntry.UnitTests.Domain.ClaimLedger;

/// <summary>Case A up to its dossier, with something to say in every section.</summary>
internal static class FullCase
{
    public static CaseBuilder AtDossier()
    {
        var demo = A.Case().To(Gate.Identity)
            .Do(People.Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" })
            .Do(People.Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]))
            .PassportInOriginal()
            .Do(People.Screener, new RecordDocument(DocumentKind.MilitaryId, SeenAs.None, "unit 00117"))
            .Do(People.Screener, new RecordDocument(DocumentKind.AsylumCertificate, SeenAs.Original, "applicant") { Number = "DEMO-0017", HasPhoto = true })
            .PhotoComparedByTwo().GradedA().NoTravelDocumentToBeHad().Decides(People.Screener, Gate.Identity, "verified")
            .Do(People.Screener, new RecordStay("KZ", "asylum seeker", PartialDate.Parse("2022-09-26")))
            .Do(People.Screener, new RecordStay("KZ", "asylum seeker, longer", PartialDate.Parse("2023-03-01")) { Until = PartialDate.Parse("2024-12-31") })
            .Later(7).Interviewed()
            .Do(People.Screener, new RecordAnswers([.. new[] { "C1", "C2", "C3", "D1", "D2", "D3", "D5", "D6", "F2" }.Select(c => new GivenAnswer(c, "DEMO answer"))]))
            .Serving()
            .Do(People.Screener, new RecordService("army", "00110", "Tver", PartialDate.Parse("2015-09"), "cadet", "cadet", ServiceBasis.OfficerSchool) { To = PartialDate.Parse("2020-07") })
            .Do(People.Screener, new RecordService("army", "00118", "Crimea", PartialDate.Parse("2022-08-21"), "lieutenant", "clerk", ServiceBasis.Contract))
            .Do(People.Screener, new RecordProsecution("RU", "337 ч. 5", ProsecutionStatus.WantedFederal, "relatives") { On = PartialDate.Parse("2022-12") })
            .Do(People.Screener, new RecordProsecution("RU", "280.3", ProsecutionStatus.CaseOpened, "relatives"))
            .Stated().ReadBack().Decides(People.Screener, Gate.Interview, "complete")
            .Pass(Gate.Vetting)
            .EvidenceOfCaseA()
            .Evidence(EvidenceType.CriminalCase, "2023-02").GradedLast(Reliability.B, 2, Corroboration.K2)
            .Evidence(EvidenceType.MediaInterview, "2023-04", isPublic: true).GradedLast(Reliability.B, 2, Corroboration.K2)
            .Decides(People.Custodian, Gate.Evidence, "sufficient")
            .Do(People.Counsel, new RecordAsylumProcedure("KZ", ProcedureStage.Refused, "DEMO migration service") { FiledOn = PartialDate.Parse("2022-09-30") })
            .Do(People.Counsel, new RecordRemovalOrder(RemovalKind.AdministrativeRemoval, "KZ", "DEMO court", RemovalStatus.Suspended) { SuspendedBy = "DEMO appeal court" })
            .Do(People.Counsel, new RecordCourtEvent(CourtEventKind.AppealHearing, "KZ", "DEMO appeal court", new DateTimeOffset(2024, 3, 1, 4, 0, 0, TimeSpan.Zero), "Asia/Almaty"))
            .Do(People.Counsel, new RecordExitRestriction("RU", ExitBasis.CallUp, LearntHow.Relative, "DEMO sister"))
            .Do(People.Coordinator, new OfferReception("DEMO house", "A room."));
        return demo.To(Gate.Dossier);
    }

    public static ClaimStatus Claim(this CaseBuilder demo, string key) => Ledger.Find(demo.File, key) ?? throw new InvalidOperationException($"There is no claim {key}.");
}
