using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class DossierTextsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates", "dossier");

    private static readonly string French = File.ReadAllText(Path.Combine(Folder, "fr.json"));

    public static TheoryData<string, string> Keys()
    {
        var keys = new TheoryData<string, string>();
        foreach (var (group, texts) in JsonNode.Parse(French)!.AsObject())
        {
            if (texts is JsonObject named)
                keys.AddRange(named.Select(text => (group, text.Key)).ToArray());
        }
        return keys;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Parse_TextMissing_IsRefusedByName(string group, string key)
    {
        var texts = JsonNode.Parse(French)!.AsObject();
        texts[group]!.AsObject().Remove(key);

        var refusal = Assert.Throws<InvalidDataException>(() => DossierTexts.Parse(texts.ToJsonString()));

        Assert.Contains($"'{key}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_UnknownText_IsRefused()
    {
        var texts = JsonNode.Parse(French)!.AsObject();
        texts["cover"]!["greeting"] = "Bonjour";

        Assert.Throws<InvalidDataException>(() => DossierTexts.Parse(texts.ToJsonString()));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Texts_BesideFrench_AreTheSameWithTheSamePlacesToFillIn(string language)
    {
        var texts = File.ReadAllText(Path.Combine(Folder, language + ".json"));
        Assert.Equal(language, DossierTexts.Parse(texts).Language);
        Assert.Equal(Leaves(JsonNode.Parse(French)!), Leaves(JsonNode.Parse(texts)!));
    }

    [Fact]
    public void Parse_ProgrammesNotNamedHaveNoSentence_IsRefused()
    {
        var texts = JsonNode.Parse(French)!.AsObject();
        texts["facts"]!["entryAsked"]!.AsObject().Remove("other");

        Assert.Contains("'other'", Assert.Throws<InvalidDataException>(() => DossierTexts.Parse(texts.ToJsonString())).Message, StringComparison.Ordinal);
    }

    /// <summary>A sentence that is the same in two languages was forgotten; a few words are the same in both.</summary>
    [Theory]
    [InlineData("fr", "en")]
    [InlineData("de", "en")]
    [InlineData("de", "fr")]
    public void Texts_OfTwoLanguages_ShareNoSentence(string language, string other)
    {
        var (texts, others) = (Sentences(language), Sentences(other));
        Assert.DoesNotContain(texts, text => text.Value.Split(' ').Count(word => !word.Contains('{', StringComparison.Ordinal) && word.Any(char.IsLetter)) > 2 && others[text.Key] == text.Value);
    }

    [Theory]
    [InlineData(1998, 3, 14, "14. März 1998")]
    [InlineData(2023, 8, 1, "1. August 2023")]
    [InlineData(2023, 3, null, "März 2023")]
    [InlineData(2023, null, null, "2023")]
    public void Date_InGerman_IsWrittenInGerman(int year, int? month, int? day, string expected) =>
        Assert.Equal(expected, new Wording(DossierTexts.Load(Folder, "de")).Date(new PartialDate(year, month, day)));

    [Theory]
    [InlineData(1998, 3, 14, "14 March 1998")]
    [InlineData(2023, 8, 1, "1 August 2023")]
    [InlineData(2023, 3, null, "March 2023")]
    public void Date_InEnglish_IsWrittenInEnglish(int year, int? month, int? day, string expected) =>
        Assert.Equal(expected, new Wording(DossierTexts.Load(Folder, "en")).Date(new PartialDate(year, month, day)));

    [Theory]
    [InlineData(1998, 3, 14, "14 mars 1998")]
    [InlineData(2023, 8, 1, "1er août 2023")]
    [InlineData(2023, 3, null, "mars 2023")]
    [InlineData(2023, null, null, "2023")]
    public void Date_AsFarAsItIsKnown_IsWrittenInFrench(int year, int? month, int? day, string expected) =>
        Assert.Equal(expected, new Wording(RendererFixture.French).Date(new PartialDate(year, month, day)));

    /// <summary>Each text by its path, with the numbers and names in braces that it fills in.</summary>
    private static SortedDictionary<string, string> Leaves(JsonNode root)
    {
        return new(Sentences(root).ToDictionary(t => t.Key, t => string.Concat(Regex.Matches(t.Value, @"\{\w+\}", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).Order(StringComparer.Ordinal))), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Sentences(string language) => Sentences(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, language + ".json")))!);

    private static Dictionary<string, string> Sentences(JsonNode root)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(root);
        return leaves;

        void Collect(JsonNode node)
        {
            foreach (var child in node is JsonObject named ? named.Select(p => p.Value!) : node is JsonArray list ? list.Select(i => i!) : [])
                Collect(child);
            if (node is JsonValue)
                leaves[node.GetPath()] = node.ToString();
        }
    }

    [Fact]
    public void Date_Approximate_SaysSo() => Assert.Equal("vers mars 2023", new Wording(RendererFixture.French).Date(new PartialDate(2023, 3) { Approximate = true }));

    [Fact]
    public void PartialDate_DayWithoutMonth_IsRefused() => Assert.Throws<ArgumentException>(() => new PartialDate(2023, null, 4));

    [Fact]
    public void PartialDate_DayThatDoesNotExist_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new PartialDate(2023, 2, 29));
}
