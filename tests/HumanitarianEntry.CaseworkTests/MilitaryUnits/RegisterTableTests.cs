using System.Diagnostics;
using System.Text;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Screening.Lists;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

public sealed class RegisterTableTests
{
    private const string UnitHeader = "key,number,names_ru,names_en,parents,latitude,longitude\n";

    [Fact]
    public void Read_Units_KnowsNamesAndParentsInTheirTime()
    {
        var draft = Registers.Draft(Registers.Units, RegisterKind.Units);

        Assert.Empty(draft.Errors);
        var brigade = Assert.IsType<UnitEntry>(draft.Entries[0]);
        Assert.Equal(["409-я мотострелковая бригада [..2021]", "409-я гвардейская мотострелковая бригада [2022..]"], brigade.NamesRu.Select(n => n.ToString()));
        Assert.Equal(("00109", 45.5, 34.5, "Demograd"), (brigade.Number, brigade.Latitude, brigade.Longitude, brigade.Garrison));
    }

    [Theory]
    [InlineData("a,117,x,,,,", RowErrorKind.UnreadableUnitNumber)]
    [InlineData(",00117,x,,,,", RowErrorKind.MissingKey)]
    [InlineData("a,,,,,,", RowErrorKind.MissingName)]
    [InlineData("a,00117,x [2022..2019],,,,", RowErrorKind.EndsBeforeItBegins)]
    [InlineData("a,00117,x [last year..],,,,", RowErrorKind.UnreadableDate)]
    [InlineData("a,00117,x,,,91,30", RowErrorKind.UnreadablePosition)]
    [InlineData("a,00117,x,,,45,", RowErrorKind.UnreadablePosition)]
    [InlineData("a,00117,x,,nobody,,", RowErrorKind.UnknownParent)]
    [InlineData("a,00117,x,,a,,", RowErrorKind.ParentCycle)]
    [InlineData("a,00117", RowErrorKind.WrongColumnCount)]
    [InlineData("a,00117,\"x,,,,", RowErrorKind.BrokenQuotes)]
    public void Read_FaultyUnit_IsNamedByItsLine(string row, RowErrorKind kind)
    {
        var draft = Registers.Draft(UnitHeader + "ok,00118,fine,,,,\n" + row + "\n", RegisterKind.Units);

        Assert.Equal((3, kind), (Assert.Single(draft.Errors).Line, draft.Errors[0].Kind));
    }

    [Theory]
    [InlineData("i,00117,V,2022,2021,t,no,s", RowErrorKind.EndsBeforeItBegins)]
    [InlineData("i,00117,V,then,2021,t,no,s", RowErrorKind.UnreadableDate)]
    [InlineData("i,117,V,2022,2022,t,no,s", RowErrorKind.UnreadableUnitNumber)]
    [InlineData("i,,V,2022,2022,t,no,s", RowErrorKind.UnreadableUnitNumber)]
    [InlineData("i,00117,V,2022,2022,t,perhaps,s", RowErrorKind.UnreadableValue)]
    [InlineData("i,00117,V,2022,2022,t,no,", RowErrorKind.UnreadableValue)]
    [InlineData("i,00117,,2022,2022,t,no,s", RowErrorKind.UnreadableValue)]
    public void Read_FaultyIncident_IsNamedByItsLine(string row, RowErrorKind kind) =>
        Assert.Equal((2, kind), Registers.Draft("id,units,place,from,to,type,contested,sources\n" + row, RegisterKind.Incidents) is { Errors: [var error, ..] } ? (error.Line, error.Kind) : default);

    [Fact]
    public void Read_CycleOverThree_NamesThemAndNotWhoStandsBelow()
    {
        var draft = Registers.Draft(UnitHeader + "a,00101,x,,b,,\nb,00102,y,,c,,\nc,00103,z,,a; top,,\nbelow,00104,w,,a,,\ntop,00105,v,,,,\n", RegisterKind.Units);

        Assert.Equal([(2, RowErrorKind.ParentCycle), (3, RowErrorKind.ParentCycle), (4, RowErrorKind.ParentCycle)], draft.Errors.Select(e => (e.Line, e.Kind)));
    }

    [Fact]
    public void Read_KeyAgainAndOtherEncoding_IsToldAndRead()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(UnitHeader.Replace(',', ';') + "a;00101;бригада;;;;\na;00102;полк;;;;\n");
        using var file = new MemoryStream(bytes);

        var draft = RegisterTable.Read(file, RegisterKind.Units);

        Assert.Equal(("windows-1251", "бригада"), (draft.Encoding, draft.Entries[0].Title));
        Assert.Equal(new DuplicateKey("a", 2, 3), Assert.Single(draft.Duplicates));
    }

    [Fact]
    public void Read_FuzzedFiles_NeverThrowsAnythingElseAndNeverHangs()
    {
        var random = new Dice(20261122);
        var alphabet = "\",;|\n\r\t[].x00117яё9-я бригада2022-03..\uFFFD\0 ";
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 3000; i++)
        {
            var kind = i % 2 == 0 ? RegisterKind.Units : RegisterKind.Incidents;
            var text = new StringBuilder(i % 3 == 0 ? string.Empty : kind == RegisterKind.Units ? Registers.Units : Registers.Incidents);
            for (var change = random.Next(40); change >= 0; change--)
            {
                var at = random.Next(text.Length + 1);
                text.Insert(at, alphabet[random.Next(alphabet.Length)]);
            }

            var bytes = i % 5 == 0 ? Encoding.Unicode.GetBytes(text.ToString()) : Encoding.UTF8.GetBytes(text.ToString());
            using var file = new MemoryStream(bytes);
            try
            {
                RegisterTable.Read(file, kind);
            }
            catch (InvalidDataException)
            {
                // The file as a whole cannot be read: that is an answer.
            }
        }

        // A cell that opens in each line and never ends.
        using var open = new MemoryStream(Encoding.UTF8.GetBytes(UnitHeader + string.Concat(Enumerable.Repeat("x\"y,\"\n", 300_000))));
        Assert.NotEmpty(RegisterTable.Read(open, RegisterKind.Units).Errors);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }
}
