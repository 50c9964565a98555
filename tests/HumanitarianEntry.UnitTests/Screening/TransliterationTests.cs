using HumanitarianEntry.Screening.Names;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("Щуренков Артём", "SHCHURENKOV ARTEM")]
    [InlineData("Айсъяров Тимур", "AISIEIAROV TIMUR")]
    [InlineData("Жерздев Денис", "ZHERZDEV DENIS")]
    [InlineData("Цыплухин Глеб", "TSYPLUKHIN GLEB")]
    [InlineData("Жуйнов Пётр", "ZHUINOV PETR")]
    [InlineData("Юшкетов Эдуард", "IUSHKETOV EDUARD")]
    [InlineData("Ковальчук-Їжакевич Євген", "KOVALCHUK-IZHAKEVICH IEVGEN")]
    [InlineData("", "")]
    public void ToIcao_Name_IsAsInTheTravelDocument(string cyrillic, string latin) => Assert.Equal(latin, Transliteration.ToIcao(cyrillic));

    [Fact]
    public void Romanise_Pangram_KeepsCaseAndOtherCharacters() => Assert.Equal(
        "Ei, zhlob! Gde tuz? Priach iunykh sieemshchits v shkaf.",
        Transliteration.Romanise("Эй, жлоб! Где туз? Прячь юных съёмщиц в шкаф.", RomanisationEpoch.Icao9303));

    [Theory]
    [InlineData(RomanisationEpoch.Gost2010, "Цыплухин", "Tcyplukhin")]
    [InlineData(RomanisationEpoch.Order310Of1997, "Юшкетов Алексей", "Yushketov Aleksey")]
    [InlineData(RomanisationEpoch.Order310Of1997, "Васильев", "Vasilyev")]
    [InlineData(RomanisationEpoch.FrenchBefore1997, "Щукин", "Chtchoukine")]
    public void Romanise_OlderEpoch_FollowsItsTable(RomanisationEpoch epoch, string cyrillic, string latin) =>
        Assert.Equal(latin, Transliteration.Romanise(cyrillic, epoch));

    [Fact]
    public void Spellings_Name_ListsEachOnceIcaoFirst() => Assert.Equal(["IUSHKETOV", "YUSHKETOV", "IOUCHKETOV"], Transliteration.Spellings("Юшкетов"));

    [Fact]
    public void EpochOf_SpellingOfNoTable_IsNull() => Assert.Null(Transliteration.EpochOf("Щуренков", "Schurenkow"));
}
