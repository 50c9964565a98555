using HumanitarianEntry.Screening.Units;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class UnitRegisterTests
{
    private static readonly UnitRegister Register = new(
    [
        new("a", ["64th Separate Motorised Rifle Brigade of the 35th Combined Arms Army"]),
        new("b", ["64th Tank Regiment"]),
        new("c", ["35th Combined Arms Army"], "01228"),
        new("d", ["22nd Guards Heavy Bomber Aviation Division"]),
        new("e", ["\"Demo\" Separate Recon Battalion"]),
        new("f", ["18th Machine Gun Artillery Division HQ"]),
        new("g", ["Flamethrower Battalion"]),
    ]);

    [Theory]
    [InlineData("64-я омсбр", "a")]
    [InlineData("служил в 64-й отдельной мотострелковой бригаде", "a")]
    [InlineData("64 гв. омсбр", "a")]
    [InlineData("64th Motor Rifle Brigade", "a")]
    [InlineData("64 MRB", "a")]
    [InlineData("64 тп", "b")]
    [InlineData("в/ч 01228", "c")]
    [InlineData("35 ОА", "c")]
    [InlineData("22-я гвардейская тяжёлая бомбардировочная авиационная дивизия", "d")]
    [InlineData("отдельный разведывательный батальон «Демо»", "e")]
    [InlineData("18 пулад", "f")]
    public void Find_UnitAsItIsWritten_IsTheOneAboveTheThreshold(string text, string key) =>
        Assert.Equal(key, Assert.Single(Register.Find(text), m => m.Score >= UnitRegister.Threshold).Unit.Key);

    [Theory]
    [InlineData("65-я омсбр")]
    [InlineData("64-я танковая бригада")]
    [InlineData("огнемётный батальон")]
    [InlineData("в/ч 01229")]
    [InlineData("")]
    [InlineData("(((«\"/ 12345678901234567890 64th of the")]
    public void Find_OtherOrNamelessUnit_IsBelowTheThreshold(string text) => Assert.DoesNotContain(Register.Find(text), m => m.Score >= UnitRegister.Threshold);

    [Fact]
    public void Find_UnitOfAnArmy_DoesNotMeanTheArmy() =>
        Assert.DoesNotContain(Register.Find("64-я отдельная мотострелковая бригада из состава 35-й общевойсковой армии"), m => m.Unit.Key == "c" && m.Score >= UnitRegister.Threshold);
}
