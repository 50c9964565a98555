using HumanitarianEntry.Domain.Interviews;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class QuestionnaireTests
{
    /// <summary>Code, answer type and marks as the handbook prints them: "!" trigger, "*" vulnerable topic.</summary>
    private const string Handbook =
        """
        A1 choice;A2 yes/no;A3 text;B1 list;B2 fields;B3 list;B4 text;B5 list*;C1 list;C2 text*;C3 text*;D1 list;D2 fields;D3 fields;D4 choice!;D5 text;D6 table;D7 choice!;
        E1 timeline;E2 text;E3 text!;E4 text!;E5 text!;E6 text!;E7 text;E8 list;F1 narrative;F2 fields;F3 narrative;F4 text*;F5 timeline;F6 text;G1q table;G2q list;G3q text;G4q table!;
        H1 timeline;H2 list;H3 list;H4 text;H5 text;I1 fields;I2 table;I3 text*;J1 text!;J2 text;K1 table;K2 text;L1 text
        """;

    [Fact]
    public void Current_QuestionsTypesAndMarks_AreTheHandbooks()
    {
        var expected = Handbook.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var actual = Questionnaire.Current.Questions.Select(q => $"{q.Code} {q.Type}{(q.Trigger ? "!" : string.Empty)}{(q.Sensitive ? "*" : string.Empty)}");

        Assert.Equal(49, expected.Length);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Current_EveryQuestion_HasItsTextInFourLanguages()
    {
        foreach (var question in Questionnaire.Current.Questions)
        {
            var texts = Questionnaire.Languages.Select(question.Text).ToList();
            Assert.All(texts, text => Assert.False(string.IsNullOrWhiteSpace(text), question.Code));
            Assert.Equal(4, texts.Distinct().Count());
            Assert.All(Questionnaire.Languages, language => Assert.Equal(language, question.LanguageOf(language)));
            Assert.True(question.Fr![^1] is '?' or '.' && question.De![^1] is '?' or '.', $"{question.Code} is not a sentence.");
        }
    }

    [Fact]
    public void Of_VersionTwo_AsksTheSameAsVersionOne() => Assert.Equal(
        Questionnaire.Of("1").Questions,
        Questionnaire.Of("2").Questions.Select(q => q with { Fr = null, De = null }));

    [Fact]
    public void Current_IsTheNewestVersion() => Assert.Equal("2", Questionnaire.Current.Version);

    [Theory]
    [InlineData("3")]
    [InlineData("")]
    public void Of_UnknownVersion_IsRefused(string version) => Assert.Throws<KeyNotFoundException>(() => Questionnaire.Of(version));

    [Theory]
    [InlineData("1", "de")]
    [InlineData("1", "fr")]
    [InlineData("2", "kk")]
    public void Text_LanguageTheQuestionLacks_IsEnglishAndSaysSo(string version, string language)
    {
        var question = Questionnaire.Of(version).Questions[0];
        Assert.Equal(question.En, question.Text(language));
        Assert.Equal("en", question.LanguageOf(language));
    }

    [Fact]
    public void Current_EveryQuestion_HasBothTextsAndItsSection()
    {
        foreach (var question in Questionnaire.Current.Questions)
        {
            Assert.False(string.IsNullOrWhiteSpace(question.En), question.Code);
            Assert.True(question.Ru.Count(c => c is >= 'а' and <= 'я') > 20, $"{question.Code} has no Russian text.");
            Assert.True(question.Ru[^1] is '?' or '.', $"{question.Code} is not a sentence.");
            Assert.Equal(question.Code[..1], question.Section);
            Assert.DoesNotContain("[W", question.Next ?? string.Empty, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Current_RussianTexts_SpeakToThePersonNotInFormWords()
    {
        string[] formWords = ["осуществл", "в целях", "надлежащ", "лицо,", "вышеуказанн", "иждивен", "ходатайств", "мероприяти"];

        Assert.All(Questionnaire.Current.Questions, q => Assert.DoesNotContain(formWords, w => q.Ru.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Find_HelpersNames_AreNotAskedFor()
    {
        var question = Questionnaire.Current.Find("F5")!;
        Assert.Contains("не называйте имён", question.Ru, StringComparison.Ordinal);
        Assert.Contains("ne donnez pas les noms", question.Fr, StringComparison.Ordinal);
        Assert.Contains("nennen Sie nicht die Namen", question.De, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_UnknownCode_IsNull() => Assert.Null(Questionnaire.Current.Find("Z9"));
}
