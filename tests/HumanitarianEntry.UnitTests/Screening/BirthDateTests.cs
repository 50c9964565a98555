using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class BirthDateTests
{
    [Theory]
    [InlineData("1998", "1998")]
    [InlineData("1998-03", "1998-03")]
    [InlineData("3.1998", "1998-03")]
    [InlineData("1998-03-14", "1998-03-14")]
    [InlineData("14.3.1998", "1998-03-14")]
    [InlineData("14/03/1998", "1998-03-14")]
    [InlineData("14 Mar 1998", "1998-03-14")]
    [InlineData("March 1998", "1998-03")]
    [InlineData("14 марта 1998", "1998-03-14")]
    public void Parse_KnownForm_IsRead(string text, string iso) => Assert.Equal(iso, BirthDate.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("98")]
    [InlineData("31.2.1998")]
    [InlineData("1998-13")]
    [InlineData("0000")]
    [InlineData("14.3.98")]
    [InlineData("1998-03-14-01")]
    [InlineData("foo 1998")]
    [InlineData("весной 1998")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(BirthDate.TryParse(text, out _));

    [Fact]
    public void OfDay_NoSuchDay_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => BirthDate.OfDay(1999, 2, 29));
}
