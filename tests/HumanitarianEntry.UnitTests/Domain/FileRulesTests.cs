using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class FileRulesTests
{
    private static readonly EvidenceFile File = new(new Guid(7, 0, 0, new byte[8]), "aa", 10, "png");
    private static readonly WorkingCopy Copy = new(new Guid(8, 0, 0, new byte[8]), "bb", 9, "png", File.FileId, "aa", "tool", "so", CaseBuilder.FirstContact);
    private static readonly FileExamination Clean = new("E1", File.FileId, "aa", ScanVerdict.Clean) { Copy = Copy, Traits = [new FileTrait("Make", "DemoCam")] };
    private static readonly FileExamination Malware = new("E1", File.FileId, "aa", ScanVerdict.Malware) { Malware = "Demo.Test" };
    private static readonly FileExamination NotScanned = new("E1", File.FileId, "aa", ScanVerdict.NotScanned) { Reason = NotScannedReason.NotReachable };

    [Fact]
    public void AddEvidence_WithAFile_AsksForItsExamination()
    {
        var evidence = new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = File };
        Assert.Equal([new WorkRequest(WorkKind.ExamineFile, "E1")], Applied(A.Case().To(HumanitarianEntry.Domain.Gates.Gate.Evidence), evidence).Work);
        Assert.Empty(Applied(A.Case().To(HumanitarianEntry.Domain.Gates.Gate.Evidence), evidence with { File = null }).Work);
    }

    [Fact]
    public void Release_FileThatNobodyExamined_IsHeld() => Assert.Equal(["file-not-examined"], Codes(With()));

    [Fact]
    public void Release_FileThatWasNotScanned_IsHeld() => Assert.Equal(["file-not-scanned"], Codes(With(NotScanned)));

    [Fact]
    public void Release_CleanFile_IsFree() => Assert.Empty(Codes(With(NotScanned, Clean)));

    [Fact]
    public void Release_FileLetThrough_IsFreeAndSaysSo()
    {
        var file = With(NotScanned with { IsLetThrough = true, Copy = Copy });
        Assert.Empty(Codes(file));
        Assert.Equal(FileStanding.LetThrough, FileRules.Standing(file.Evidence, Item(file)));
    }

    [Fact]
    public void Standing_ScannerGoneAfterMalware_StaysQuarantined()
    {
        var file = With(Malware, NotScanned with { IsLetThrough = true, Copy = Copy });
        Assert.Equal(FileStanding.Quarantined, FileRules.Standing(file.Evidence, Item(file)));
        Assert.Null(FileRules.CopyOf(file.Evidence, Item(file)));
        Assert.False(FileRules.IsCarried(file, Item(file)));
        Assert.Empty(Codes(file));
    }

    [Fact]
    public void Standing_MalwareAfterClean_TakesTheCopyAway()
    {
        var file = With(Clean, Malware);
        Assert.Equal(FileStanding.Quarantined, FileRules.Standing(file.Evidence, Item(file)));
        Assert.Null(FileRules.CopyOf(file.Evidence, Item(file)));
    }

    [Fact]
    public void Release_ProtectedContradictedOrUngradedFile_NeedsNoExamination()
    {
        var file = With();
        Assert.Empty(Codes(file with { Evidence = file.Evidence with { Grades = [] } }));
        Assert.Empty(Codes(Of(file, Item(file) with { Type = EvidenceType.WitnessStatement })));
    }

    [Fact]
    public void InputsHash_BeforeAndAfter_ChangesWithTheCopyOnly()
    {
        var before = DossierGate.InputsHash(With());
        var first = DossierGate.InputsHash(With(Clean));
        Assert.NotEqual(before, first);
        Assert.Equal(first, DossierGate.InputsHash(With(Clean, Clean with { Scanner = "newer", Traits = [] })));
        Assert.NotEqual(first, DossierGate.InputsHash(With(Clean with { Copy = Copy with { Sha256 = "cc" } })));
    }

    [Theory]
    [InlineData(Role.Screener, true)]
    [InlineData(Role.EvidenceCustodian, true)]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.Vetter, false)]
    [InlineData(Role.Counsel, false)]
    [InlineData(Role.DossierOfficer, false)]
    [InlineData(Role.SubmissionOfficer, false)]
    public void View_Traits_AreForThoseWhoWorkWithOriginals(Role role, bool sees)
    {
        var seen = RoleView.For(role, With(Clean)).Evidence.Examinations;
        Assert.Equal(sees, Assert.Single(seen).Value.Traits.Count == 1);
    }

    [Theory]
    [InlineData(Role.EmbassyLiaison)]
    [InlineData(Role.ReceptionPartner)]
    [InlineData(Role.IntakeOfficer)]
    public void View_RolesWithoutEvidence_SeeNoExamination(Role role) => Assert.Empty(RoleView.For(role, With(Clean)).Evidence.Examinations);

    [Fact]
    public void Record_OfAnotherFile_IsRefused()
    {
        var file = With();
        Assert.Equal(["evidence-file-unknown"], Check(file, new RecordFileExamination(Clean with { Sha256 = "ff" })));
        Assert.Equal(["evidence-file-unknown"], Check(file, new RecordFileExamination(Clean with { FileId = Guid.Empty })));
        Assert.Empty(Check(file, new RecordFileExamination(Clean)));
        Assert.Equal(["evidence-file-unknown"], Check(file, new ExamineFileAgain("E9")));
    }

    /// <summary>A tick that was left empty is no word: what the person sent is folded until somebody has looked.</summary>
    [Fact]
    public void IsGraphic_WhoSaysSo_CountsAndStaffLast()
    {
        var add = new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = File };
        var demo = A.Case().To(HumanitarianEntry.Domain.Gates.Gate.Evidence)
            .Do(People.Applicant, add).Do(People.Applicant, add with { IsGraphic = true }).Do(People.Custodian, add).Do(People.Custodian, add with { IsGraphic = true });
        bool? Of(string label) => FileRules.IsGraphic(demo.File.Evidence, label);
        Assert.Equal([null, true, false, true], new[] { "E1", "E2", "E3", "E4" }.Select(Of));
        Assert.Null(Of("E9"));

        demo.Do(People.Screener, new MarkGraphic("E1", IsGraphic: false)).Do(People.Custodian, new MarkGraphic("E2", IsGraphic: false)).Do(People.Custodian, new MarkGraphic("E3", IsGraphic: true));
        Assert.Equal([false, false, true], new[] { "E1", "E2", "E3" }.Select(Of));
        demo.Do(People.Custodian, new MarkGraphic("E1", IsGraphic: true));
        Assert.True(Of("E1"));
        Assert.Equal(["evidence-unknown"], Check(demo.File, new MarkGraphic("E9", IsGraphic: true)));
        Assert.True(FileRules.IsGraphic(RoleView.For(Role.DossierOfficer, demo.File).Evidence, "E3"));
    }

    private static EvidenceItem Item(CaseFile file) => file.Evidence.Find("E1")!;

    private static string[] Codes(CaseFile file) => [.. FileRules.AgainstDossier(file).Select(b => b.Code)];

    private static string[] Check(CaseFile file, Act act) => [.. act.Check(file, Context(Role.System)).Select(b => b.Code)];

    private static ActContext Context(Role role) => new(Guid.Empty, new Actor(Guid.Empty, role, "t"), CaseBuilder.FirstContact, null!);

    private static ActOutcome Applied(CaseBuilder builder, Act act) => act.Apply(builder.File, Context(Role.EvidenceCustodian));

    private static CaseFile Of(CaseFile file, EvidenceItem item) => file with { Evidence = file.Evidence with { Items = file.Evidence.Items.ConvertAll(i => i with { Value = item }) } };

    private static CaseFile With(params FileExamination[] examinations)
    {
        var file = A.Case().To(HumanitarianEntry.Domain.Gates.Gate.Referral).File;
        var context = Context(Role.System);
        return file with
        {
            Evidence = new EvidenceFacts
            {
                Items = [context.Record(new EvidenceItem("E1", EvidenceType.PublicPost, "DEMO", null, "applicant", true, false) { File = File }, "applicant")],
                Grades = [context.Record(new EvidenceGrade("E1", Reliability.B, 2, Corroboration.K2, "seen", null), "worksheet")],
                Examinations = [.. examinations.Select(e => context.Record(e, "examination"))],
            },
        };
    }
}
