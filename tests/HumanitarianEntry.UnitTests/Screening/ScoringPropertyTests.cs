using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using HumanitarianEntry.Screening.Units;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class ScoringPropertyTests
{
    [Fact]
    public void Compare_AnyPair_PointsSumToTheScoreAndComeOutTheSameAgain()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var (query, entry) = (QueryOf(seed), A.Entry(InventedNames.Name(seed * 7), InventedNames.Born(seed * 7)));
            var found = PersonComparison.Compare(query, entry);

            Assert.Equal(found.Score, found.Explanation.Lines.Sum(l => l.Points));
            Assert.InRange(found.Score, 0, 100);
            Assert.Equal(found.Explanation.ToJson(), PersonComparison.Compare(query, entry).Explanation.ToJson());
        }
    }

    [Fact]
    public void Compare_OtherEntriesInTheIndex_DoNotMoveTheScore()
    {
        var entries = Enumerable.Range(0, 300).Select(i => A.Entry(InventedNames.Name(i), InventedNames.Born(i), $"k{i:D3}")).ToArray();
        var index = ListIndex.Build(A.List(entries));
        foreach (var query in Enumerable.Range(500, 100).Select(QueryOf))
        {
            Assert.All(index.Search(query).Candidates, c => Assert.Equal(PersonComparison.Compare(query, c.Entry).Explanation.ToJson(), c.Explanation.ToJson()));
        }
    }

    [Fact]
    public void Search_AgreeingBirthDate_NeverScoresLessThanNone()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var entry = A.Entry(InventedNames.Name(seed * 3), "1991-05-17");
            var without = QueryOf(seed) with { BirthDate = null };

            Assert.True(PersonComparison.Compare(without with { BirthDate = BirthDate.OfDay(1991, 5, 17) }, entry).Score >= PersonComparison.Compare(without, entry).Score);
        }
    }

    [Theory]
    [InlineData("Краснопробный Егор", "KRASNOPROBNY, Igor")]
    [InlineData("Краснопробный Марат", "KRASNOPROBNY, Murat")]
    public void Compare_TwoKnownGivenNamesSpeltAlike_AreNotOneName(string person, string listed)
    {
        var found = PersonComparison.Compare(new PersonQuery { Names = [PersonName.Of(person)] }, A.Entry(listed));

        Assert.True(found.Score < 80);
        Assert.Contains(found.Explanation.Lines, l => l.Kind == EvidenceKind.GivenName && l.Points < 20);
    }

    [Fact]
    public void Search_AnyLetters_AnswersInTime()
    {
        var index = ListIndex.Build(A.List([.. Enumerable.Range(0, 2000).Select(i => A.Entry(InventedNames.Name(i), InventedNames.Born(i), $"k{i:D4}"))]));
        const string alphabet = "аАяЁъьщЩXxhHi'’-—(),./;[]|\" \t\u0301\u0361\u202E\uD83D\uDE00\uFFFD\0·ß例م1иванов";
        var slowest = 0d;
        for (var seed = 0; seed < 600; seed++)
        {
            var bytes = SHA512.HashData(BitConverter.GetBytes(seed));
            var text = new StringBuilder();
            for (var i = 0; i < bytes[0] % 60; i++)
            {
                text.Append(alphabet[bytes[i + 1] % alphabet.Length], seed % 50 == 0 ? 40 : 1);
            }

            var from = ThreadClock.Milliseconds;
            _ = index.Search(new PersonQuery { Names = [PersonName.Of(text + "щ"), PersonName.Of(text.ToString(), text + "н", null)] });
            _ = UnitName.Parse(text.ToString());
            slowest = seed < 5 ? 0 : Math.Max(slowest, ThreadClock.Milliseconds - from);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"slowest {slowest:0.0} ms of processor time");
        Assert.True(slowest < 200, $"{slowest:0} ms");
    }

    private static PersonQuery QueryOf(int seed) => new() { Names = [PersonName.Of(InventedNames.Name(seed))], BirthDate = InventedNames.Born(seed) is { } born ? BirthDate.Parse(born) : null };
}
