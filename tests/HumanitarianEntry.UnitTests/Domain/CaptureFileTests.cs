using System.Text;
using System.Text.Json;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Files that vetters save from the net are as foreign as what is handed in.</summary>
public sealed class CaptureFileTests
{
    private static readonly EvidenceFile Stored = new(new Guid(7, 0, 0, new byte[8]), "aa", 10, "png");
    private static readonly WorkingCopy Copy = new(new Guid(8, 0, 0, new byte[8]), "bb", 9, "png", Stored.FileId, "aa", "tool", "so", CaseBuilder.FirstContact);
    private static readonly FileExamination Clean = new("C1", Stored.FileId, "aa", ScanVerdict.Clean) { Copy = Copy, Traits = [new FileTrait("Make", "DemoCam")] };
    private static readonly FileExamination Malware = new("C1", Stored.FileId, "aa", ScanVerdict.Malware) { Malware = "Demo.Test" };
    private static readonly FileExamination NotScanned = new("C1", Stored.FileId, "aa", ScanVerdict.NotScanned) { Reason = NotScannedReason.NotReachable };

    private static readonly RecordCapture Capture = new(CaptureSubject.UnitChannel, "https://example.org/c", CaseBuilder.FirstContact, "Europe/Paris", CaptureMethod.Screenshot, "A post of 2022.", "Posted by another.")
    {
        File = Stored, NoContact = true, NoFriendRequest = true, NoFaceUpload = true,
    };

    [Fact]
    public void ExamineAgain_ByWhoInterviewedOrForNothing_IsRefused()
    {
        Assert.Equal(["vetter-must-not-be-interviewer"], With().Refusals(People.Screener.As(Role.Vetter), new ExamineCaptureAgain("C1")));
        Assert.Equal(["capture-unknown"], With().Refusals(People.Vetter, new ExamineCaptureAgain("C9")));
        Assert.Equal(["capture-unknown"], With().Refusals(People.Vetter, new ExamineCaptureAgain("E1")));
    }

    [Fact]
    public void Record_OfAnotherFileOrCapture_IsRefused()
    {
        foreach (var wrong in new[] { Clean with { Item = "C2" }, Clean with { Sha256 = "ff" }, Clean with { FileId = Guid.Empty } })
        {
            Assert.Equal(["capture-unknown"], With().Refusals(People.System, new RecordCaptureExamination(wrong)));
        }
    }

    [Fact]
    public void Capture_AsksForItsExamination()
    {
        Assert.Equal([new WorkRequest(WorkKind.ExamineFile, "C1")], With().Last!.Work);
        Assert.Equal([new WorkRequest(WorkKind.ExamineFile, "C1")], With().Do(People.Vetter, new ExamineCaptureAgain("C1")).Last!.Work);
    }

    [Fact]
    public void Standing_WhatWasFoundStaysFoundUntilALaterScan()
    {
        Assert.Equal(FileStanding.NotExamined, Standing(With()));
        Assert.Equal(FileStanding.NotScanned, Standing(With(NotScanned)));
        Assert.Equal(FileStanding.Clean, Standing(With(Clean, NotScanned)));
        var held = With(Clean, Malware, NotScanned with { IsLetThrough = true, Copy = Copy });
        Assert.Equal(FileStanding.Quarantined, Standing(held));
        Assert.Null(FileRules.CopyOf(held.File.Vetting, held.File.Vetting.Captures[0].Value));
        Assert.Equal(FileStanding.Clean, Standing(With(Malware, Clean)));
    }

    [Fact]
    public void Malware_IsToldToThoseWhoVetAndToNobodyElse()
    {
        Assert.Equal([new Told(Role.Vetter, RecordFileExamination.Quarantined)], With(Malware).Last!.Told);
        Assert.Empty(With(Clean).Last!.Told);
    }

    [Theory]
    [InlineData(Role.Screener)]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.EvidenceCustodian)]
    [InlineData(Role.DossierOfficer)]
    [InlineData(Role.Counsel)]
    [InlineData(Role.EmbassyLiaison)]
    [InlineData(Role.Applicant)]
    public void View_ThoseWhoDoNotVet_SeeNeitherCapturesNorTheirExaminations(Role role)
    {
        var seen = RoleView.For(role, With(Clean).File).Vetting;
        Assert.Empty(seen.Captures);
        Assert.Null(seen.CaptureExaminations);
        Assert.Single(RoleView.For(Role.Vetter, With(Clean).File).Vetting.CaptureExaminations!);
    }

    [Fact]
    public void Facts_WithoutExaminations_ReadAndWriteAsBefore()
    {
        Assert.DoesNotContain("examination", Written(With().File), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("captureExaminations", Written(With(Clean).File), StringComparison.Ordinal);
    }

    [Fact]
    public void Dossier_KnowsNothingOfCaptures() =>
        Assert.Equal(HumanitarianEntry.Domain.Dossiers.DossierGate.InputsHash(With().File), HumanitarianEntry.Domain.Dossiers.DossierGate.InputsHash(With(Malware).File));

    private static string Written(CaseFile file) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(file.Vetting, DomainJson.Options));

    private static FileStanding Standing(CaseBuilder built) => FileRules.Standing(built.File.Vetting, built.File.Vetting.Captures[0].Value);

    private static CaseBuilder With(params FileExamination[] examinations) =>
        examinations.Aggregate(A.Case().To(Gate.Vetting).Do(People.Vetter, Capture), (built, found) => built.Do(People.System, new RecordCaptureExamination(found)));
}
