using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Translations;

public sealed class TranslationTests
{
    private const string Story = "ДЕМО: я отказался.\n\nПотом я уехал.";
    private static readonly EvidenceFile File = new(new Guid(7, 0, 0, new byte[8]), "aa", 10, "png");
    private static readonly WorkingCopy Copy = new(new Guid(8, 0, 0, new byte[8]), "bb", 9, "png", File.FileId, "aa", "tool", "so", CaseBuilder.FirstContact);
    private static readonly FileExamination Clean = new("E1", File.FileId, "aa", ScanVerdict.Clean) { Copy = Copy };

    [Fact]
    public void Order_OfAnItem_GoesToOnePersonUnderANumberThatTellsNothing()
    {
        var built = WithItem().Do(People.Screener, Item());
        var job = Assert.Single(TranslationRules.Of(built.File));
        Assert.Matches("^T-[2-9A-Z]{4}-[2-9A-Z]{4}$", job.Number);
        Assert.Equal(("bb", TranslationStanding.Ordered), (job.Order.SourceSha256, job.Standing));
        Assert.Equal([People.Translator.Id], built.Last!.Mailed);
        Assert.Empty(built.Last.Told);
        Assert.Empty(built.Last.Assignments);
        Assert.Null(built.File.Interview.Translations);
    }

    [Fact]
    public void Order_WhatMayNotBeGivenAway_IsRefused()
    {
        var built = WithItem();
        Assert.Equal(["source-unknown"], built.Refusals(People.Screener, Item() with { Source = new(TranslationSourceKind.Item, "E9", "") }));
        Assert.Equal(["source-unknown"], built.Refusals(People.Custodian, Statement()));
        Assert.Equal(["source-unknown"], built.Refusals(People.DossierOfficer, Answer("D4")));
        Assert.Equal(["source-unknown"], built.Refusals(People.Screener, Answer("B5")));
        Assert.Equal(["text-differs"], built.Refusals(People.Screener, Statement() with { Text = "ДЕМО: я не отказался." }));
        Assert.Equal(["language-differs"], built.Refusals(People.Screener, Statement() with { From = "uk" }));
        Assert.Equal(["text-missing"], built.Refusals(People.Screener, Item() with { Text = " " }));
        Assert.Equal(["languages-wrong"], built.Refusals(People.Screener, Item() with { To = "de" }));
        Assert.Equal(["languages-wrong"], built.Refusals(People.Screener, Item() with { From = "fr" }));
        Assert.Equal(["languages-wrong"], built.Refusals(People.Screener, Item() with { From = "xx" }));
        Assert.Equal(["due-day-wrong"], built.Refusals(People.Screener, Item() with { DueOn = new DateOnly(2023, 5, 1) }));
        Assert.Equal(["text-too-long"], built.Refusals(People.Screener, Item() with { Text = new string('я', TranslationRules.MaxText + 1) }));
        Assert.Empty(built.Refusals(People.DossierOfficer, Statement() with { Text = "Потом я уехал." }));
    }

    [Fact]
    public void Order_FileNotExaminedOrInQuarantine_IsRefused()
    {
        Assert.Equal(["file-not-examined"], WithItem(examined: null).Refusals(People.Screener, Item()));
        Assert.Equal(["file-in-quarantine"], WithItem(Clean with { Verdict = ScanVerdict.Malware, Copy = null }).Refusals(People.Screener, Item()));
        Assert.Equal(["picture-missing"], WithItem(Clean with { Copy = Copy with { Mime = "pdf" } }).Refusals(People.Screener, Item() with { WithPicture = true }));
        Assert.Empty(WithItem().Refusals(People.Screener, Item() with { WithPicture = true, Text = null }));
    }

    [Fact]
    public void Order_ToSomebodyWhoWorksOnTheCaseOrHasATie_IsRefused()
    {
        var built = WithItem();
        Assert.Equal(["translator-is-on-the-case"], built.Refusals(People.Screener, Item() with { Translator = People.Screener.Id }));
        foreach (var role in new[] { Role.Interpreter, Role.Vetter, Role.DossierOfficer })
        {
            var seated = WithItem().Do(People.Coordinator, new AssignStaff(People.Translator.Id, role, "north"));
            Assert.Equal(["translator-is-on-the-case"], seated.Refusals(People.Screener, Item()));
        }

        built.Do(People.Screener, Item());
        built.Do(People.Translator, new DeclineTranslation(NumberOf(built), DeclineReason.Conflict) { Conflict = ConflictKind.KnowsThePerson, Words = "DEMO: my cousin" });
        Assert.Equal(["conflict-of-interest"], built.Refusals(People.Screener, Item()));
        Assert.Empty(built.Refusals(People.Screener, Item() with { Translator = People.SecondTranslator.Id }));
    }

    [Fact]
    public void Order_TheSameTwice_IsRefusedUntilItIsOver()
    {
        var built = WithItem().Do(People.Screener, Item());
        var again = Item() with { Translator = People.SecondTranslator.Id };
        Assert.Equal(["ordered-already"], built.Refusals(People.Screener, again));
        Assert.Empty(built.Refusals(People.Screener, again with { Source = again.Source with { Part = "page 3" } }));
        Assert.Empty(built.Refusals(People.Screener, again with { To = "en" }));
        built.Do(People.Screener, new WithdrawTranslation(NumberOf(built), "DEMO"));
        Assert.Empty(built.Refusals(People.Screener, again));
    }

    [Fact]
    public void Order_WithoutConsentToStore_IsRefused() =>
        Assert.Equal(["consent-to-store-missing"], WithItem().Consents(ConsentPurpose.Store, status: ConsentStatus.Withdrawn).Refusals(People.Screener, Item()));

    [Fact]
    public void AssignStaff_ATranslator_IsNeverOnTheCase()
    {
        var built = WithItem().Do(People.Screener, Item());
        Assert.Equal(["role-not-assignable"], built.Refusals(People.Coordinator, new AssignStaff(People.SecondTranslator.Id, Role.Translator, "north")));
        Assert.Equal(["translates-for-the-case"], built.Refusals(People.Coordinator, new AssignStaff(People.Translator.Id, Role.Screener, "north")));
        built.Do(People.Screener, new WithdrawTranslation(NumberOf(built), "DEMO"));
        Assert.Empty(built.Refusals(People.Coordinator, new AssignStaff(People.Translator.Id, Role.Screener, "north")));
    }

    [Fact]
    public void Acts_OfAnotherTranslator_FindNothing()
    {
        var built = WithItem().Do(People.Screener, Item());
        var number = NumberOf(built);
        Assert.Equal(["translation-unknown"], built.Refusals(People.SecondTranslator, new TakeTranslation(number)));
        Assert.Equal(["translation-unknown"], built.Refusals(People.SecondTranslator, new DeclineTranslation(number, DeclineReason.NoTime)));
        Assert.Equal(["translation-unknown"], built.Refusals(People.SecondTranslator, Delivery(number)));
        Assert.Equal(["translation-unknown"], built.Refusals(People.Translator, Delivery(number)));
        built.Do(People.Translator, new TakeTranslation(number));
        Assert.Equal(["translation-unknown"], built.Refusals(People.Translator, new TakeTranslation(number)));
        Assert.Equal(["certificate-missing"], built.Refusals(People.Translator, Delivery(number) with { Certifies = false }));
        Assert.Equal(["text-missing"], built.Refusals(People.Translator, Delivery(number) with { Text = " " }));
        Assert.Empty(built.Refusals(People.Translator, Delivery(number)));
    }

    [Fact]
    public void Read_ByTheTranslatorOrOfAnOldVersion_IsRefused()
    {
        var built = Delivered(out var number);
        Assert.Equal(["second-person-must-differ"], built.Refusals(People.Translator.As(Role.Screener), new ReadTranslation(number, 1, true)));
        Assert.Equal(["remarks-missing"], built.Refusals(People.Screener, new ReadTranslation(number, 1, false)));
        Assert.Equal(["translation-not-delivered"], built.Refusals(People.Screener, new ReadTranslation(number, 2, true)));
        built.Do(People.Custodian, new ReadTranslation(number, 1, false) { Remarks = "DEMO: line 2" });
        Assert.Equal([People.Translator.Id], built.Last!.Mailed);
        Assert.Equal(["translation-not-delivered"], built.Refusals(People.Screener, new ReadTranslation(number, 1, true)));
        Assert.Equal(["delivered-already"], built.Refusals(People.Translator, Delivery(number)));
        built.Do(People.Translator, Delivery(number) with { Text = "DÉMO : deuxième version" }).Do(People.Screener, new ReadTranslation(number, 2, true));
        var job = TranslationRules.Find(built.File, number)!;
        Assert.Equal(["DÉMO : traduit", "DÉMO : deuxième version"], job.Deliveries.Select(d => d.Value.Delivery!.Text));
        Assert.Equal((2, "DÉMO : deuxième version"), (job.Accepted!.Version, job.Accepted.Text));
    }

    [Fact]
    public void Deliver_FromAPicture_NeedsTheOriginalAsItWasRead()
    {
        var built = WithItem().Do(People.Screener, Item() with { Text = null, WithPicture = true });
        var number = NumberOf(built);
        built.Do(People.Translator, new TakeTranslation(number));
        Assert.Equal(["transcript-missing"], built.Refusals(People.Translator, Delivery(number)));
        built.Do(People.Translator, Delivery(number) with { Transcript = "Приказ ДЕМО" });
        Assert.Equal("Приказ ДЕМО", TranslationRules.Find(built.File, number)!.Original);
    }

    [Fact]
    public void Release_WhatWasOrderedForItsLanguage_MustBeThereReadAndFitting()
    {
        var built = WithItem();
        Assert.Empty(Against(built.File));
        built.Do(People.Screener, Item());
        var number = NumberOf(built);
        Assert.Equal(["translation-open"], Against(built.File));
        Assert.Empty(TranslationRules.AgainstDossier(built.File, "en"));
        built.Do(People.Translator, new TakeTranslation(number));
        Assert.Equal(["translation-open"], Against(built.File));
        built.Do(People.Translator, Delivery(number));
        Assert.Equal(["translation-not-read"], Against(built.File));
        built.Do(People.Screener, new ReadTranslation(number, 1, false) { Remarks = "DEMO" });
        Assert.Equal(["translation-open"], Against(built.File));
        built.Do(People.Translator, Delivery(number) with { Text = "DÉMO : mieux" }).Do(People.Screener, new ReadTranslation(number, 1 + 1, true));
        Assert.Empty(Against(built.File));
        Assert.Equal(number, Assert.Single(TranslationRules.Accepted(built.File, "fr")).Number);

        var changed = Examined(built.File, Clean with { Copy = Copy with { Sha256 = "cc" } });
        Assert.Equal(["translation-is-stale"], Against(changed));
        Assert.Empty(TranslationRules.Accepted(changed, "fr"));
        Assert.NotEqual(DossierGate.InputsHash(built.File), DossierGate.InputsHash(changed));
    }

    [Fact]
    public void Release_Declined_WaitsUntilSomebodyElseHasIt()
    {
        var built = WithItem().Do(People.Screener, Item());
        built.Do(People.Translator, new DeclineTranslation(NumberOf(built), DeclineReason.NoTime));
        Assert.Equal([new Told(Role.Screener, DeclineTranslation.Topic)], built.Last!.Told);
        Assert.Equal(["translation-declined"], Against(built.File));
        built.Do(People.Screener, Item() with { Translator = People.SecondTranslator.Id });
        Assert.Equal(["translation-open"], Against(built.File));
    }

    [Fact]
    public void Statement_NewVersion_MakesTheTranslationStale()
    {
        var built = WithItem().Do(People.Screener, Statement());
        var number = NumberOf(built);
        built.Do(People.Translator, new TakeTranslation(number)).Do(People.Translator, Delivery(number)).Do(People.DossierOfficer, new ReadTranslation(number, 1, true));
        Assert.Empty(Against(built.File));
        Assert.Null(built.File.Evidence.Translations);
        built.Do(People.Screener, new RecordStatement("fr", "DÉMO"));
        Assert.Empty(Against(built.File));
        built.Do(People.Screener, new RecordStatement("ru", Story + " И ещё."));
        Assert.Equal(["translation-is-stale"], Against(built.File));
    }

    [Fact]
    public void InputsHash_AcceptedTranslation_BelongsToIt()
    {
        var built = Delivered(out var number);
        var before = DossierGate.InputsHash(built.File);
        built.Do(People.Screener, new ReadTranslation(number, 1, true));
        Assert.NotEqual(before, DossierGate.InputsHash(built.File));
    }

    [Fact]
    public void Untranslated_NamesAnnexesInAnotherLanguage_AndThoseOfUnknownLanguage()
    {
        var built = WithItem();
        Assert.Equal([("E1", (string?)null)], TranslationRules.Untranslated(built.File, "fr"));
        built.Do(People.Custodian, new RecordEvidenceLanguage("E1", "ru"));
        Assert.Equal([("E1", (string?)"ru")], TranslationRules.Untranslated(built.File, "fr"));
        Assert.Equal(["language-unknown"], built.Refusals(People.Custodian, new RecordEvidenceLanguage("E1", "klingon")));
        Assert.Empty(TranslationRules.Untranslated(built.Do(People.Custodian, new RecordEvidenceLanguage("E1", "fr")).File, "fr"));
        Assert.Empty(TranslationRules.Untranslated(built.Do(People.Custodian, new RecordEvidenceLanguage("E1", TranslationRules.NoLanguage)).File, "fr"));
    }

    [Fact]
    public void View_OfEachRole_HoldsWhatItsCompartmentsHold()
    {
        var built = WithItem().Do(People.Screener, Item()).Do(People.Screener, Statement()).Do(People.Screener, Answer("D4"));
        int Seen(Role role) => TranslationRules.Of(RoleView.For(role, built.File)).Count;
        Assert.Equal((3, 1, 2, 3, 3), (Seen(Role.Screener), Seen(Role.EvidenceCustodian), Seen(Role.DossierOfficer), Seen(Role.Coordinator), Seen(Role.Counsel)));
        Assert.All(new[] { Role.Translator, Role.Interpreter, Role.EmbassyLiaison, Role.ReceptionPartner, Role.IntakeOfficer, Role.ProtectionOfficer, Role.Applicant, Role.Auditor, Role.Administrator }, role => Assert.Equal(0, Seen(role)));
    }

    [Fact]
    public void Custody_EveryStepOfAnItemsTranslation_IsALine()
    {
        var built = Delivered(out var number);
        var item = built.File.Evidence.Items[0];
        Act[] lines = [Item(), new TakeTranslation(number), Delivery(number), new ReadTranslation(number, 1, true), new WithdrawTranslation(number, "DEMO"), new RecordEvidenceLanguage("E1", "ru")];
        Assert.All(lines, act => Assert.True(CustodyRules.Concerns(act, built.Now, item, built.File.Evidence)));
        Assert.All(lines, act => Assert.Contains(act.GetType(), CustodyRules.Acts));
        Assert.False(CustodyRules.Concerns(Statement(), built.Now, item, built.File.Evidence));
        Assert.False(CustodyRules.Concerns(new TakeTranslation("T-9999-9999"), built.Now, item, built.File.Evidence));
    }

    private static string[] Against(CaseFile file) => [.. TranslationRules.AgainstDossier(file, "fr").Select(b => b.Code)];

    internal static string NumberOf(CaseBuilder built) => TranslationRules.Of(built.File)[^1].Number;

    internal static OrderTranslation Item() => new(new TranslationSource(TranslationSourceKind.Item, "E1", "page 2"), "ru", "fr", People.Translator.Id, new DateOnly(2023, 12, 1)) { Text = "ДЕМО: приказ" };

    private static OrderTranslation Statement() => Item() with { Source = new(TranslationSourceKind.Statement, "2", ""), Text = Story };

    private static OrderTranslation Answer(string code) => Item() with { Source = new(TranslationSourceKind.Answer, code, ""), Text = "ДЕМО: дословно" };

    internal static DeliverTranslation Delivery(string number) => new(number, "DÉMO : traduit", TranslatorQualification.Sworn, Certifies: true);

    private static CaseBuilder Delivered(out string number)
    {
        var built = WithItem().Do(People.Screener, Item());
        number = NumberOf(built);
        return built.Do(People.Translator, new TakeTranslation(number)).Do(People.Translator, Delivery(number));
    }

    internal static CaseBuilder WithItem() => WithItem(Clean);

    private static CaseBuilder WithItem(FileExamination? examined)
    {
        var built = A.Case().To(Gate.Interview).Interviewed().Stated().Do(People.Screener, new RecordStatement("ru", Story));
        foreach (var code in new[] { "D4", "B5" })
        {
            built.Do(People.Screener, new RecordAnswers([new GivenAnswer(code, "DEMO") { Verbatim = "ДЕМО: дословно" }]));
        }

        built.Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO post", "applicant") { File = File }).Graded("E1", Reliability.B, 3, Corroboration.K2);
        return examined is null ? built : built.Do(People.System, new RecordFileExamination(examined));
    }

    private static CaseFile Examined(CaseFile file, FileExamination found) =>
        file with { Evidence = file.Evidence with { Examinations = file.Evidence.Examinations.Add(file.Evidence.Examinations[0] with { Value = found }) } };
}
