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
        var texts = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["ru"] = new Dictionary<string, string> { [russianKey] = russian },
            ["en"] = new Dictionary<string, string> { [otherKey] = "x" },
            ["fr"] = new Dictionary<string, string> { [otherKey] = "x" },
        };
        Assert.Contains(TextCatalogue.Faults(texts), fault => fault.Contains(expected, StringComparison.Ordinal));
        Assert.Throws<InvalidOperationException>(() => new TextCatalogue(texts));
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
    public void Count_Zero_FollowsTheLanguage(string language, int number, string expected) => Assert.Equal(expected, In(language).Count("kept.answers", number));

    [Theory]
    [InlineData("ru", "среда, 3 декабря 2025 г.")]
    [InlineData("en", "Wednesday 3 December 2025")]
    [InlineData("fr", "mercredi 3 décembre 2025")]
    public void Date_InWords_HasTheWeekday(string language, string expected) => Assert.Equal(expected, In(language).Date(new(2025, 12, 3)));

    [Fact]
    public void Moment_NamesTheZone() => Assert.Equal(
        "среда, 3 декабря 2025 г., 02:30 (UTC+05:00)",
        In("ru").Moment(new(2025, 12, 2, 21, 30, 0, TimeSpan.Zero), TimeZoneInfo.CreateCustomTimeZone("five", TimeSpan.FromHours(5), "five", "five")));

    private static Texts In(string language)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Languages.Culture(language), Languages.Culture(language));
        return new(Catalogue);
    }

    [GeneratedRegex(@"\b(?:T|texts)(?:\[|(?<count>\.Count\())""(?<key>[a-z0-9.-]+)""(?=[\],])", RegexOptions.ExplicitCapture)]
    private static partial Regex UsedKey();
}
