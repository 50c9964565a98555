using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.AntiWarActivity;

/// <summary>The worksheet of each type, and what it allows of a grade.</summary>
public sealed class WorksheetTests
{
    public static TheoryData<EvidenceType> Types => [.. Enum.GetValues<EvidenceType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void For_EveryType_AsksForAtLeastThreeChecks(EvidenceType type) =>
        Assert.All(MinimumChecks.For(type), f => Assert.True(f.Checks.Count >= 3 && f.Checks.Distinct().Count() == f.Checks.Count, $"{type} {f.Form}"));

    [Fact]
    public void For_EveryCheck_BelongsToAType() =>
        Assert.Empty(Enum.GetValues<VerificationCheck>().Except(Enum.GetValues<EvidenceType>().SelectMany(MinimumChecks.Of)));

    [Theory]
    [MemberData(nameof(Types))]
    public void GradeEvidence_OneCheckNotDone_HasCredibilityThreeAtBest(EvidenceType type)
    {
        var checks = MinimumChecks.For(type)[0].Checks;
        var open = Open(type).Checked("E1", CheckOutcome.Done, [.. checks.Skip(1)]).Checked("E1", CheckOutcome.NotPossible, checks[0]);

        Assert.Equal(["checks-missing"], open.Refusals(People.Custodian, Grade(2)));
        Assert.Empty(open.Refusals(People.Custodian, Grade(3)));
        Assert.Empty(open.Checked("E1", CheckOutcome.Done, checks[0]).Refusals(People.Screener, Grade(1)));
    }

    [Fact]
    public void GradeEvidence_ChecksMissing_NamesThem()
    {
        var open = Open(EvidenceType.Channel).Checked("E1", CheckOutcome.Done, VerificationCheck.CreationDate, VerificationCheck.AdminHistory);
        var message = Assert.Single(Grade(2).Check(open.File, open.Context(People.Custodian))).Message;

        Assert.Equal("Credibility better than 3 needs every minimum check. Not done: ControlShownLive, FirstPostsArchived.", message.ToString());
    }

    [Fact]
    public void GradeEvidence_OneCheckFailed_HasCredibilityFourAtBest()
    {
        var failed = Open(EvidenceType.Channel).Checked("E1").Checked("E1", CheckOutcome.Failed, VerificationCheck.CreationDate);

        Assert.Equal(["check-failed"], failed.Refusals(People.Custodian, Grade(3)));
        Assert.Empty(failed.Refusals(People.Custodian, Grade(4)));
    }

    [Fact]
    public void Of_ElectronicSummons_NeedsNoHandwritingOnceSomebodySaidSo()
    {
        var electronic = Open(EvidenceType.Summons).Checked("E1", CheckOutcome.Done, VerificationCheck.FormOfThatDate, VerificationCheck.OfficeAddress, VerificationCheck.SeriesAndNumber, VerificationCheck.ScreenshotWithMetadata);
        Assert.Equal(["checks-missing"], electronic.Refusals(People.Custodian, Grade(2)));
        electronic.Do(People.Custodian, new StateEvidenceForm("E1", EvidenceShape.Electronic));

        Assert.Equal(EvidenceShape.Electronic, Worksheet.Of(electronic.File.Evidence, electronic.File.Evidence.Find("E1")!).Form);
        Assert.Empty(electronic.Refusals(People.Custodian, Grade(2)));
    }

    /// <summary>Place and face are demanded of every film and photograph (handbook, checks per type); only a person's word that it is a text lifts that.</summary>
    [Theory]
    [InlineData("mp4", false)]
    [InlineData("quick-time", false)]
    [InlineData("web-m", false)]
    [InlineData("video/mp4", false)]
    [InlineData("jpeg", true)]
    [InlineData("png", true)]
    [InlineData(null, true)]
    public void Of_PostWithTheChecksOfAText_IsAPictureUntilSomebodySaysOtherwise(string? kind, bool mayBeText)
    {
        var file = kind is null ? null : new EvidenceFile(new Guid(7, 0, 0, new byte[8]), "aa", 10, kind);
        var post = A.Case().To(Gate.Evidence).Do(People.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = file })
            .Checked("E1", CheckOutcome.Done, VerificationCheck.OriginalFile, VerificationCheck.UploadTime, VerificationCheck.ControlShownLive, VerificationCheck.FirstAppearance);

        Assert.Equal([VerificationCheck.PlaceRecognised, VerificationCheck.FaceAndVoice], Worksheet.Of(post.File.Evidence, post.File.Evidence.Find("E1")!).Missing);
        Assert.Equal(["checks-missing"], post.Refusals(People.Custodian, Grade(2)));

        var text = new StateEvidenceForm("E1", EvidenceShape.WrittenText);
        Assert.Equal(mayBeText ? [] : ["form-not-of-item"], post.Refusals(People.Custodian, text));
        if (mayBeText)
        {
            Assert.Empty(post.Do(People.Custodian, text).Refusals(People.Custodian, Grade(1)));
            Assert.Equal(["checks-missing"], post.Do(People.Screener, text with { Form = EvidenceShape.PictureOrFilm }).Refusals(People.Custodian, Grade(2)));
        }
    }

    [Fact]
    public void StateEvidenceForm_OfNothingOrOfATypeWithOneForm_IsRefused()
    {
        var open = Open(EvidenceType.Channel);
        Assert.Equal(["evidence-unknown"], open.Refusals(People.Custodian, new StateEvidenceForm("E9", EvidenceShape.Usual)));
        Assert.Equal(["form-not-of-item"], open.Refusals(People.Custodian, new StateEvidenceForm("E1", EvidenceShape.WrittenText)));
    }

    [Fact]
    public void CheckEvidence_WrongCheckNoNoteOrUnknownItem_IsRefused()
    {
        var open = Open(EvidenceType.Channel);

        Assert.Equal(["evidence-unknown"], open.Refusals(People.Custodian, new CheckEvidence("E9", CheckOutcome.Done, [VerificationCheck.CreationDate])));
        Assert.Equal(["check-not-of-type"], open.Refusals(People.Custodian, new CheckEvidence("E1", CheckOutcome.Done, [VerificationCheck.Counterfoil])));
        Assert.Equal(["check-missing"], open.Refusals(People.Custodian, new CheckEvidence("E1", CheckOutcome.Done, [])));
        Assert.Equal(["check-unexplained"], open.Refusals(People.Custodian, new CheckEvidence("E1", CheckOutcome.NotPossible, [VerificationCheck.CreationDate])));
        Assert.Equal(["check-unexplained"], open.Refusals(People.Custodian, new CheckEvidence("E1", CheckOutcome.Failed, [VerificationCheck.CreationDate]) { Note = " " }));
    }

    [Fact]
    public void Evidence_CheckFailsAfterTheGrade_CountsNoMoreUntilGradedAnew()
    {
        var failed = A.Case().To(Gate.Evidence).EvidenceOfCaseA().Checked("E2", CheckOutcome.Failed, VerificationCheck.CreationDate);

        Assert.Contains("grade-outrun", failed.GateBlockers(Gate.Evidence, "sufficient", People.Custodian));
        Assert.Contains("evidence-below-threshold", failed.GateBlockers(Gate.Evidence, "sufficient", People.Custodian));
    }

    [Fact]
    public void GradeOf_StoredBeforeCorroborationWasComputed_CountsAsItIs()
    {
        var old = JsonNode.Parse("""{ "item": "E1", "reliability": "b", "credibility": 2, "corroboration": "k2", "howVerified": "Looked at." }""")!;
        var grade = old.Deserialize<EvidenceGrade>(DomainJson.Options)!;
        var open = Open(EvidenceType.Channel);
        var facts = open.File.Evidence with { Grades = [new Recorded<EvidenceGrade>(grade, open.File.Evidence.Items[0].Provenance)] };

        Assert.Equal("B2 K2", facts.GradeOf("E1")!.ToString());
        Assert.Empty(facts.AgainstGrade("E1"));
        Assert.True(JsonNode.DeepEquals(old, JsonSerializer.SerializeToNode(grade, DomainJson.Options)));
    }

    [Fact]
    public void Read_ActFromBeforeCorroborationWasComputed_MakesTheSameGrade()
    {
        var act = ActCatalogue.Read("grade-evidence", JsonNode.Parse("""{ "item": "E1", "reliability": "b", "credibility": 2, "corroboration": "k3", "howVerified": "Looked at." }""")!);
        var open = Open(EvidenceType.Channel);

        Assert.Equal("B2 K3", act.Apply(open.File, open.Context(People.Custodian)).File.Evidence.GradeOf("E1")!.ToString());
        Assert.Contains("corroboration-is-computed", open.Refusals(People.Custodian, act));
    }

    private static CaseBuilder Open(EvidenceType type) => A.Case().To(Gate.Evidence).Evidence(type, "2022-10");

    private static GradeEvidence Grade(int credibility) => new("E1", Reliability.B, credibility, "DEMO: looked at.");
}
