using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>The handbook's vectors: what must be a candidate and what must not.</summary>
public sealed class MeasuredVectorTests
{
    public static TheoryData<string, string, string?> Candidates => new()
    {
        { "A", "SHCHURENKOV ARTEM", null },
        { "A", "SCHURENKOW ARTYOM", null },
        { "A", "SHCHURENKOV, Artem Yurievich", null },
        { "A", "Щуренков Артем Юрьевич", "1998" },
        { "A", "Щуренко Артур Юрьевич", "1999" },
        { "B", "AISIEIAROV TIMUR", null },
        { "B", "AISYAROV TIMUR", null },
        { "B", "AYSYAROV TIMUR", "2000" },
        { "F1", "TSYPLUKHIN GLEB", null },
        { "F1", "TCYPLUKHIN GLEB", null },
        { "F1", "TSYPLUHIN GLEB", null },
        { "F2", "ZHUINOV PETR", null },
        { "F2", "ZHUYNOV PYOTR", null },
    };

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Search_SpellingOfThePerson_IsCandidate(string person, string listed, string? born)
    {
        var result = ListIndex.Build(A.List(A.Entry(listed, born), A.Entry("Пробный Лука Демьянович", "1950"))).Search(PersonOf(person));

        Assert.Equal(listed, Assert.Single(result.Candidates).MatchedName);
    }

    [Fact]
    public void Search_OtherFamilyPatronymicAndYear_IsNotCandidate()
    {
        var found = A.Artyom.Against(A.Entry("Чуренков Артём Петрович", "1971"));

        Assert.Equal(MatchBand.Below, found.Band);
    }

    [Fact]
    public void Search_CommonFamilyNameOfAnotherPerson_IsNotCandidate()
    {
        var found = A.Person("Иванов", "Сергей", "Петрович", "1990").Against(A.Entry("Иванов Андрей Николаевич", "1990"));

        Assert.Equal(MatchBand.Below, found.Band);
    }

    private static PersonQuery PersonOf(string person) => person switch
    {
        "A" => A.Artyom,
        "B" => A.Timur,
        "F1" => A.Gleb,
        _ => A.Pyotr,
    };
}
