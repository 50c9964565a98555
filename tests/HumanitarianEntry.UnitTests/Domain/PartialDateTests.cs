using System.Text.Json;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-02-29")]
    [InlineData("2024-02-30")]
    [InlineData("2023-04-31")]
    [InlineData("2023-4")]
    [InlineData("23-04-01")]
    [InlineData("2023-04-01-01")]
    [InlineData("2023--01")]
    [InlineData("-2023")]
    [InlineData("+202")]
    [InlineData("1899")]
    [InlineData("2201")]
    [InlineData("01.04.2023")]
    [InlineData("２０２３")]
    public void TryParse_NoPossibleDate_IsFalse(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void TryCreate_DayWithoutMonth_IsNull() => Assert.Null(PartialDate.TryCreate(2023, null, 4));

    [Fact]
    public void Parse_Nonsense_SaysHowToWriteIt() => Assert.Contains("1998-03", Assert.Throws<FormatException>(() => PartialDate.Parse("March")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1998-03-14", "1998-03-14", "1998-03-14")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28")]
    [InlineData("2022-12", "2022-12-01", "2022-12-31")]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    public void EarliestAndLatest_WidenToTheFullRange(string text, string earliest, string latest)
    {
        var date = PartialDate.Parse(text);

        Assert.Equal(earliest, date.Earliest.ToString("yyyy-MM-dd", null));
        Assert.Equal(latest, date.Latest.ToString("yyyy-MM-dd", null));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("1998", "1999", false)]
    [InlineData("1998-03", "1998-04-01", false)]
    [InlineData("1998", "1998-12-31", true)]
    [InlineData("1998-03-14", "1998-03", true)]
    public void MayEqual_OnlyWhenTheRangesMeet(string one, string other, bool expected)
    {
        Assert.Equal(expected, PartialDate.Parse(one).MayEqual(PartialDate.Parse(other)));
        Assert.Equal(expected, PartialDate.Parse(other).MayEqual(PartialDate.Parse(one)));
    }

    [Theory]
    [InlineData("\"2023-02-30\"")]
    [InlineData("true")]
    [InlineData("1998.5")]
    [InlineData("{}")]
    public void Json_NotADate_IsRefused(string json) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PartialDate>(json, DomainJson.Options));

    [Theory]
    [InlineData("\"1998-03\"", "1998-03")]
    [InlineData("1998", "1998")]
    public void Json_Date_IsReadAndWrittenAsText(string json, string text)
    {
        var date = JsonSerializer.Deserialize<PartialDate>(json, DomainJson.Options);

        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(date, DomainJson.Options));
    }
}
