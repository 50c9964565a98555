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

    private static CaseBuilder Open() => A.Case().To(Gate.Evidence).Evidence(EvidenceType.Channel, "2022-10");

    private static Corroboration Level(CaseBuilder builder) => CorroborationRule.Of(builder.File.Evidence, builder.File.Evidence.Find("E1")!).Level;
}
