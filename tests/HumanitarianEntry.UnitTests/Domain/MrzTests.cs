using HumanitarianEntry.Domain.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class MrzTests
{
    /// <summary>The invented passports of handbook section 7.</summary>
    public static TheoryData<string, string, string, string, string> Samples { get; } = new()
    {
        { "PNRUSWURENKOV<<ART2M<7R9EVI3<<<<<<<<<<<<<<<<", "0020001010RUS9803145M<<<<<<<4180402000001<22", "ЩУРЕНКОВ АРТЁМ ЮРЬЕВИЧ", "0024 000101", "1998-03-14" },
        { "PNRUSAQSX8ROV<<TIMUR<4AMIL9EVI3<<<<<<<<<<<<<", "0020001021RUS0007191M<<<<<<<4200801000002<94", "АЙСЪЯРОВ ТИМУР ШАМИЛЬЕВИЧ", "0024 000102", "2000-07-19" },
        { "PNRUSJERZDEV<<DENIS<V83ESLAVOVI3<<<<<<<<<<<<", "0020001043RUS9306233M<<<<<<<4130701000004<04", "ЖЕРЗДЕВ ДЕНИС ВЯЧЕСЛАВОВИЧ", "0024 000104", "1993-06-23" },
        { "PNRUSCYPLUHIN<<GLEB<IL9I3<<<<<<<<<<<<<<<<<<<", "0020001065RUS9608306M<<<<<<<4160912000006<10", "ЦЫПЛУХИН ГЛЕБ ИЛЬИЧ", "0024 000106", "1996-08-30" },
        { "PNRUSJUQNOV<<P2TR<ALEKSEEVI3<<<<<<<<<<<<<<<<", "0020001076RUS9411117M<<<<<<<4141203000007<84", "ЖУЙНОВ ПЁТР АЛЕКСЕЕВИЧ", "0024 000107", "1994-11-11" },
        { "PNRUS74KETOV<<6DUARD<GENNAD9EVI3<<<<<<<<<<<<", "0020001087RUS9102125M<<<<<<<4110301000008<48", "ЮШКЕТОВ ЭДУАРД ГЕННАДЬЕВИЧ", "0024 000108", "1991-02-12" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_InternalPassport_GivesNameNumberAndDates(string one, string two, string name, string number, string born)
    {
        var reading = Mrz.Read(one, two);

        Assert.Equal(MrzFormat.RussianInternalPassport, reading.Format);
        Assert.Empty(reading.Warnings);
        Assert.Equal(name, $"{reading[MrzPart.Surname]} {reading[MrzPart.GivenNames]} {reading[MrzPart.Patronymic]}");
        Assert.Equal(number, reading[MrzPart.Number]);
        Assert.Equal(PartialDate.Parse(born), reading.BornOn(new DateOnly(2024, 1, 15)));
        Assert.Equal($"000-00{number[^1]}", reading[MrzPart.DepartmentCode]);
        Assert.False(reading.CompositeIsCertain);
        Assert.Null(reading.ExpiresOn);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_OneDigitOff_WarnsOfThatFieldAndKeepsTheRest(string one, string two, string name, string number, string born)
    {
        _ = born;
        var reading = Mrz.Read(one, two[..13] + (two[13] == '9' ? '8' : '9') + two[14..]);

        Assert.Equal([MrzPart.BirthDate, MrzPart.Composite], reading.Warnings.Select(f => f.Part).Order());
        Assert.All(reading.Warnings, f => Assert.Equal(MrzCheck.Mismatch, f.Check));
        Assert.Equal(number, reading[MrzPart.Number]);
        Assert.StartsWith(reading[MrzPart.Surname]!, name, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Td3_ReadsThePassportOfTheStandard()
    {
        var reading = Mrz.Read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", " l898902c36UTO7408122F1204159ZE184226B<<<<<10 ");

        Assert.Equal(MrzFormat.Td3, reading.Format);
        Assert.Empty(reading.Warnings);
        Assert.Equal(("ERIKSSON", "ANNA MARIA", "L898902C3"), (reading[MrzPart.Surname], reading[MrzPart.GivenNames], reading[MrzPart.Number]));
        Assert.Equal("2012-04-15", reading.ExpiresOn.ToString());
        Assert.Equal("1974-08-12", reading.BornOn(new DateOnly(2024, 1, 1)).ToString());
    }

    [Fact]
    public void Read_Td2AndTd1_ReadTheCardsOfTheStandard()
    {
        var td2 = Mrz.Read("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
        var td1 = Mrz.Read("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");

        Assert.Equal((MrzFormat.Td2, MrzFormat.Td1), (td2.Format, td1.Format));
        Assert.Empty(td2.Warnings.Concat(td1.Warnings));
        Assert.Equal(("D23145890", "UTO"), (td1[MrzPart.Number], td1[MrzPart.Nationality]));
        Assert.Equal("D23145890", td2[MrzPart.Number]);
    }

    [Fact]
    public void Read_CardWithLongNumber_TakesTheRestFromTheOptionalField()
    {
        var reading = Mrz.Read("I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", "STEVENSON<<PETER<JOHN<<<<<<<<<");

        Assert.Equal("D23145890734", reading[MrzPart.Number]);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Read_LetterThatNoZoneHas_IsUnreadableNotWrong()
    {
        var reading = Mrz.Read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8989Ж2C36UTO7408122F1204159ZE184226B<<<<<10");

        Assert.Equal(MrzCheck.Unreadable, reading.Fields.Single(f => f.Part == MrzPart.Number).Check);
        Assert.Equal(MrzCheck.Right, reading.Fields.Single(f => f.Part == MrzPart.BirthDate).Check);
    }

    [Fact]
    public void BornOn_UnknownDayOrMonth_StaysPartial()
    {
        Assert.Equal("1974-08", Born("7408<<").ToString());
        Assert.Equal("1974", Born("74<<<<").ToString());
        Assert.Null(Born("741399"));
        Assert.Null(Born("<<<<<<"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("PNRUS")]
    public void Read_NoKnownLayout_IsUnknownWithoutWarnings(string? line)
    {
        Assert.Equal(MrzFormat.Unknown, Mrz.Read(line).Format);
        Assert.Empty(Mrz.Read(line, null, line).Warnings);
        Assert.Null(Mrz.Read(line)[MrzPart.Number]);
    }

    [Theory]
    [InlineData("520727", 3)]
    [InlineData("AB2134<<<", 5)]
    [InlineData("", 0)]
    [InlineData("12-4", null)]
    public void CheckDigit_WeightsSevenThreeOne(string text, int? expected) => Assert.Equal(expected, Mrz.CheckDigit(text));

    [Fact]
    public void RussianMrzLetters_EveryLetter_ComesBack()
    {
        const string alphabet = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";

        Assert.Equal(alphabet, RussianMrzLetters.ToCyrillic(RussianMrzLetters.FromCyrillic(alphabet)));
        Assert.Equal(33, RussianMrzLetters.FromCyrillic(alphabet).Distinct().Count());
    }

    [Fact]
    public void Read_AnyText_NeverThrows()
    {
        const string signs = "<<<<0123456789ABCXYZPNRUS ЖЁя\u0000\t\uD83D\uFFFFé-";
        var random = new Random(20230502);
        for (var i = 0; i < 20_000; i++)
        {
            var lines = Enumerable.Range(0, random.Next(0, 4)).Select(_ => Line()).ToArray();
            var reading = Mrz.Read(lines);
            Assert.NotNull(reading.Warnings.ToList());
            _ = (reading.BornOn(new DateOnly(2024, 1, 1)), reading.ExpiresOn);
        }

        string? Line()
        {
            var length = random.Next(5) switch { 0 => 44, 1 => 36, 2 => 30, 3 => random.Next(0, 60), _ => -1 };
            return length < 0 ? null : (random.Next(2) == 0 ? "PNRUS" : string.Empty) + string.Concat(Enumerable.Range(0, length).Select(_ => signs[random.Next(signs.Length)]));
        }
    }

    private static PartialDate? Born(string text) =>
        Mrz.Read("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", $"L898902C36UTO{text}0F1204159ZE184226B<<<<<10").BornOn(new DateOnly(2024, 1, 1));
}
