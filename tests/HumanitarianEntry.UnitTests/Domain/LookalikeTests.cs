using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>An alarm holds what rests on the file until a coordinator has answered it, and nobody else learns which the other case is.</summary>
public sealed class LookalikeTests
{
    private static readonly EvidenceFile File = new(new Guid(7, 0, 0, new byte[8]), "aa", 10, "png");
    private static readonly NoteLookalike Alarm = new("E1", LookalikeKind.SamePicture) { Other = new Guid(5, 5, 5, new byte[8]), OtherReference = "DEM-0AB" };

    [Fact]
    public void Answer_ByAnybodyButACoordinator_IsNotTheirs() =>
        Assert.Equal([Role.Coordinator], ActCatalogue.RuleOf(new AnswerLookalike("L1", LookalikeVerdict.PublicPicture, "r")).Roles);

    [Fact]
    public void Alarm_Open_HoldsEvidenceAndRecommendation()
    {
        var builder = Case().Do(People.System, Alarm);
        Assert.Contains("lookalike-open", builder.GateBlockers(Gate.Evidence, "sufficient", People.Custodian));
        Assert.DoesNotContain("lookalike-open", builder.GateBlockers(Gate.Evidence, "insufficient", People.Custodian));
        Assert.Contains("lookalike-open", HumanitarianEntry.Domain.Recommendation.RecommendationGate.Check(builder.File, builder.Context(People.Coordinator), "recommend").Select(b => b.Code));
        Assert.Equal((3, true), (Sheet(builder).BestCredibility, Sheet(builder).IsLookalikeOpen));
        Assert.Contains("lookalike-open", builder.Refusals(People.Custodian, new GradeEvidence("E1", Reliability.B, 2, "DEMO")));
        Assert.Empty(builder.Refusals(People.Custodian, new GradeEvidence("E1", Reliability.B, 3, "DEMO")));

        builder.Do(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.PublicPicture, "On every channel that day."));
        Assert.DoesNotContain("lookalike-open", builder.GateBlockers(Gate.Evidence, "sufficient", People.Custodian));
        Assert.False(Sheet(builder).IsLookalikeOpen);
    }

    [Fact]
    public void Answer_Shared_MakesTheItemThePersonsOwnWord()
    {
        var builder = Case().Do(People.Custodian, new SupportEvidence("E1", SupportKind.OutsideSource, "shows") { Source = "DEMO paper" }).Do(People.System, Alarm);
        Assert.Equal(Corroboration.K2, Level(builder));
        builder.Do(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.SharedByLinkedPerson, "They were there together."));
        Assert.Equal(Corroboration.K1, Level(builder));

        // A later answer takes its place; the dossier is made from the one that counts.
        var before = DossierGate.InputsHash(builder.File);
        builder.Do(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.NotTheSame, "Looked at again."));
        Assert.Equal(Corroboration.K2, Level(builder));
        Assert.NotEqual(before, DossierGate.InputsHash(builder.File));
    }

    [Fact]
    public void Answer_Borrowed_LeavesCredibilityFourAndTakenFromHereNothing()
    {
        var builder = Case().Do(People.System, Alarm).Do(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.BorrowedByThisPerson, "r"));
        Assert.Equal(["file-borrowed"], Sheet(builder).Against(3).Select(b => b.Code));
        builder.Do(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.TakenFromThisPerson, "r"));
        Assert.DoesNotContain("file-borrowed", Sheet(builder).Against(3).Select(b => b.Code));
    }

    [Fact]
    public void Answer_ThatNamesTheOtherCaseOrSaysNothing_IsRefused()
    {
        var builder = Case().Do(People.System, Alarm);
        Assert.Equal(["names-other-case"], builder.Refusals(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.PublicPicture, "The man of dem-0ab has it.")));
        Assert.Equal(["reason-missing"], builder.Refusals(People.Coordinator, new AnswerLookalike("L1", LookalikeVerdict.PublicPicture, " ")));
        Assert.Equal(["lookalike-unknown"], builder.Refusals(People.Coordinator, new AnswerLookalike("L2", LookalikeVerdict.PublicPicture, "r")));
    }

    [Fact]
    public void Note_SamePairAgainItselfOrNoFile_IsRefused()
    {
        var builder = Case().Do(People.System, Alarm);
        Assert.Equal(["known-already"], builder.Refusals(People.System, Alarm));
        Assert.Empty(builder.Refusals(People.System, Alarm with { Other = Guid.Empty }));
        Assert.Equal(["same-file"], builder.Refusals(People.System, Alarm with { Other = builder.File.Id }));
        Assert.Equal(["evidence-file-unknown"], builder.Refusals(People.System, Alarm with { Item = "E9" }));
        builder.Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = File with { FileId = Guid.Empty } }).Do(People.System, new NoteLookalike("E2", LookalikeKind.SamePicture) { OtherItem = "E1" });
        Assert.Equal(["known-already"], builder.Refusals(People.System, new NoteLookalike("E1", LookalikeKind.SamePicture) { OtherItem = "E2" }));
    }

    [Fact]
    public void Alarm_IsToldToThoseWhoKeepTheEvidence_AndAPairWithinTheCaseToNobody()
    {
        Assert.Equal([Role.EvidenceCustodian, Role.Coordinator], Case().Do(People.System, Alarm).Last!.Told.Select(t => t.Role));
        var builder = Case().Do(People.Custodian, new AddEvidence(EvidenceType.WitnessStatement, "DEMO", "witness") { File = File with { FileId = Guid.Empty, Sha256 = "bb" } })
            .Do(People.Custodian, new GradeEvidence("E2", Reliability.C, 3, "seen")).Do(People.Custodian, new SupportEvidence("E1", SupportKind.OtherItem, "shows it") { Other = "E2" });
        Assert.Equal(Corroboration.K2, Level(builder));
        builder.Do(People.System, new NoteLookalike("E2", LookalikeKind.SamePicture) { OtherItem = "E1" });
        Assert.Empty(builder.Last!.Told);
        Assert.Empty(LookalikeRules.Open(builder.File.Evidence));
        Assert.Equal(Corroboration.K0, Level(builder));
    }

    [Theory]
    [InlineData(Role.Screener)]
    [InlineData(Role.EvidenceCustodian)]
    [InlineData(Role.Vetter)]
    [InlineData(Role.Counsel)]
    [InlineData(Role.DossierOfficer)]
    [InlineData(Role.Applicant)]
    [InlineData(Role.EmbassyLiaison)]
    public void View_OfEverybodyButACoordinator_NamesNoOtherCase(Role role)
    {
        var file = Case().Do(People.System, Alarm).File;
        Assert.DoesNotContain("DEM-0AB", System.Text.Json.JsonSerializer.Serialize(RoleView.For(role, file).Evidence, DomainJson.Options), StringComparison.Ordinal);
        Assert.Equal("DEM-0AB", RoleView.For(Role.Coordinator, file).Evidence.Lookalikes[0].Value.OtherReference);
    }

    private static CaseBuilder Case() => A.Case().To(Gate.Evidence).Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = File });

    private static Corroboration Level(CaseBuilder builder) => CorroborationRule.Of(builder.File.Evidence, builder.File.Evidence.Find("E1")!).Level;

    private static Worksheet Sheet(CaseBuilder builder) => Worksheet.Of(builder.File.Evidence, builder.File.Evidence.Find("E1")!) with { Missing = [] };
}
