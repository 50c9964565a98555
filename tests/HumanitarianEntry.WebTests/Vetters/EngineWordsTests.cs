using System.Text.RegularExpressions;
using HumanitarianEntry.Web.Vetters.Hits;
using HumanitarianEntry.WebTests.Architecture;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

public sealed partial class EngineWordsTests
{
    /// <summary>The engine knows nothing of languages; a phrase that it learns must be learnt here.</summary>
    [Fact]
    public void EveryPhraseOfTheEngine_HasWords()
    {
        var said = Repository.Files("src/HumanitarianEntry.Screening/Matching", "WordEvidence.cs", "FactScorer.cs", "NameScorer.cs", "PairScorer.cs")
            .SelectMany(file => Literal().Matches(file.Text)).Select(match => match.Groups["text"].Value).Where(text => text.Contains(' ', StringComparison.Ordinal)).ToList();
        Assert.True(said.Count > 30, $"Only {said.Count} phrases were found.");
        Assert.Equal(string.Empty, string.Join('\n', said.Where(text => !EngineWords.Known.Contains(text))));
    }

    [Theory]
    [InlineData("ИВАНОВ = IVANOV: same name, other spelling")]
    [InlineData("12 years apart")]
    [InlineData("1998-03-14 and 1998: same year")]
    [InlineData("an older engine's phrase")]
    public void Of_InEnglish_SaysWhatTheEngineSaid(string detail) =>
        Assert.Equal(detail.Replace("12 years apart", "years apart: 12", StringComparison.Ordinal), EngineWords.Of(detail));

    [GeneratedRegex("(?<!\\$)\"(?<text>[a-zA-Z][^\"{}]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
