using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Custody;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>No act that names an item of evidence is missing from its custody.</summary>
public sealed class CustodyRulesTests
{
    /// <summary>Acts on the evidence that are about no item of it.</summary>
    private static readonly HashSet<Type> OfNoItem = [typeof(RecordContraryAct), typeof(AnswerContraryAct), typeof(RemindTranslation)];

    [Fact]
    public void Acts_OnTheEvidence_AreOfItsCustodyOrOfNoItem() =>
        Assert.Equal(
            ActSamples.All.Where(a => ActCatalogue.RuleOf(a).Compartment == Compartment.Evidence).Select(a => a.GetType().Name).Order(StringComparer.Ordinal),
            CustodyRules.Acts.Where(t => ActCatalogue.RuleOf(t).Compartment == Compartment.Evidence).Concat(OfNoItem).Select(t => t.Name).Order(StringComparer.Ordinal));

    /// <summary>By their form: whoever writes an act with an item in it meets this test.</summary>
    [Fact]
    public void Acts_WithAnItemInThem_AreOfItsCustody() =>
        Assert.Empty(ActSamples.All.Select(a => a.GetType()).Where(t => t.GetProperty("Item")?.PropertyType == typeof(string)).Except(CustodyRules.Acts).Except([typeof(ChoosePhotograph)]));

    [Theory]
    [MemberData(nameof(Steps))]
    public void Concerns_EveryStep_TheItemItNamesAndNoOther(Act act)
    {
        var file = File();
        bool Concerns(string label) => CustodyRules.Concerns(act, CaseBuilder.FirstContact, file.Evidence.Items.Find(i => i.Value.Label == label)!, file.Evidence);
        Assert.True(Concerns("E1"));
        Assert.False(Concerns("E2"));
    }

    public static TheoryData<Act> Steps =>
    [
        new WithdrawSupport("E1.1", "reason"), new MarkGraphic("E1", IsGraphic: false), new NoteLookalike("E1", LookalikeKind.SamePicture), new NoteLookalike("E3", LookalikeKind.SameFile) { OtherItem = "E1" },
        new AnswerLookalike("L1", LookalikeVerdict.PublicPicture, "reason"), new ExamineFileAgain("E1"), new GradeEvidence("E1", Reliability.A, 1, "how"),
    ];

    private static CaseFile File()
    {
        var stored = new EvidenceFile(new Guid(7, 0, 0, new byte[8]), "aa", 10, "png");
        var add = new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = stored };
        return A.Case().To(Gate.Evidence).Do(People.Custodian, add).Do(People.Custodian, add with { File = stored with { FileId = new Guid(8, 0, 0, new byte[8]) } }).Do(People.Custodian, add with { File = stored with { FileId = new Guid(9, 0, 0, new byte[8]) } })
            .Do(People.Custodian, new SupportEvidence("E1", SupportKind.OutsideSource, "shows") { Source = "DEMO paper" }).Do(People.Custodian, new SupportEvidence("E2", SupportKind.OutsideSource, "shows") { Source = "DEMO paper" })
            .Do(People.System, new NoteLookalike("E1", LookalikeKind.SamePicture) { Other = new Guid(5, 5, 5, new byte[8]), OtherReference = "DEM-0AB" }).File;
    }
}
