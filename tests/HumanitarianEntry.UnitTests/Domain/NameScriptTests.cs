using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class NameScriptTests
{
    [Theory]
    [InlineData("Рetrov", "Рetrov")]
    [InlineData("Anna-Мaria", "Мaria")]
    [InlineData("Иванoв Пётр", "Иванoв")]
    public void FirstMixedWord_HiddenLetter_IsFound(string text, string word) => Assert.Equal(word, NameScript.FirstMixedWord(text));

    [Theory]
    [InlineData(null)]
    [InlineData("Petrov Пётр")]
    [InlineData("Әлихан Ұлықбек")]
    [InlineData("O'Brien-Šmíd")]
    public void FirstMixedWord_WordsOfOneAlphabetEach_IsNull(string? text) => Assert.Null(NameScript.FirstMixedWord(text));

    [Theory]
    [InlineData("Дем\u02BCян", true, true)]
    [InlineData("Щуренков", true, true)]
    [InlineData("Shchurenkov", true, false)]
    [InlineData("Щуренков", false, false)]
    [InlineData("Αlexis", false, false)]
    public void IsAll_LetterOfAnotherAlphabet_IsFalse(string text, bool cyrillic, bool expected) => Assert.Equal(expected, NameScript.IsAll(text, cyrillic));

    [Fact]
    public void RecordName_MixedOrWrongOrEmpty_IsRefused()
    {
        var identity = A.Case().To(HumanitarianEntry.Domain.Gates.Gate.Identity);

        Assert.Equal(["name-mixes-alphabets", "name-not-in-script"], identity.Refusals(People.Screener, new RecordName(NameKind.Birth, Script.Latin) { Family = "Рetrov" }));
        Assert.Equal(["name-not-in-script"], identity.Refusals(People.Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Petrov" }));
        Assert.Equal(["name-missing"], identity.Refusals(People.Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Given = " " }));
        Assert.Empty(identity.Refusals(People.Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Петров" }));
    }

    [Fact]
    public void RecordName_ItIsWrittenSo_IsKeptAsTypedButNeverWithControlSigns()
    {
        var identity = A.Case().To(HumanitarianEntry.Domain.Gates.Gate.Identity);

        Assert.Equal(["name-has-unseen-signs"], identity.Refusals(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Pet\u200Brov" }));
        Assert.Empty(identity.Refusals(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Рetr\u200Bov", AsTyped = true }));
        Assert.Equal(["name-has-control-signs"], identity.Refusals(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Pet\0rov", AsTyped = true }));
    }
}
