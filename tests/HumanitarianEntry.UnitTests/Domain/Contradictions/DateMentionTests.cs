using HumanitarianEntry.Domain.Contradictions;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.Contradictions;

public sealed class DateMentionTests
{
    [Theory]
    [InlineData("14.03.1998, Тверь; гражданство РФ.", "1998-03-14")]
    [InlineData("Born 1998-03-14 in Demograd", "1998-03-14")]
    [InlineData("14 марта 1998 года", "1998-03-14")]
    [InlineData("в мае 2022", "2022-05")]
    [InlineData("May 2022", "2022-05")]
    [InlineData("le 1er août 2022", "2022-08-01")]
    [InlineData("am 3. März 2022", "2022-03-03")]
    [InlineData("12.2022", "2022-12")]
    [InlineData("since 2022, on 12 May 2022", "2022-05-12")]
    [InlineData("24.02.2022 - 20.08.2022", "2022-02-24, 2022-08-20")]
    [InlineData("31.02.2022", "")]
    [InlineData("в/ч 20221, ст. 337 ч. 5, вх. № 00-41", "")]
    [InlineData("in 2022", "2022")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void In_WhatPeopleWrite_IsReadAsExactlyAsItIsWritten(string? text, string dates) => Assert.Equal(dates, string.Join(", ", DateMentions.In(text)));

    [Theory]
    [InlineData("Мне 24 года", 24)]
    [InlineData("I am 31 years old", 31)]
    [InlineData("J'ai 19 ans", 19)]
    [InlineData("My son is 12 years old", null)]
    public void AgeIn_OnlyTheOwn_IsRead(string text, int? age) => Assert.Equal(age, DateMentions.AgeIn(text));

    [Theory]
    [InlineData("Служил в в/ч 00117 и воинской части", false, "00117")]
    [InlineData("unit 00117", false, "")]
    [InlineData("00117, then 00118; phone 7000000000", true, "00117, 00118")]
    public void UnitsIn_NumbersThatAreCalledUnits_AreRead(string text, bool asked, string units) => Assert.Equal(units, string.Join(", ", DateMentions.UnitsIn(text, asked)));
}
