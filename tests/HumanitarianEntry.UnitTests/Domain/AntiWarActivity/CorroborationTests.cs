using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.AntiWarActivity;

/// <summary>K0 to K3 and KX from named supports (handbook G5).</summary>
public sealed class CorroborationTests
{
    [Fact]
    public void Of_NothingOwnOneTwoAndContradiction_IsK0ToKx()
    {
        var item = Open();
        Assert.Equal(Corroboration.K0, Level(item));
        Assert.Equal(Corroboration.K1, Level(item.Do(People.Custodian, new SupportEvidence("E1", SupportKind.OwnArtefact, "DEMO telephone"))));
        Assert.Equal(Corroboration.K2, Level(item.Supported("E1", "DEMO paper")));
        Assert.Equal(Corroboration.K3, Level(item.Supported("E1", "DEMO archive")));
        Assert.Equal(Corroboration.KX, Level(item.Do(People.Screener, new SupportEvidence("E1", SupportKind.Contradiction, "DEMO: it was another day"))));
        Assert.Equal(Corroboration.K3, Level(item.Do(People.Screener, new WithdrawSupport("E1.4", "DEMO: a misreading"))));
    }

    [Theory]
    [InlineData(SourceTie.LinkedApplicant, Corroboration.K1)]
    [InlineData(SourceTie.OwnCampaign, Corroboration.K1)]
    [InlineData(SourceTie.JointWork, Corroboration.K1)]
    [InlineData(SourceTie.OwnMaking, Corroboration.K1)]
    [InlineData(SourceTie.SameOrigin, Corroboration.K0)]
    [InlineData(SourceTie.SamePublisher, Corroboration.K0)]
    public void Of_SourceTied_IsNeverIndependent(SourceTie tie, Corroboration level)
    {
        Assert.Equal(level, Level(Open().Supported("E1", "DEMO one", tie).Supported("E1", "DEMO two", tie)));
        Assert.Equal(Corroboration.K2, Level(Open().Supported("E1", "DEMO one", tie).Supported("E1", "DEMO free")));
    }

    [Fact]
    public void Of_SameSourceOrOrigin_CountsOnce()
    {
        Assert.Equal(Corroboration.K2, Level(Open().Supported("E1", "DEMO paper").Supported("E1", "demo PAPER")));
        var chain = Open().Supported("E1", "DEMO paper").Do(People.Custodian, Same("DEMO reprint", "E1.1")).Do(People.Custodian, Same("DEMO reprint of the reprint", "E1.2"));
        Assert.Equal(Corroboration.K2, Level(chain));
        Assert.Equal(Corroboration.K3, Level(chain.Supported("E1", "DEMO other paper")));
        Assert.Equal(Corroboration.K1, Level(Open().Supported("E1", "DEMO friend", SourceTie.LinkedApplicant).Do(People.Custodian, Same("DEMO reprint of the friend", "E1.1"))));
    }

    [Fact]
    public void Of_OtherItem_CountsWhenGradedCredibleAndNotContradicted()
    {
        var two = Open().Evidence(EvidenceType.WitnessStatement, "2022-11").Do(People.Custodian, new SupportEvidence("E1", SupportKind.OtherItem, "DEMO: saw it") { Other = "E2" });
        Assert.Equal(Corroboration.K0, Level(two));
        Assert.Equal(Corroboration.K2, Level(two.Graded("E2", Reliability.C, 3, Corroboration.K0)));
        Assert.Equal(Corroboration.K0, Level(two.Graded("E2", Reliability.C, 5, Corroboration.K0)));
        Assert.Equal(Corroboration.K2, Level(two.Graded("E2", Reliability.C, 3, Corroboration.K0)));
        Assert.Equal(Corroboration.K0, Level(two.Do(People.Custodian, new SupportEvidence("E2", SupportKind.Contradiction, "DEMO: was elsewhere"))));
    }

    [Theory]
    [InlineData(Reliability.D, 4, Corroboration.K2)]
    [InlineData(Reliability.D, 5, Corroboration.K0)]
    [InlineData(Reliability.E, 4, Corroboration.K0)]
    public void Of_OtherItem_CountsDownToD4(Reliability reliability, int credibility, Corroboration level) =>
        Assert.Equal(level, Level(BorneOutBy(EvidenceType.WitnessStatement, reliability, credibility)));

    [Fact]
    public void Of_SameFileOrSameItemTwice_CountsOnceOrNot()
    {
        var witness = BorneOutBy(EvidenceType.WitnessStatement, Reliability.C, 3);
        Assert.Equal(Corroboration.K2, Level(witness.Do(People.Custodian, Other("E1", "E2"))));

        EvidenceFile file = new(new Guid(7, 0, 0, new byte[8]), "aa", 10, "pdf"), again = file with { FileId = new Guid(8, 0, 0, new byte[8]) };
        var same = A.Case().To(Gate.Evidence).Do(People.Custodian, Witness(file)).Do(People.Custodian, Witness(again)).Graded("E2", Reliability.B, 3, Corroboration.K0).Do(People.Custodian, Other("E1", "E2"));
        Assert.Equal(Corroboration.K0, Level(same));

        var copies = Open().Do(People.Custodian, Witness(file)).Do(People.Custodian, Witness(again)).Graded("E2", Reliability.B, 3, Corroboration.K0).Graded("E3", Reliability.B, 3, Corroboration.K0);
        Assert.Equal(Corroboration.K2, Level(copies.Do(People.Custodian, Other("E1", "E2")).Do(People.Custodian, Other("E1", "E3"))));
    }

    /// <summary>What he made or said himself, entered as another item, bears nothing out.</summary>
    [Theory]
    [InlineData(EvidenceType.PublicPost, Corroboration.K1)]
    [InlineData(EvidenceType.Channel, Corroboration.K1)]
    [InlineData(EvidenceType.SymbolicAct, Corroboration.K1)]
    [InlineData(EvidenceType.Protest, Corroboration.K1)]
    [InlineData(EvidenceType.MediaInterview, Corroboration.K1)]
    [InlineData(EvidenceType.ResignationReport, Corroboration.K1)]
    [InlineData(EvidenceType.WrittenRefusal, Corroboration.K1)]
    [InlineData(EvidenceType.HelpToOthers, Corroboration.K1)]
    [InlineData(EvidenceType.CampaignLetter, Corroboration.K1)]
    [InlineData(EvidenceType.RefusalOrder, Corroboration.K2)]
    [InlineData(EvidenceType.MedicalRecord, Corroboration.K2)]
    [InlineData(EvidenceType.AdministrativeCase, Corroboration.K2)]
    [InlineData(EvidenceType.WitnessStatement, Corroboration.K2)]
    public void Of_OtherItem_OwnMaterialIsNotIndependent(EvidenceType type, Corroboration level) => Assert.Equal(level, Level(BorneOutBy(type, Reliability.B, 2)));

    [Fact]
    public void Of_ReprintOfHisOwnTelephone_IsHisOwnWord()
    {
        var reprint = Open().Do(People.Custodian, new SupportEvidence("E1", SupportKind.OwnArtefact, "DEMO telephone")).Do(People.Custodian, Same("DEMO paper", "E1.1"));
        Assert.Equal(Corroboration.K1, Level(reprint));
        Assert.Equal(Corroboration.K1, Level(reprint.Do(People.Custodian, Same("DEMO archive", "E1.2"))));
        Assert.Equal(Corroboration.K1, Level(reprint.Supported("E1", "demo PAPER")));

        var printed = Open().Evidence(EvidenceType.WitnessStatement, "2022-11").Graded("E2", Reliability.B, 2, Corroboration.K0).Do(People.Custodian, new SupportEvidence("E1", SupportKind.OwnArtefact, "DEMO telephone"));
        Assert.Equal(Corroboration.K1, Level(printed.Do(People.Custodian, Other("E1", "E2") with { Ties = [SourceTie.SameOrigin], SameAs = "E1.1" })));

        // Naming another support is enough: the tie need not be ticked besides.
        Assert.Equal(Corroboration.K1, Level(Open().Do(People.Custodian, new SupportEvidence("E1", SupportKind.OwnArtefact, "DEMO telephone")).Do(People.Custodian, Same("DEMO paper", "E1.1") with { Ties = [] })));
        Assert.Equal(Corroboration.K2, Level(reprint.Supported("E1", "DEMO free")));
    }

    [Fact]
    public void Of_NameTiedElsewhere_IsTiedHereToo()
    {
        Assert.Equal(Corroboration.K1, Level(Open().Supported("E1", "DEMO campaign", SourceTie.OwnCampaign).Supported("E1", "demo CAMPAIGN")));
        Assert.Equal(Corroboration.K1, Level(Open().Evidence(EvidenceType.Donation, "2022-11").Supported("E2", "DEMO friend", SourceTie.LinkedApplicant).Supported("E1", "DEMO friend")));
        Assert.Equal(Corroboration.K0, Level(Open().Supported("E1", "DEMO paper", SourceTie.SameOrigin).Supported("E1", "DEMO paper")));
        Assert.Equal(Corroboration.K1, Level(Open().Supported("E1", "DEMO friend").Supported("E1", "DEMO friend", SourceTie.LinkedApplicant)));

        // A tie that turned out to be wrong ties nobody.
        Assert.Equal(Corroboration.K2, Level(Open().Supported("E1", "DEMO paper", SourceTie.OwnCampaign).Do(People.Screener, new WithdrawSupport("E1.1", "DEMO: another paper of that name")).Supported("E1", "DEMO paper")));
    }

    [Fact]
    public void Of_RootWithdrawn_TakesWhatGoesBackToItAlong()
    {
        var chain = Open().Supported("E1", "DEMO paper").Do(People.Custodian, Same("DEMO reprint", "E1.1")).Do(People.Custodian, Same("DEMO second reprint", "E1.2")).Do(People.Screener, new WithdrawSupport("E1.1", "DEMO: invented"));
        Assert.Equal(Corroboration.K0, Level(chain));
        Assert.Equal(Corroboration.K2, Level(chain.Supported("E1", "DEMO other paper")));
    }

    [Fact]
    public void SupportEvidence_InACircle_IsRefusedAndNeverCounts()
    {
        var three = BorneOutBy(EvidenceType.WitnessStatement, Reliability.B, 3).Evidence(EvidenceType.MedicalRecord, "2022-12").Graded("E3", Reliability.B, 3, Corroboration.K0).Graded("E1", Reliability.B, 3, Corroboration.K0);
        Assert.Equal(["support-in-a-circle"], three.Refusals(People.Custodian, Other("E2", "E1")));
        three.Do(People.Custodian, Other("E2", "E3"));
        Assert.Equal(["support-in-a-circle"], three.Refusals(People.Custodian, Other("E3", "E1")));
        Assert.Equal(Corroboration.K2, Level(three));

        // Facts of before: what closed the circle does not count, what was there first does.
        var record = three.File.Evidence.Supports[^1];
        var facts = three.File.Evidence with { Supports = three.File.Evidence.Supports.Add(record with { Value = new Support("E3.1", "E3", SupportKind.OtherItem, "DEMO") { Other = "E1" } }) };
        Assert.Equal(Corroboration.K0, CorroborationRule.Of(facts, facts.Find("E3")!).Level);
        Assert.Equal(Corroboration.K2, CorroborationRule.Of(facts, facts.Find("E1")!).Level);
    }

    [Fact]
    public void IsConfirmed_TopGradeAfterALowerOne_NeedsTwoAnew()
    {
        var item = Open().Checked("E1").Supported("E1", "DEMO one");
        Assert.False(Confirmed(item.Do(People.Custodian, Top)));
        Assert.True(Confirmed(item.Do(People.Screener, Top)));
        Assert.True(Confirmed(item.Do(People.Custodian, Top with { Reliability = Reliability.D, Credibility = 4 })));
        Assert.False(Confirmed(item.Do(People.Screener, Top)));
        Assert.True(Confirmed(item.Do(People.Custodian, Top)));

        // Also a lower grade of somebody else takes the earlier ones back.
        Assert.False(Confirmed(item.Do(People.Screener, Top with { Credibility = 2 }).Do(People.Screener, Top)));
    }

    [Fact]
    public void Of_JointFilmOrCampaignLetter_NeverOverK1()
    {
        var linked = A.Case().To(Gate.Evidence).Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO film of two", "linked applicant") { FromLinkedSource = true }).Supported("E1", "DEMO one").Supported("E1", "DEMO two");
        Assert.Equal(Corroboration.K1, Level(linked));

        var letter = Open().Evidence(EvidenceType.CampaignLetter, "2022-11").Graded("E2", Reliability.B, 3, Corroboration.K0).Do(People.Custodian, new SupportEvidence("E1", SupportKind.OtherItem, "DEMO: says so") { Other = "E2" });
        Assert.Equal(Corroboration.K1, Level(letter));
    }

    [Fact]
    public void GradeOf_SupportAddedOrContradictedLater_FollowsWithoutANewGrade()
    {
        var graded = Open().Graded("E1", Reliability.B, 2, Corroboration.K2);
        Assert.Equal("B2 K2", graded.File.Evidence.GradeOf("E1")!.ToString());
        Assert.Equal("B2 K3", graded.Supported("E1", "DEMO other").File.Evidence.GradeOf("E1")!.ToString());
        Assert.Equal("B2 KX", graded.Do(People.Custodian, new SupportEvidence("E1", SupportKind.Contradiction, "DEMO")).File.Evidence.GradeOf("E1")!.ToString());
    }

    [Fact]
    public void GradeEvidence_Lowered_StaysLowAndIsNeverRaised()
    {
        var open = Open().Checked("E1").Supported("E1", "DEMO one").Supported("E1", "DEMO two");
        var low = new GradeEvidence("E1", Reliability.B, 2, "DEMO") { LowerTo = Corroboration.K1, WhyLower = "DEMO: both know each other well." };

        Assert.Equal(["reason-missing"], open.Refusals(People.Custodian, low with { WhyLower = "" }));
        Assert.Equal(["corroboration-not-lower"], open.Refusals(People.Custodian, low with { LowerTo = Corroboration.K3 }));
        Assert.Equal(["corroboration-not-lower"], open.Refusals(People.Custodian, low with { LowerTo = Corroboration.KX }));
        Assert.Equal("B2 K1", open.Do(People.Custodian, low).File.Evidence.GradeOf("E1")!.ToString());
    }

    [Fact]
    public void SupportEvidence_IncompleteOrUnknown_IsRefused()
    {
        var open = Open();
        Assert.Equal(["evidence-unknown"], open.Refusals(People.Custodian, new SupportEvidence("E7", SupportKind.OwnArtefact, "x")));
        Assert.Equal(["support-unexplained", "support-without-source", "support-unknown"], open.Refusals(People.Custodian, new SupportEvidence("E1", SupportKind.OutsideSource, "") { SameAs = "E1.1" }));
        Assert.Equal(["support-without-item"], open.Refusals(People.Custodian, new SupportEvidence("E1", SupportKind.OtherItem, "x") { Other = "E1" }));
        Assert.Equal(["support-unknown", "reason-missing"], open.Refusals(People.Custodian, new WithdrawSupport("E1.1", "")));
    }

    [Fact]
    public void Summary_ForTheDossier_KeepsTheLevelWithoutTheSources()
    {
        var facts = Open().Graded("E1", Reliability.B, 2, Corroboration.K2).Supported("E1", "DEMO witness").File.Evidence;
        var view = HumanitarianEntry.Domain.Cases.RoleView.For(HumanitarianEntry.Domain.Cases.Role.DossierOfficer, Open().File with { Evidence = facts }).Evidence;

        Assert.Equal(facts.GradeOf("E1"), view.GradeOf("E1"));
        Assert.DoesNotContain(view.Supports, s => s.Value.Source == "DEMO witness" || s.Value.Description.Length > 0);
        Assert.DoesNotContain(view.Checks, c => c.Value.Note is not null);
    }

    [Fact]
    public void Evidence_BelowThreshold_NamesWhatIsMissingOfEachItem()
    {
        var open = A.Case().To(Gate.Evidence).EvidenceOfCaseA().Graded("E2", Reliability.B, 2, Corroboration.K1).Evidence(EvidenceType.Protest, "2022");
        var lines = EvidenceGate.Lines(open.File, Programmes.France.Evidence);

        Assert.Equal([(1, 2), (1, 2), (1, 1), (1, 1)], lines.Select(l => (l.Have, l.Need)));
        Assert.Equal("E2 (B2 K1) lacks K2, E3 is not graded", new HumanitarianEntry.Domain.Cases.Listed(lines[0].Why).ToString());
    }

    private static SupportEvidence Same(string source, string as_) => new("E1", SupportKind.OutsideSource, "DEMO: repeats it") { Source = source, Ties = [SourceTie.SamePublisher], SameAs = as_ };

    private static GradeEvidence Top { get; } = new("E1", Reliability.A, 1, "DEMO: looked at.");

    private static bool Confirmed(CaseBuilder builder) => builder.File.Evidence.IsConfirmed("E1");

    private static SupportEvidence Other(string item, string other) => new(item, SupportKind.OtherItem, "DEMO: says the same") { Other = other };

    private static AddEvidence Witness(EvidenceFile file) => new(EvidenceType.WitnessStatement, "DEMO", "a witness") { File = file };

    private static CaseBuilder BorneOutBy(EvidenceType type, Reliability reliability, int credibility) =>
        Open().Evidence(type, "2022-11").Graded("E2", reliability, credibility, Corroboration.K0).Do(People.Custodian, Other("E1", "E2"));

    private static CaseBuilder Open() => A.Case().To(Gate.Evidence).Evidence(EvidenceType.Channel, "2022-10");

    private static Corroboration Level(CaseBuilder builder) => CorroborationRule.Of(builder.File.Evidence, builder.File.Evidence.Find("E1")!).Level;
}
