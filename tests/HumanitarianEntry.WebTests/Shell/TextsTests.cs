using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Web.Shared.Texts;
using HumanitarianEntry.WebTests.Architecture;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

public sealed partial class TextsTests
{
    private static readonly TextCatalogue Catalogue = TextCatalogue.FromAssembly();

    [Fact]
    public void EveryKeyUsedInAPage_HasATextInEveryLanguage()
    {
        var used = from file in Repository.Files("src/HumanitarianEntry.Web", ".cshtml", ".cs")
                   from Match match in UsedKey().Matches(file.Text)
                   select (file.Path, Key: match.Groups["key"].Value, Plural: match.Groups["count"].Success);
        var faults = from use in used
                     from language in Languages.All
                     from key in use.Plural ? Plurals.Forms(language).Select(form => $"{use.Key}.{form}") : [use.Key]
                     where Catalogue.FindOrNull(language, key) is null
                     select $"{use.Path}: no text '{key}' in {language}";
        Assert.NotEmpty(used);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("a", "", "b", "'a' is empty")]
    [InlineData("a", "x", "b", "'b' is missing")]
    [InlineData("a", "{name}", "a", "different placeholders")]
    [InlineData("a.one", "x", "a.one", "'a.few' is missing")]
    public void Faults_IncompleteTexts_AreNamed(string russianKey, string russian, string otherKey, string expected)
    {
        var texts = Languages.All.ToDictionary(
            language => language,
            language => (IReadOnlyDictionary<string, string>)(language == "ru" ? new Dictionary<string, string> { [russianKey] = russian } : new() { [otherKey] = "x" }));
        Assert.Contains(TextCatalogue.Faults(texts), fault => fault.Contains(expected, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(() => new TextCatalogue(texts));
    }

    [Theory, MemberData(nameof(EveryLanguage))]
    public void Faults_LanguageWithoutFiles_IsNamed(string missing) => Assert.Contains($"{missing}: no file", TextCatalogue.Faults(
        Languages.All.Where(language => language != missing).ToDictionary(language => language, _ => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["a"] = "x" })));

    [Theory, MemberData(nameof(EveryLanguage))]
    public void EveryLanguage_HasItsNameCultureAndPluralForms(string language)
    {
        Assert.Equal(language, Languages.Culture(language).TwoLetterISOLanguageName);
        Assert.Equal(Languages.All.Count, Languages.All.Select(Languages.NameOf).Distinct().Count());
        Assert.All(Enumerable.Range(0, 200), number => Assert.Contains(Plurals.FormOf(language, number), Plurals.Forms(language)));
    }

    /// <summary>A translation says at its head who has checked it; only English, in which the texts are written first, need not.</summary>
    [Fact]
    public void EveryTranslation_SaysWhoHasCheckedIt()
    {
        var files = Repository.Files("src/HumanitarianEntry.Web/Applicants/Texts", ".json")
            .Concat(Repository.Files("templates/inside", ".json")).Concat(Repository.Files("templates/labels", ".json"))
            .Where(file => !file.Path.EndsWith("en.json", StringComparison.Ordinal) && !file.Path.EndsWith("audiences.json", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count > 25, "fewer files than there are translations");
        Assert.All(files, file => Assert.True(file.Text.StartsWith("{\n  \"_review\": \"", StringComparison.Ordinal), $"{file.Path} does not say who has checked it"));
        Assert.DoesNotContain(Languages.All.SelectMany(Catalogue.Keys), key => key.StartsWith('_'));
    }

    /// <summary>A Latin letter inside a Cyrillic word looks right and is read aloud wrong; a text without any Cyrillic letter was left in another language.</summary>
    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    public void EveryText_InACyrillicLanguage_IsWhollyInIt(string language)
    {
        var texts = Catalogue.Keys(language).ToDictionary(key => key, key => Placeholder().Replace(Catalogue.Find(language, key), ""));
        Assert.Empty(texts.Where(text => MixedWord().IsMatch(text.Value)).Select(text => text.Key));
        Assert.Equal(["channel.signal"], texts.Where(text => !text.Value.Any(letter => letter is >= '\u0400' and <= '\u04FF')).Select(text => text.Key));
    }

    [Fact]
    public void Find_UnknownKey_IsRefused() => Assert.Throws<KeyNotFoundException>(() => In("ru")["no.such.key"]);

    [Theory]
    [InlineData(1, "Сохранён 1 ответ.")]
    [InlineData(2, "Сохранено 2 ответа.")]
    [InlineData(5, "Сохранено 5 ответов.")]
    [InlineData(11, "Сохранено 11 ответов.")]
    [InlineData(21, "Сохранён 21 ответ.")]
    [InlineData(112, "Сохранено 112 ответов.")]
    [InlineData(0, "Сохранено 0 ответов.")]
    public void Count_Russian_UsesTheRightForm(int number, string expected) => Assert.Equal(expected, In("ru").Count("kept.answers", number));

    [Theory]
    [InlineData("fr", 0, "0 réponse est gardée.")]
    [InlineData("en", 0, "0 answers are kept.")]
    [InlineData("de", 0, "0 Antworten sind aufgehoben.")]
    [InlineData("kk", 0, "0 жауап сақталды.")]
    public void Count_Zero_FollowsTheLanguage(string language, int number, string expected) => Assert.Equal(expected, In(language).Count("kept.answers", number));

    [Theory]
    [InlineData("ru", "среда, 3 декабря 2025 г.")]
    [InlineData("en", "Wednesday 3 December 2025")]
    [InlineData("fr", "mercredi 3 décembre 2025")]
    [InlineData("de", "Mittwoch, 3. Dezember 2025")]
    [InlineData("kk", "2025 ж. 3 желтоқсан, сәрсенбі")]
    public void Date_InWords_HasTheWeekday(string language, string expected) => Assert.Equal(expected, In(language).Date(new(2025, 12, 3)));

    [Theory]
    [InlineData("ru", "май 2026")]
    [InlineData("en", "May 2026")]
    [InlineData("fr", "mai 2026")]
    [InlineData("de", "Mai 2026")]
    [InlineData("kk", "2026 ж. мамыр")]
    public void Partial_MonthOnly_IsInWords(string language, string expected) => Assert.Equal(expected, In(language).Partial("2026-05", "-"));

    [Theory]
    [InlineData("de", 1, "Sie haben 1 neue Nachricht.")]
    [InlineData("de", 21, "Sie haben 21 neue Nachrichten.")]
    [InlineData("kk", 1, "Сізде 1 жаңа хабарлама бар.")]
    [InlineData("kk", 5, "Сізде 5 жаңа хабарлама бар.")]
    public void Count_GermanAndKazakh_UsesTheRightForm(string language, int number, string expected) => Assert.Equal(expected, In(language).Count("status.unread", number));

    [Fact]
    public void Moment_NamesTheZone() => Assert.Equal(
        "среда, 3 декабря 2025 г., 02:30 (UTC+05:00)",
        In("ru").Moment(new(2025, 12, 2, 21, 30, 0, TimeSpan.Zero), TimeZoneInfo.CreateCustomTimeZone("five", TimeSpan.FromHours(5), "five", "five")));

    public static TheoryData<string> EveryLanguage => [.. Languages.All];

    private static Texts In(string language)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Languages.Culture(language), Languages.Culture(language));
        return new(Catalogue);
    }

    [GeneratedRegex(@"\b(?:T|texts)(?:\[|(?<count>\.Count\())""(?<key>[a-z0-9.-]+)""(?=[\],])", RegexOptions.ExplicitCapture)]
    private static partial Regex UsedKey();

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]")]
    private static partial Regex MixedWord();
}
