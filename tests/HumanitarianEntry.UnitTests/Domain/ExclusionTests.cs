using System.Text.Json;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class ExclusionTests
{
    private static readonly AssessExclusion Whole = CaseBuilder.Cleared("E5");

    [Fact]
    public void AssessExclusion_ByWhoInterviewed_IsRefused() =>
        Assert.Equal(["vetter-must-not-be-interviewer"], Vetting().Refusals(People.Screener.As(Role.Vetter), Whole));

    [Fact]
    public void NoTrigger_NeedsAReasonAndNothingElse()
    {
        var none = new AssessExclusion("E5", ExclusionLimb.WarCrime, string.Empty, ExclusionConclusion.NoTrigger, "There was no act.");

        Assert.Empty(Vetting().Refusals(People.Vetter, none));
        Assert.Equal(["reason-missing"], Vetting().Refusals(People.Vetter, none with { Reason = " " }));
    }

    [Fact]
    public void AnyOtherConclusion_NamesEachMissingPart()
    {
        var empty = new AssessExclusion("E5", ExclusionLimb.SeriousNonPoliticalCrime, string.Empty, ExclusionConclusion.SeriousReasons, "x").Assessment(null);
        var missing = ExclusionRules.Missing(empty).Select(g => g.Message.ToString()).ToList();

        Assert.Equal(15, missing.Count);
        foreach (var element in ExclusionElements.Of(ExclusionLimb.SeriousNonPoliticalCrime))
        {
            Assert.Contains($"Not answered yet: {element}", missing);
        }

        Assert.Contains(missing, m => m.Contains("Expiation", StringComparison.Ordinal));
        Assert.Empty(ExclusionRules.Missing(empty with { Conclusion = ExclusionConclusion.NoTrigger }));
        Assert.Empty(ExclusionRules.Missing(Whole.Assessment(null)));
    }

    [Theory]
    [InlineData(nameof(AssessExclusion.Act), "what happened")]
    [InlineData(nameof(AssessExclusion.When), "when was it")]
    [InlineData(nameof(AssessExclusion.Where), "where was it")]
    [InlineData(nameof(AssessExclusion.Sources), "which sources")]
    [InlineData(nameof(AssessExclusion.Contribution), "contribution is missing")]
    [InlineData(nameof(AssessExclusion.KnowledgeAndIntent), "Knowledge and intent")]
    [InlineData(nameof(AssessExclusion.Defences), "grounds that exclude")]
    [InlineData(nameof(AssessExclusion.Standard), "serious reasons for considering")]
    public void Missing_OnePartEmpty_IsNamedAlone(string part, string expected)
    {
        var act = ActCatalogue.Write(Whole);
        act[JsonNamingPolicy.CamelCase.ConvertName(part)] = " ";
        var gap = Assert.Single(ExclusionRules.Missing(((AssessExclusion)ActCatalogue.Read("assess-exclusion", act)).Assessment(null)));

        Assert.Contains(expected, gap.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryLimbAndGround_HasElementsOfItsOwn()
    {
        var all = Enum.GetValues<ExclusionLimb>().SelectMany(l => ExclusionElements.Of(l)).Concat(Enum.GetValues<ExclusionGround>().SelectMany(g => ExclusionElements.Of(g))).ToList();

        Assert.Equal(Enum.GetValues<ExclusionElement>().Order(), all.Order());
    }

    [Fact]
    public void GroundLookedInto_AsksForItsElements()
    {
        var gaps = ExclusionRules.Missing((Whole with { Grounds = [ExclusionGround.Duress, ExclusionGround.Duress] }).Assessment(null));

        Assert.Equal(ExclusionElements.Of(ExclusionGround.Duress).Select(e => $"Not answered yet: {e}"), gaps.Select(g => g.Message.ToString()));
    }

    [Fact]
    public void SeriousReasons_WithoutAContribution_AreRefused()
    {
        var member = Whole with { Conclusion = ExclusionConclusion.SeriousReasons, Proportionality = "p", Expiation = "e" };

        Assert.Equal(["membership-is-not-enough"], Vetting().Refusals(People.Vetter, member));
        Assert.Empty(Vetting().Refusals(People.Vetter, member with { Modes = [ContributionMode.Aided] }));
        Assert.Equal(["contribution-contradicts-itself"], Vetting().Refusals(People.Vetter, Whole with { Modes = [ContributionMode.None, ContributionMode.Aided] }));
    }

    [Fact]
    public void OrdersForACrimeAgainstHumanity_AreAlwaysManifestlyUnlawful()
    {
        var orders = Whole with
        {
            Limb = ExclusionLimb.CrimeAgainstHumanity,
            Grounds = [ExclusionGround.SuperiorOrders],
            Elements = [.. ExclusionElements.Of(ExclusionLimb.CrimeAgainstHumanity).Concat(ExclusionElements.Of(ExclusionGround.SuperiorOrders)).Select(e => new ElementAnswer(e, ElementFinding.Shown, "w"))],
        };

        Assert.Equal(["orders-always-manifest"], Vetting().Refusals(People.Vetter, orders));
        Assert.Empty(Vetting().Refusals(People.Vetter, orders with { Elements = orders.Elements.ConvertAll(e => e with { Finding = ElementFinding.NotShown }) }));
    }

    [Fact]
    public void LinkToNothing_IsRefused()
    {
        Assert.Equal(["link-to-nothing"], Vetting().Refusals(People.Vetter, Whole with { Links = [new FactLink(FactLinkKind.Evidence, "E99")] }));
        Assert.Equal(["link-to-nothing"], Vetting().Refusals(People.Vetter, Whole with { Links = [new FactLink(FactLinkKind.Mismatch, "none")] }));
        Assert.Empty(Vetting().Evidence(EvidenceType.Channel, "2023").Refusals(People.Vetter, Whole with { Links = [new FactLink(FactLinkKind.Evidence, "E1"), new FactLink(FactLinkKind.Answer, "A1")] }));
        Assert.Null(FactLink.Parse("9:E1"));
        Assert.Null(FactLink.Parse("Evidence:"));
        Assert.Equal(new FactLink(FactLinkKind.Incident, "I:1"), FactLink.Parse("Incident:I:1"));
    }

    [Fact]
    public void AssessedAgain_NeedsAReasonAndKeepsTheEarlierOne()
    {
        var first = Vetting().Do(People.Vetter, Whole);
        var again = Whole with { Conclusion = ExclusionConclusion.Unresolved };

        Assert.Equal(["why-new-missing"], first.Refusals(People.Vetter, again));
        Assert.Empty(first.Refusals(People.SecondVetter, again));
        var both = first.Do(People.Vetter, again with { WhyNew = "A witness spoke." }).File.Vetting.Exclusions;
        Assert.Equal(2, both.Count);
        Assert.True(Exclusions.IsSuperseded(both, both[0]));
        Assert.False(Exclusions.IsSuperseded(both, both[1]));
        Assert.Equal(ExclusionConclusion.TriggerCleared, both[0].Value.Conclusion);
        Assert.Equal(ExclusionConclusion.Unresolved, Exclusions.Latest(both, "E5")!.Value.Conclusion);
        Assert.Null(Exclusions.Latest(both, "E5", People.SecondVetter.Id));
    }

    [Fact]
    public void StoredBeforeTheGuidedForm_IsReadAndWrittenAsItWas()
    {
        const string Old = """{"subject":"I-07","limb":"war-crime","act":"a","contribution":"c","knowledgeAndIntent":"k","defences":"d","proportionality":"p","conclusion":"trigger-cleared","reason":"r"}""";
        const string OldWill = """{"voluntary":false,"reason":"r"}""";
        var read = JsonSerializer.Deserialize<ExclusionAssessment>(Old, DomainJson.Options)!;

        Assert.False(read.IsGuided);
        Assert.Null(read.AnswerTo(ExclusionElement.SeriousViolation));
        Assert.Equal(Old, JsonSerializer.Serialize(read, DomainJson.Options));
        var will = JsonSerializer.Deserialize<VoluntarinessFinding>(OldWill, DomainJson.Options)!;
        Assert.Equal(VoluntarinessConclusion.NotVoluntary, will.Conclusion);
        Assert.Equal(OldWill, JsonSerializer.Serialize(will, DomainJson.Options));
        Assert.Equal(Whole.Assessment(null), Again(Whole.Assessment(null)), (a, b) => JsonSerializer.Serialize(a, DomainJson.Options) == JsonSerializer.Serialize(b, DomainJson.Options));
    }

    [Fact]
    public void Voluntariness_WithoutEntryOrDeepPart_IsRefused()
    {
        var bare = new AssessVoluntariness(false, "r");
        var conscript = bare with { Entered = EntryIntoService.Conscript, Since = PartialDate.Parse("2021") };
        var prison = conscript with { Entered = EntryIntoService.PrisonRecruit };

        Assert.Equal(["voluntariness-incomplete"], Vetting().Refusals(People.Vetter, bare));
        Assert.Equal(["voluntariness-incomplete"], Vetting().Refusals(People.Vetter, bare with { Entered = EntryIntoService.Conscript }));
        Assert.Empty(Vetting().Refusals(People.Vetter, conscript));
        Assert.Equal(3, Vetting().Refusals(People.Vetter, prison).Count);
        Assert.Empty(Vetting().Refusals(People.Vetter, prison with { Recruited = "r", Alternatives = "a", Knew = "k" }));
        Assert.Equal(["conclusion-contradicts-itself"], Vetting().Refusals(People.Vetter, conscript with { Voluntary = true, CannotTell = true }));
        Assert.Equal(["vetter-must-not-be-interviewer"], Vetting().Refusals(People.Screener.As(Role.Vetter), conscript));
        var company = A.Case().To(Gate.Interview).Interviewed().Stated()
            .Do(People.Screener, new RecordService("PMC", "00117", "Crimea", PartialDate.Parse("2022-06"), "fighter", "post", ServiceBasis.Contract)).ReadBack().Decides(People.Screener, Gate.Interview, "complete");
        Assert.Equal(3, company.Refusals(People.Vetter, conscript).Count);
    }

    [Theory]
    [InlineData("clear", new[] { "voluntariness-cannot-tell" })]
    [InlineData("clear-with-remarks", new string[0])]
    [InlineData("unresolved", new string[0])]
    public void NobodyCanTell_StandsAgainstAPlainClear(string outcome, string[] expected)
    {
        var open = A.Case().To(Gate.Vetting).Screened().Do(People.Vetter, new AssessVoluntariness(false, "Nobody knows.") { CannotTell = true, Entered = EntryIntoService.NeverServed });

        Assert.Equal(expected, open.GateBlockers(Gate.Vetting, outcome, People.Vetter));
    }

    private static CaseBuilder Vetting() => A.Case().To(Gate.Vetting);

    private static ExclusionAssessment Again(ExclusionAssessment value) => JsonSerializer.Deserialize<ExclusionAssessment>(JsonSerializer.Serialize(value, DomainJson.Options), DomainJson.Options)!;
}
