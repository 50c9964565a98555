using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using HumanitarianEntry.Web.Shared.Texts;
using HumanitarianEntry.WebTests.Architecture;
using Xunit;

namespace HumanitarianEntry.WebTests.StaffTexts;

/// <summary>Every sentence that staff can meet exists in every language of theirs. HE_WRITE_GENERATED=1 writes what is missing, with empty values, into the files to be filled in.</summary>
public sealed partial class StaffTextsTests
{
    private const string Folder = "src/HumanitarianEntry.Web/Shared/Texts/Staff";
    private static readonly bool Writes = Environment.GetEnvironmentVariable("HE_WRITE_GENERATED") == "1";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Translations => [.. Languages.OfStaff.Where(l => l != Languages.Staff)];

    [Theory]
    [MemberData(nameof(Translations))]
    public void EverySentence_EveryLanguage_HasWordsAndNothingElseDoes(string language)
    {
        var wanted = Keys(language).ToHashSet(StringComparer.Ordinal);
        var known = StaffCatalogue.Read(language);
        if (Writes)
        {
            Write(language, wanted.ToDictionary(key => key, key => known.GetValueOrDefault(key, string.Empty), StringComparer.Ordinal));
        }

        None(wanted.Where(key => string.IsNullOrWhiteSpace(known.GetValueOrDefault(key))).Order(StringComparer.Ordinal));
        None(known.Keys.Where(key => !wanted.Contains(key)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void EveryTranslation_HasThePlacesOfItsSentence(string language) =>
        None(StaffCatalogue.Read(language).Where(entry => !entry.Key.StartsWith('=') && !HasPlaces(language, entry.Key, entry.Value)).Select(entry => entry.Key));

    [Fact]
    public void EveryStaffView_HasNoTextOutsideTheCatalogue() => None(from file in Repository.Files("src/HumanitarianEntry.Web", ".cshtml")
        where IsOfStaff(file.Path)
        from fault in BareText.In(file.Text)
        select $"{file.Path}: {fault}");

    [Theory]
    [InlineData("ru", 1, "1 день назад")]
    [InlineData("ru", 3, "3 дня назад")]
    [InlineData("ru", 11, "11 дней назад")]
    [InlineData("de", 3, "vor 3 Tagen")]
    [InlineData("fr", 3, "il y a 3 jours")]
    [InlineData("en", 1, "1 day ago")]
    public void Counted_SpeaksAsTheLanguageCounts(string language, int number, string text) =>
        In(language, () => Assert.Equal(text, StaffWords.Counted(number, "{n} day ago", "{n} days ago")));

    [Fact]
    public void S_ValuesThatLookLikePlaces_StayAsTheyWereTyped() =>
        In("en", () => Assert.Equal("There is no paper {1} <b>.", StaffWords.S($"There is no paper {"{1} <b>"}.")));

    [Fact]
    public void H_OfAValueWithMarkup_EncodesIt()
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        In("en", () => StaffWords.H($"Case {StaffWords.Bold("<i>")} & {"<b>"}").WriteTo(written, HtmlEncoder.Default));
        Assert.Equal("Case <strong>&lt;i&gt;</strong> &amp; &lt;b&gt;", written.ToString());
    }

    [Fact]
    public void S_InALanguageWithoutTheSentence_SaysItInEnglish() => In("ru", () => Assert.Equal("No such sentence was ever written.", StaffWords.S("No such sentence was ever written.".ToString())));

    private static IEnumerable<string> Keys(string language)
    {
        var sentences = Repository.Files("src/HumanitarianEntry.Web", ".cs", ".cshtml").Concat(Repository.Files("src/HumanitarianEntry.Domain", ".cs"))
            .Concat(Repository.Files("src/HumanitarianEntry.Casework", ".cs"))
            .Where(file => !file.Path.EndsWith("/StaffWords.cs", StringComparison.Ordinal))
            .SelectMany(file => SentenceScan.In(file.Text)).Concat(Vocabulary.Sentences())
            .Where(sentence => !TextKey().IsMatch(sentence));
        foreach (var sentence in sentences.Distinct())
        {
            if (!sentence.Contains('|', StringComparison.Ordinal))
            {
                yield return sentence;
                continue;
            }

            foreach (var form in Plurals.Forms(language))
            {
                yield return $"{sentence}.{form}";
            }
        }

        foreach (var value in Vocabulary.Values())
        {
            yield return StaffCatalogue.KeyOf(value);
        }

        foreach (var code in Vocabulary.Codes().Distinct())
        {
            yield return StaffCatalogue.KeyOf(code);
        }
    }

    /// <summary>Names all of them, not the first few.</summary>
    private static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all)}");
    }

    private static bool IsOfStaff(string path) =>
        !path.Contains("/Applicants/", StringComparison.Ordinal) && !path.Contains("/Styleguide/", StringComparison.Ordinal)
        && (!path.Contains("/Public/", StringComparison.Ordinal) || path.Contains("/StaffSignIn/", StringComparison.Ordinal));

    // "One" is the number one alone in French and German, which may say it in a word; in Russian it is 21 as well.
    private static bool HasPlaces(string language, string key, string text) => key.Split('|') is [_, var other]
        ? Places(text) == Places(other) || (language != "ru" && key.EndsWith(".one", StringComparison.Ordinal) && Places(text).Length == 0)
        : Places(text) == Places(key);

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static void Write(string language, Dictionary<string, string> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Prepend(new(StaffCatalogue.Review, "Not yet checked by a native speaker.")).ToDictionary();
        File.WriteAllText(Path.Combine(Repository.Root, Folder, $"{language}.json"), JsonSerializer.Serialize(sorted, Written).Replace("\\u00A0", "\u00a0", StringComparison.Ordinal).Replace("\\u202F", "\u202f", StringComparison.Ordinal) + "\n");
    }

    private static void In(string language, Action act)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Languages.Culture(language);
            act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex(@"^[a-z][a-z-]*(\.[a-z-]+)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex TextKey();

    [GeneratedRegex(@"\{(\d|n)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
