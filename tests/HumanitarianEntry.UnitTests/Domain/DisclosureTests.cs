using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>What a recipient gets, and what follows when the list changes (decision 0038).</summary>
public sealed class DisclosureTests
{
    private static readonly DisclosureProfile Less = DisclosureProfile.Standard with { Parts = DisclosureProfile.Standard.Parts.Remove(DisclosedPart.DocumentNumbers), Name = "less" };

    [Fact]
    public void ProfileOf_NoRecipientOfTheProgramme_IsNothingAtAll()
    {
        Assert.Same(DisclosureProfile.Nothing, Programmes.France.ProfileOf("somebody else"));
        Assert.All(Enum.GetValues<DisclosedPart>(), part => Assert.False(DisclosureProfile.Nothing.Allows(part)));
        Assert.True(Programmes.France.ProfileOf(Programmes.Post).IsStandard);
    }

    [Fact]
    public void Allows_ProtectedTypes_NeverWhateverTheProfileSays()
    {
        var everything = new DisclosureProfile("all", [.. Enum.GetValues<DisclosedPart>()], [.. Enum.GetValues<EvidenceType>()]);

        EvidenceType[] never = [EvidenceType.WitnessStatement, EvidenceType.LeakedDocument, EvidenceType.HelpToOthers];
        Assert.Equal(never.Order(), Enum.GetValues<EvidenceType>().Where(t => !everything.Allows(t)).Order());
    }

    [Fact]
    public void InputsHash_ProfileThatAllowsTheSameUnderAnotherName_IsAsBefore()
    {
        var file = A.Case().To(Gate.Dossier).File;
        var same = new DisclosureProfile("embassy", DisclosureProfile.Standard.Parts, DisclosureProfile.Standard.Annexes);

        Assert.True(same.IsStandard);
        Assert.Equal(DossierGate.InputsHash(file), DossierGate.InputsHash(file, new DossierAudience(Programmes.Post, "FR", same)));
        Assert.NotEqual(DossierGate.InputsHash(file), DossierGate.InputsHash(file, new DossierAudience(Programmes.Post, "FR", Less)));
    }

    [Fact]
    public void Release_ProfileChangedSince_IsOutdatedAndMustBeSearchedAgain()
    {
        var made = A.Case().To(Gate.Dossier).DossierMade();
        Assert.Empty(made.GateBlockers(Gate.Dossier, "released", People.DossierOfficer));

        Assert.Contains("dossier-is-outdated", made.Under(With(Less)).GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
        Assert.Empty(made.DossierMade("bb").GateBlockers(Gate.Dossier, "released", People.DossierOfficer));
    }

    [Fact]
    public void Submit_ProfileChangedAfterTheRelease_IsRefused()
    {
        var released = A.Case().To(Gate.Dossier).DossierMade().DossierReleased();
        var hand = new SubmitDossier("by hand", Programmes.Post);
        Assert.Empty(released.Refusals(People.SubmissionOfficer, hand));

        Assert.Contains("disclosure-changed", released.Under(With(Less)).Refusals(People.SubmissionOfficer, hand));
    }

    [Fact]
    public void IsCarried_MedicalPaper_NeedsProfileAndConsentForThisRecipient()
    {
        var file = A.Case().To(Gate.Dossier).File;
        var item = new EvidenceItem("E9", EvidenceType.MedicalRecord, "DEMO", null, "applicant", IsPublic: false, IsCostly: false) { File = new EvidenceFile(Guid.Empty, "aa", 1, "pdf") };
        file = file with { Evidence = file.Evidence with { Items = file.Evidence.Items.Add(new(item, file.Evidence.Items[0].Provenance)), Grades = file.Evidence.Grades.Add(new(new EvidenceGrade("E9", Reliability.B, 2, Corroboration.K2, "DEMO", null), file.Evidence.Grades[0].Provenance)) } };
        var post = new DossierAudience(Programmes.Post, "FR", DisclosureProfile.Standard);
        var without = post with { Profile = DisclosureProfile.Standard with { Parts = DisclosureProfile.Standard.Parts.Remove(DisclosedPart.Medical) } };

        Assert.False(AnnexRules.IsCarried(file, item, post));
        Assert.False(AnnexRules.IsCarried(Consented(file, "ministry contact", ConsentStatus.Given), item, post));
        Assert.True(AnnexRules.IsCarried(Consented(file, Programmes.Post, ConsentStatus.Given), item, post));
        Assert.True(AnnexRules.IsCarried(Consented(file, "FR", ConsentStatus.Given), item, post));
        Assert.False(AnnexRules.IsCarried(Consented(Consented(file, null, ConsentStatus.Given), null, ConsentStatus.Withdrawn), item, post));
        Assert.False(AnnexRules.IsCarried(Consented(file, null, ConsentStatus.Given), item, without));
        Assert.NotEqual(DossierInputs.HashOf(file, post), DossierInputs.HashOf(Consented(file, null, ConsentStatus.Given), post));
    }

    [Fact]
    public void Release_ConsentToMedicalPapersTakenBack_IsBlocked()
    {
        var file = A.Case().To(Gate.Dossier).DossierMade().File;
        var item = file.Evidence.Items[0];
        file = file with { Evidence = file.Evidence with { Items = file.Evidence.Items.SetItem(0, item with { Value = item.Value with { Type = EvidenceType.MedicalRecord } }) } };
        var version = file.Dossier.Newest! with { Annexes = [new DossierAnnex(item.Value.Label, 1, "aa", AnnexPlace.Attached)] };
        var post = new DossierAudience(Programmes.Post, "FR", DisclosureProfile.Standard);
        var today = DateOnly.FromDateTime(item.Provenance.At.UtcDateTime);

        Assert.Equal(["consent-to-care-missing"], AnnexRules.AgainstRelease(file, version, post, today).Select(b => b.Code));
        Assert.Empty(AnnexRules.AgainstRelease(Consented(file, null, ConsentStatus.Given), version, post, today));
        Assert.Empty(AnnexRules.AgainstRelease(file, version with { Annexes = null }, post, today));
    }

    [Fact]
    public void UndisclosedValues_StandardProfile_AreNone() => Assert.Empty(UndisclosedValues.Of(A.Case().To(Gate.Dossier).File, DisclosureProfile.Standard));

    [Fact]
    public void UndisclosedValues_EveryPart_IsThoughtOf()
    {
        var file = A.Case().To(Gate.Dossier).File;
        Assert.All(Enum.GetValues<DisclosedPart>(), part => Assert.NotNull(UndisclosedValues.Of(file, DisclosureProfile.Standard with { Parts = DisclosureProfile.Standard.Parts.Remove(part) }).ToList()));
        Assert.Contains(UndisclosedValues.Of(file, DisclosureProfile.Nothing), w => w.Kind == WithheldKind.UndisclosedNumber);
        Assert.NotEqual(WithheldValues.HashOf(file), WithheldValues.HashOf(file, DisclosureProfile.Nothing));
    }

    [Fact]
    public void ChoosePhotograph_WrongItemOrNotAgreed_IsRefused()
    {
        var dossier = A.Case().To(Gate.Dossier);

        Assert.Equal(["evidence-unknown"], dossier.Refusals(People.DossierOfficer, new ChoosePhotograph("E77") { PersonAgrees = true }));
        Assert.Equal(["photograph-without-copy", "photograph-not-agreed"], dossier.Refusals(People.DossierOfficer, new ChoosePhotograph("E1")));
        Assert.Empty(dossier.Refusals(People.DossierOfficer, new ChoosePhotograph(null)));
        dossier.Do(People.Custodian, new MarkGraphic("E1", IsGraphic: true));
        Assert.Equal(["photograph-not-fit"], dossier.Refusals(People.DossierOfficer, new ChoosePhotograph("E1") { PersonAgrees = true }));
        Assert.Null(dossier.Do(People.DossierOfficer, new ChoosePhotograph(null)).File.Dossier.Photograph);
    }

    /// <summary>What the person sent is no photograph until somebody of staff has looked; what staff took in was looked at then.</summary>
    [Fact]
    public void ChoosePhotograph_NobodyHasLooked_IsRefusedUntilSomebodyHas()
    {
        static ChoosePhotograph Last(CaseBuilder built) => new(built.File.Evidence.Items[^1].Value.Label) { PersonAgrees = true };

        var taken = WithPicture(People.Custodian);
        Assert.Empty(taken.Refusals(People.DossierOfficer, Last(taken)));
        var sent = WithPicture(People.Applicant);
        Assert.Equal(["photograph-not-looked-at"], sent.Refusals(People.DossierOfficer, Last(sent)));
        Assert.Empty(sent.Refusals(People.DossierOfficer, new ChoosePhotograph(null)));
        sent.Do(People.Custodian, new MarkGraphic(Last(sent).Item!, IsGraphic: false));
        Assert.Equal(Last(sent).Item, sent.Do(People.DossierOfficer, Last(sent)).File.Dossier.Photograph!.Item);
    }

    private static CaseBuilder WithPicture(Actor by)
    {
        var file = new EvidenceFile(Guid.NewGuid(), "aa", 1, "png");
        var built = A.Case().To(Gate.Dossier).Do(by, new AddEvidence(EvidenceType.SymbolicAct, "DEMO portrait", "applicant") { File = file });
        var label = built.File.Evidence.Items[^1].Value.Label;
        return built.Do(People.System, new RecordFileExamination(new FileExamination(label, file.FileId, "aa", ScanVerdict.Clean) { Copy = new WorkingCopy(Guid.NewGuid(), "bb", 1, "png", file.FileId, "aa", "t", "p", CaseBuilder.FirstContact) }));
    }

    [Fact]
    public void LinkCase_NotANumberOwnOrTwice_IsRefusedAndTakenBackCountsNoMore()
    {
        var dossier = A.Case().To(Gate.Dossier);

        Assert.Equal(["reference-unknown"], dossier.Refusals(People.Coordinator, new LinkCase("Gleb", Stands: true)));
        Assert.Equal(["reference-own"], dossier.Refusals(People.Coordinator, new LinkCase("k7q4mz", Stands: true)));
        Assert.Equal(["link-known"], dossier.Refusals(People.Coordinator, new LinkCase("ABC-234", Stands: false)));
        Assert.Equal(["ABC-234"], dossier.Do(People.Coordinator, new LinkCase("abc 234", Stands: true)).File.Dossier.CurrentLinks);
        Assert.Empty(dossier.Do(People.Coordinator, new LinkCase("ABC-234", Stands: false)).File.Dossier.CurrentLinks);
    }

    [Fact]
    public void Parts_OneFactAdded_OnlyItsPartDiffers()
    {
        var dossier = A.Case().To(Gate.Dossier);
        var before = DossierInputs.Parts(dossier.File, DossierAudience.Standard);
        var after = DossierInputs.Parts(dossier.NoTravelDocumentToBeHad().File, DossierAudience.Standard);

        Assert.Equal(["travelDocument"], before.Keys.Where(k => before[k] != after[k]));
    }

    [Fact]
    public void ExportsBy_HandOver_NamesOnlyItemsWhoseCopyWent()
    {
        var handed = A.Case().To(Gate.Dossier).DossierMade().DossierReleased().Submitted().File;
        var at = handed.Dossier.Submissions[^1].Provenance.At;
        var act = new SubmitDossier("by hand", Programmes.Post);
        DossierFacts With(params DossierAnnex[] annexes) => handed.Dossier with { Versions = handed.Dossier.Versions.ConvertAll(v => v with { Annexes = [.. annexes] }) };
        var carried = With(new DossierAnnex("E2", 1, "aa", AnnexPlace.Attached), new DossierAnnex("E3", 2, "bb", AnnexPlace.NamedOnly));

        Assert.Equal([new CustodyExport(1, 1, Programmes.Post, "aa")], CustodyRules.ExportsBy(act, at, "E2", carried));
        Assert.Empty(CustodyRules.ExportsBy(act, at, "E3", carried));
        Assert.Empty(CustodyRules.ExportsBy(act, at, "E4", carried));
        Assert.Empty(CustodyRules.ExportsBy(act, at.AddDays(1), "E2", carried));
        Assert.Empty(CustodyRules.ExportsBy(act, at, "E2", handed.Dossier));
        Assert.Empty(CustodyRules.ExportsBy(new AnswerInformationRequest("There.") { Annexes = ["E5"] }, at.AddDays(3), "E5", carried));

        // A long translation is a file of its own: of an item whose copy stayed, too.
        var translated = With(new DossierAnnex("E3", 2, "bb", AnnexPlace.NamedOnly), new DossierAnnex("E3", 3, "cc", AnnexPlace.Attached) { Translation = "T-AAAA-BBBB" });
        Assert.Equal([new CustodyExport(1, 3, Programmes.Post, "cc") { Translation = "T-AAAA-BBBB" }], CustodyRules.ExportsBy(act, at, "E3", translated));
    }

    private static Func<ProgrammeRules, ProgrammeRules> With(DisclosureProfile profile) => p => p with { Profiles = p.Profiles.SetItem(Programmes.Post, profile) };

    private static CaseFile Consented(CaseFile file, string? recipient, ConsentStatus status) => file with
    {
        Contact = file.Contact with { Consents = file.Contact.Consents.Add(new RecordedConsent(Guid.Empty, new ConsentGiven(ConsentPurpose.Care, recipient, status, "v1", "ru", ConsentMethod.Signed, null), file.Contact.Consents[^1].Provenance)) },
    };
}
