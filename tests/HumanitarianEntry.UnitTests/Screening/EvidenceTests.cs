using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class EvidenceTests
{
    [Fact]
    public void Score_PatronymicMissing_CostsLittle_Contradicted_CostsMuch()
    {
        var person = A.Person("Щуренков", "Артём", "Юрьевич");

        Assert.True(person.Against(A.Entry("Щуренков, Артём")).Score >= 85);
        Assert.True(person.Against(A.Entry("Щуренков Артём Петрович")).Score <= 55);
    }

    [Theory]
    [InlineData("1998-03-14", "same day")]
    [InlineData("1998-01-01", "1 January")]
    [InlineData("1998", "same year")]
    [InlineData("1998-03", "same month")]
    [InlineData("1999", "one year apart")]
    [InlineData("1971", "27 years apart")]
    public void Score_BirthDate_IsNamedInTheExplanation(string listed, string why)
    {
        var line = A.Artyom.Against(A.Entry("Щуренков Артём Юрьевич", listed)).Explanation.Lines.Single(l => l.Kind == EvidenceKind.BirthDate);

        Assert.Contains(why, line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_DayAndMonthSwapped_SpeaksForTheMatch()
    {
        var line = A.Person("Щуренков", "Артём", null, "1998-03-04").Against(A.Entry("Щуренков Артём", "1998-04-03")).Explanation.Lines.Single(l => l.Kind == EvidenceKind.BirthDate);

        Assert.True(line.Points > 0);
        Assert.Contains("other order", line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_SameNameFarBirthYear_IsNotCandidateButNearest()
    {
        var result = ListIndex.Build(A.List(A.Entry("Щуренков Артём Юрьевич", "1962"))).Search(A.Artyom);

        Assert.Empty(result.Candidates);
        Assert.Equal("Щуренков Артём Юрьевич", Assert.Single(result.NearestBelow).MatchedName);
    }

    [Fact]
    public void Score_SeveralListedDates_BestCounts()
    {
        var entry = A.Entry("Щуренков Артём Юрьевич") with { BirthDates = [BirthDate.OfYear(1950), BirthDate.OfDay(1998, 3, 14)] };

        Assert.Equal(MatchBand.Strong, A.Artyom.Against(entry).Band);
    }

    [Fact]
    public void Score_TwinsWithOneBirthDate_AreNotCandidates()
    {
        var found = A.Person("Makhlukov", "Iyad", null, "1973-01-21").Against(A.Entry("MAKHLUKOV, Ihab", "1973-01-21"));

        Assert.Equal(MatchBand.Below, found.Band);
    }

    [Fact]
    public void Score_SiblingsOfRareFamilyName_AreNotCandidates()
    {
        var others = Enumerable.Range(0, 500).Select(i => A.Entry($"Артур Иванов{(char)('а' + i % 30)}{(char)('а' + i / 30)}", null, $"k{i}"));
        var index = ListIndex.Build(A.List([.. others, A.Entry("Щуренков Вадим Юрьевич", "1998-03-14")]));

        Assert.Empty(index.Search(A.Artyom).Candidates);
    }

    [Fact]
    public void Score_OneWordAlone_NeverAlertsWithoutBirthDate() =>
        Assert.True(A.Person("Щуренков", "Артём", null).Against(A.Entry("Щуренков")).Score <= 50);

    [Theory]
    [InlineData("Щуренков", "Володимир", "Щуренков Уладзімір")]
    [InlineData("Щуренков", "Владимир", "SHCHURENKOV, Uladzimir")]
    [InlineData("Щуренков", "Саша", "Щуренков Александр")]
    [InlineData("Щуренкова", "Анна", "Щуренков Ганна")]
    public void Score_EquivalentGivenName_IsCandidate(string family, string given, string listed) =>
        Assert.NotEqual(MatchBand.Below, A.Person(family, given, null, "1998").Against(A.Entry(listed, "1998")).Band);

    [Fact]
    public void Score_NamesInOtherOrder_SaysSoAndCosts()
    {
        var found = A.Person("Артём", "Щуренков", null).Against(A.Entry("Щуренков, Артём"));

        Assert.NotEqual(MatchBand.Below, found.Band);
        Assert.Contains(found.Explanation.Lines, l => l.Kind == EvidenceKind.Order && l.Points < 0);
    }

    [Fact]
    public void Score_StraySpaces_AreSeenThrough() => Assert.NotEqual(MatchBand.Below, new PersonQuery { Names = [PersonName.Of("Щурен ков Ар тём")] }.Against(A.Entry("Щуренков Артём")).Band);

    [Fact]
    public void Score_MoreAliases_NeverLowersTheScore()
    {
        var plain = A.Entry("Щуренков Артём Юрьевич", "1998");
        var many = plain with { Names = [.. plain.Names, .. Enumerable.Range(0, 100).Select(i => PersonName.Of($"Пробный{i} Лука", NameStrength.Alias))] };

        Assert.True(A.Artyom.Against(many).Score >= A.Artyom.Against(plain).Score);
    }

    [Fact]
    public void Score_SameNumber_DecidesWhateverTheNames()
    {
        var paper = new IdentityNumber("passport", "00 24 001010", "RU");
        var query = A.Artyom with { Identifiers = [paper] };
        var found = query.Against(A.Entry("Пробный Лука Демьянович", "1961") with { Identifiers = [paper with { Number = "0024001010" }] });

        Assert.Equal(MatchBand.Strong, found.Band);
    }

    [Fact]
    public void Score_OtherSex_CostsAndIsNamed()
    {
        var found = (A.Artyom with { Sex = Sex.Male }).Against(A.Entry("Щуренков Артём Юрьевич") with { Sex = Sex.Female });

        Assert.Contains(found.Explanation.Lines, l => l.Kind == EvidenceKind.Sex && l.Points < 0);
    }

    [Fact]
    public void Explanation_KnownEpoch_NamesThePassportTable() =>
        Assert.Contains(A.Artyom.Against(A.Entry("SHCHURENKOV, ARTEM")).Explanation.Lines, l => l.Detail.Contains("ICAO 9303", StringComparison.Ordinal));

    [Fact]
    public void Explanation_AnyPair_SumsToTheScoreAndRepeatsByteForByte()
    {
        var entries = new[] { "Щуренко Артур Юрьевич", "Чуренков Артём Петрович", "SCHURENKOW ARTYOM", "А. Щуренков", "Ihab Makhlukov", "Юрьевич Щуренков", "Айсъяров Т.", "Щуренкова-Пробная Арина" }
            .Select((n, i) => A.Entry(n, i % 2 == 0 ? $"{1996 + i}" : "1998-03-14", $"k{i}")).ToArray();
        foreach (var query in new[] { A.Artyom, A.Timur, A.Gleb, A.Pyotr })
        {
            ScreeningResult Run() => ListIndex.Build(A.List(entries)).Search(query, new SearchOptions { NearestBelow = 100 });
            var (first, second) = (Run(), Run());
            var found = first.Candidates.Concat(first.NearestBelow).ToList();

            Assert.All(found, c => Assert.Equal(c.Score, c.Explanation.Lines.Sum(l => l.Points)));
            Assert.Equal(found.Select(c => c.Explanation.ToJson()), second.Candidates.Concat(second.NearestBelow).Select(c => c.Explanation.ToJson()));
        }
    }

    [Fact]
    public void Explanation_Json_IsThisText() => Assert.Equal(
        """{"score":96.0,"evidence":[{"kind":"FamilyName","points":72.2,"bits":13.0,"detail":"Щуренков = SHCHURENKOV: ICAO 9303 spelling, passports since 2014"},{"kind":"GivenName","points":27.8,"bits":6.5,"detail":"Артём = ARTEM: ICAO 9303 spelling, passports since 2014"},{"kind":"MissingPart","points":-4.0,"bits":0.0,"detail":"Юрьевич: not in the list"},{"kind":"BirthDate","points":0.0,"bits":0.0,"detail":"1998-03-14 and 1999: one year apart"}]}""",
        A.Artyom.Against(A.Entry("SHCHURENKOV, ARTEM", "1999")).Explanation.ToJson());

    [Fact]
    public void Search_PersecutorsList_IsKeptApart()
    {
        var index = ListIndex.Build(new WatchList(A.Metadata("wanted", persecutor: true), [A.Entry("Щуренков Артём Юрьевич", "1998")]), A.List(A.Entry("Пробный Лука")));
        var result = index.Search(A.Artyom);

        Assert.Single(result.PersecutionCandidates);
        Assert.Empty(result.AdverseCandidates);
    }

    [Theory]
    [InlineData("张三")]
    [InlineData("Щуренков")]
    [InlineData("...")]
    public void Search_NameThatCannotBeSearched_IsNotComplete(string name)
    {
        var result = ListIndex.Build(A.List(A.Entry("Пробный Лука"))).Search(new PersonQuery { Names = [PersonName.Of(name)] });

        Assert.False(result.IsComplete);
        Assert.Equal(name, Assert.Single(result.NotSearched).Name);
    }

    [Fact]
    public void Search_SingleWordWithFullBirthDate_IsCompleteAndFinds()
    {
        var query = new PersonQuery { Names = [PersonName.Of("Щуренков")], BirthDate = BirthDate.OfDay(1998, 3, 14) };
        var result = ListIndex.Build(A.List(A.Entry("SHCHURENKOV, Artem", "1998-03-14"))).Search(query);

        Assert.True(result.IsComplete);
        Assert.Single(result.Candidates);
    }

    [Fact]
    public void Search_NameBorneByThousands_SaysSoAndStillFindsTheBirthYear()
    {
        var entries = Enumerable.Range(0, 2000).Select(i => A.Entry("Иванов Александр", $"{1900 + (i % 90)}", $"k{i:D4}")).Append(A.Entry("Иванов Александр", "1998-03-14", "z"));
        var index = ListIndex.Build(A.List([.. entries]));

        Assert.Equal("z", index.Search(A.Person("Иванов", "Александр", null, "1998-03-14")).Candidates[0].Entry.Key);
        Assert.False(index.Search(A.Person("Иванов", "Александр", null)).IsComplete);
    }

    [Fact]
    public void Search_NothingToLookFor_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ListIndex.Build(A.List(A.Entry("Пробный Лука"))).Search(new PersonQuery { Names = [PersonName.Of(" ")] }));

    [Fact]
    public void Build_ListWithoutEntries_IsRefused() => Assert.Throws<ArgumentException>(() => ListIndex.Build(A.List()));
}
