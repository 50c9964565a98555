using System.Text.Json.Nodes;
using HumanitarianEntry.Notices;
using HumanitarianEntry.Notices.Inside;
using HumanitarianEntry.Notices.Neutral;
using Xunit;

namespace HumanitarianEntry.UnitTests.Notices;

public sealed class InsideTextsTests
{
    private static readonly InsideTexts Texts = InsideTexts.Load(Templates.Folder("inside"));

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["reference"] = "HE-DEMO-1", ["due"] = "3 March 2026", ["workItem"] = "W-17", ["priority"] = "urgent", ["countryOfStay"] = "KZ", ["items"] = "one paper",
        ["slot"] = "Monday 10:00", ["language"] = "Russian", ["programmes"] = "one programme", ["version"] = "2",
    };

    public static TheoryData<string, string> EveryGateAndOutcome =>
        [.. CaseVocabulary.Standard.Gates.SelectMany(gate => gate.Value.Prepend(InsideTexts.Opened).Select(outcome => (gate.Key, outcome)))];

    /// <summary>The handbook's gate matrix, column "Told inside the system": nobody named there may be missing.</summary>
    public static TheoryData<string, string, string[]> Matrix => new()
    {
        { "referral", "opened", ["intake-officer", "coordinator"] },
        { "consent", "opened", ["screener"] },
        { "identity", "more-needed", ["screener"] },
        { "interview", "opened", ["screener", "interpreter"] },
        { "vetting", "opened", ["vetter"] },
        { "vetting", "exclusion-concern", ["coordinator"] },
        { "evidence", "opened", ["evidence-custodian", "screener"] },
        { "recommendation", "opened", ["coordinator"] },
        { "recommendation", "recommend", ["coordinator"] },
        { "routing", "opened", ["submission-officer"] },
        { "dossier", "released", ["dossier-officer", "coordinator"] },
        { "submission", "sent", ["coordinator", "submission-officer", "embassy-liaison"] },
        { "information-request", "opened", ["coordinator", "screener"] },
        { "decision", "refused", ["counsel", "submission-officer", "coordinator"] },
        { "travel-document", "issued", ["protection-officer"] },
        { "travel-safety", "go", ["protection-officer", "counsel"] },
        { "journey", "detained-at-exit", ["protection-officer", "counsel", "coordinator"] },
        { "reception", "opened", ["reception-partner"] },
        { "closure", "opened", ["coordinator"] },
    };

    [Theory]
    [MemberData(nameof(EveryGateAndOutcome))]
    public void For_EveryGateOutcomeAndAudience_RendersWithoutPlaceholders(string gate, string outcome)
    {
        IReadOnlyList<string> told = Texts.Participants.ToldAt(gate, outcome);

        Assert.Contains(told, audience => audience != InsideTexts.Applicant);
        Assert.All(told, audience =>
        {
            InsideText text = Texts.For(gate, outcome, audience, "en", Values);
            Assert.DoesNotContain('{', text.Text);
            Assert.EndsWith(".", text.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void ToldAt_GateOfTheHandbook_NamesEverybodyOfItsMatrix(string gate, string outcome, string[] audiences) =>
        Assert.Empty(audiences.Except(Texts.Participants.ToldAt(gate, outcome)));

    [Theory]
    [MemberData(nameof(EveryGateAndOutcome))]
    public void For_ApplicantInEveryLanguage_NamesNoGateOutcomeOrCase(string gate, string outcome)
    {
        if (Texts.Participants.ApplicantStatusAt(gate, outcome) is null)
        {
            Assert.DoesNotContain(InsideTexts.Applicant, Texts.Participants.ToldAt(gate, outcome));
            return;
        }

        string[] forbidden = ["HE-DEMO-1", "refus", "accept", "принят", "отказа", "abgelehnt", "visa", "виза", "vetting", "embassy", "посольств", "ambassade", "Botschaft", "қабылда", "елшілік", "сұхбат"];
        Assert.All(InsideTexts.ApplicantLocales, locale =>
        {
            string text = Texts.For(gate, outcome, InsideTexts.Applicant, locale, Values).Text;
            Assert.Empty(NoticeLeak.Find(text, forbidden));
        });
    }

    [Fact]
    public void ApplicantStatusAt_DecisionsOfThePost_IsTheSameForGoodAndBadNews()
    {
        string[] told = ["accepted", "accepted-in-part", "accepted-on-condition", "deferred", "refused", "not-considered", "lapsed", "revoked"];
        Assert.All(told, outcome => Assert.Equal("PleaseContact", Texts.Participants.ApplicantStatusAt("decision", outcome)));
        Assert.Equal(
            Texts.Participants.ApplicantStatusAt("recommendation", "recommend"), Texts.Participants.ApplicantStatusAt("recommendation", "not-recommended"));
    }

    [Theory]
    [InlineData("travel-safety")]
    [InlineData("journey")]
    [InlineData("vetting")]
    public void ToldAt_OutcomesThatAreToldInATalkOrNotAtAll_LeaveTheApplicantOut(string gate) => Assert.All(
        CaseVocabulary.Standard.Gates[gate], outcome => Assert.DoesNotContain(InsideTexts.Applicant, Texts.Participants.ToldAt(gate, outcome)));

    [Fact]
    public void ToldAt_BeforeArrival_LeavesTheReceptionPartnerOut() => Assert.All(
        CaseVocabulary.Standard.Gates.Keys.Except(["journey", "reception", "closure"]).SelectMany(gate =>
            CaseVocabulary.Standard.Gates[gate].Prepend(InsideTexts.Opened).Select(outcome => Texts.Participants.ToldAt(gate, outcome))),
        told => Assert.DoesNotContain("reception-partner", told));

    [Fact]
    public void ToldAt_TravelSafety_IsAtMostFourRoles() => Assert.All(
        CaseVocabulary.Standard.Gates["travel-safety"], outcome => Assert.InRange(Texts.Participants.ToldAt("travel-safety", outcome).Count, 1, 4));

    [Theory]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("ru")]
    public void For_StaffInAnotherLanguage_SaysItInThatLanguageWithTheSameValues(string locale)
    {
        InsideText text = Texts.For("consent", "consented", "coordinator", locale, Values);
        Assert.Equal(locale, text.Locale);
        Assert.Contains(Values["reference"], text.Text, StringComparison.Ordinal);
        Assert.NotEqual(Texts.For("consent", "consented", "coordinator", "en", Values).Text, text.Text);
    }

    [Fact]
    public void Load_ATranslationWithoutASentence_IsRefused() =>
        AssertRefused("staff.ru.json", file => file.AsObject().Remove("New referral {{reference}} is in the queue. Decide by {{due}}."), "New referral");

    [Fact]
    public void Load_ATranslationWithAnotherValue_IsRefused() => AssertRefused(
        "staff.ru.json", file => file["New referral {{reference}} is in the queue. Decide by {{due}}."] = "Новое обращение {{reference}}.", "due");

    [Theory]
    [InlineData("consent", "consented", "coordinator", "uk")]
    [InlineData("consent", "consented", "applicant", "uk")]
    [InlineData("consent", "consented", "auditor", "en")]
    [InlineData("consent", "granted", "coordinator", "en")]
    [InlineData("visa", "accepted", "coordinator", "en")]
    public void For_UnknownPlace_IsRefused(string gate, string outcome, string audience, string locale) =>
        Assert.Throws<KeyNotFoundException>(() => Texts.For(gate, outcome, audience, locale, Values));

    [Fact]
    public void For_MissingValue_IsRefusedByName()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Texts.For("consent", "opened", "screener", "en", new Dictionary<string, string> { ["reference"] = "x" }));
        Assert.Contains("'due'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_ValueThatLooksLikeMarkupOrTemplate_IsPutInAsItIs()
    {
        Dictionary<string, string> values = new(Values, StringComparer.Ordinal) { ["reference"] = "<b>&'\"{{due}}" };
        Assert.Contains("<b>&'\"{{due}}", Texts.For("consent", "consented", "coordinator", "en", values).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void For_ValueWithLineBreak_IsRefused()
    {
        Dictionary<string, string> values = new(Values, StringComparer.Ordinal) { ["reference"] = "a\nb" };
        Assert.Throws<ArgumentException>(() => Texts.For("consent", "consented", "coordinator", "en", values));
    }

    [Theory]
    [InlineData("coordinator", "Case {{name}} is here.", "name")]
    [InlineData("vetter", "Case {{reference}} is here.", "reference")]
    [InlineData("coordinator", "Case {{{reference}}} is here.", "{{name}} only")]
    [InlineData("coordinator", "{{#if reference}}Case{{/if}}", "{{name}} only")]
    [InlineData("coordinator", "{{> other}}", "{{name}} only")]
    [InlineData("coordinator", "", "empty")]
    [InlineData("director", "Case {{reference}}.", "audience")]
    [InlineData("applicant", "Refused", "STATUS")]
    [InlineData("applicant", "InReview/secret", "STATUS")]
    public void Load_TextThatItsReaderMayNotSee_IsRefused(string audience, string text, string complaint) =>
        AssertRefused("staff.en.json", file => file["gates"]!["consent"]!["partial"]![audience] = text, complaint);

    [Fact]
    public void Load_OutcomeWithoutTexts_IsNamed() =>
        AssertRefused("staff.en.json", file => file["gates"]!["decision"]!.AsObject().Remove("lapsed"), "lapsed");

    [Fact]
    public void Load_OutcomeThatTellsOnlyTheApplicant_IsNamed() => AssertRefused(
        "staff.en.json", file => file["gates"]!["routing"]!["wait"] = new JsonObject { ["applicant"] = "InReview" }, "routing.wait");

    [Fact]
    public void Load_ApplicantStatusWithoutText_IsNamed() => AssertRefused("applicant.ru.json", file => file["statuses"]!.AsObject().Remove("WithPartner"), "WithPartner");

    [Fact]
    public void Load_ApplicantTextWithPlaceholder_IsRefused() =>
        AssertRefused("applicant.fr.json", file => file["statuses"]!["Closed"] = "Affaire {{reference}}.", "fill in");

    [Fact]
    public void Load_MissingLanguage_IsNamed()
    {
        DirectoryInfo copy = Templates.CopyOf("inside");
        File.Move(Path.Combine(copy.FullName, "applicant.de.json"), Path.Combine(copy.FullName, "other.json"));
        Assert.Contains("applicant.de.json is missing", Assert.Throws<TemplateException>(() => InsideTexts.Load(copy.FullName)).Message, StringComparison.Ordinal);
        copy.Delete(recursive: true);
    }

    private static void AssertRefused(string name, Action<JsonNode> spoil, string complaint)
    {
        DirectoryInfo copy = Templates.CopyOf("inside");
        string path = Path.Combine(copy.FullName, name);
        JsonNode file = JsonNode.Parse(File.ReadAllText(path))!;
        spoil(file);
        File.WriteAllText(path, file.ToJsonString());

        TemplateException fault = Assert.Throws<TemplateException>(() => InsideTexts.Load(copy.FullName));

        Assert.Equal(path, fault.Path);
        Assert.Contains(complaint, fault.Message, StringComparison.Ordinal);
        copy.Delete(recursive: true);
    }
}
