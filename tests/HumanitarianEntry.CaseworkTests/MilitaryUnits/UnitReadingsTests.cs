using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

/// <summary>Names over time, parents up to brigade, and nothing guessed.</summary>
public sealed class UnitReadingsTests
{
    [Theory]
    [InlineData("00109", null, "2020", "2021-06", "409-я мотострелковая бригада")]
    [InlineData("00109", null, "2022-02", null, "409-я гвардейская мотострелковая бригада")]
    [InlineData("", "409 гв. омсбр", "2022-02", null, "409-я гвардейская мотострелковая бригада")]
    [InlineData("", "409th Separate Guards Motorised Rifle Brigade", "2022-02", null, "409-я гвардейская мотострелковая бригада")]
    [InlineData("", "в/ч 00117", "2022-01", null, "417-й батальон связи")]
    public void Reading_NumberNameOrAbbreviation_IsTheUnitWithItsNameThen(string number, string? said, string from, string? to, string name)
    {
        var reading = Of(Registers.File(Registers.Service(number, from, to, said)));

        Assert.Equal((ReadingState.Sure, name), (reading.State, reading.Unit?.Name));
    }

    [Fact]
    public void Reading_UnitsAbove_AreThoseOfTheTimeUpToBrigadeAndNoDivision()
    {
        Assert.Equal(["b9"], Of(Registers.File(Registers.Service("00117", "2022-01", "2022-05"))).Unit!.Above.Select(a => a.Key));
        Assert.Equal(["r7"], Of(Registers.File(Registers.Service("00117", "2022-08", null))).Unit!.Above.Select(a => a.Key));
        Assert.Empty(Of(Registers.File(Registers.Service("00109", "2022-08", null))).Unit!.Above);
    }

    [Fact]
    public void Reading_Incidents_AreTiedByUnitByWhatStoodAboveThenAndByParts()
    {
        static IEnumerable<(string, UnitTie)> Ties(string unit, string from, string? to) => Of(Registers.File(Registers.Service(unit, from, to))).Incidents.Select(i => (i.Incident.Id, i.Tie));

        // Of the brigade in March; of the regiment, which was the unit above by then, in August. The division's are nobody's.
        Assert.Equal([("i1", UnitTie.UnitAbove), ("i2", UnitTie.UnitAbove)], Ties("00117", "2022-01", null));
        Assert.Equal([("i1", UnitTie.UnitAbove)], Ties("00117", "2022-01", "2022-07"));

        // A man of the brigade: its own, and what its battalion did. A man of that battalion: not what the sister battalion did.
        Assert.Equal([("i1", UnitTie.SameNumber), ("i4", UnitTie.PartOfUnit), ("i2", UnitTie.SameUnit)], Ties("00109", "2022-01", null));
        Assert.DoesNotContain(Ties("00117", "2022-01", null), t => t.Item1 == "i4");
        Assert.Equal([("i1", UnitTie.UnitAbove), ("i4", UnitTie.SameNumber), ("i2", UnitTie.UnitAbove)], Ties("00118", "2022-01", null));
    }

    [Theory]
    [InlineData("00117", "409-я мотострелковая бригада", "the name says another unit than the number")]
    [InlineData("00199", "417-й батальон связи", "the unit of this name has another number")]
    [InlineData("", "417-й батальон", "the arm is missing")]
    [InlineData("", "409-я мотострелковая", "the size is missing")]
    public void Reading_Unsure_GuessesNothing(string number, string name, string why)
    {
        var reading = Of(Registers.File(Registers.Service(number, "2022-03", null, name)));

        Assert.True((reading.State, reading.Unit) == (ReadingState.Unsure, null), why + ": " + reading.State);
        Assert.NotEmpty(reading.Candidates);
    }

    [Fact]
    public void Reading_TwoUnitsOfOneName_WaitsForAPersonAndHisChoiceHolds()
    {
        var twins = Registers.Units + "\nb99,00119,409-я мотострелковая бригада,,,,,,DEMO";
        var file = Registers.File(Registers.Service("", "2021", "2022-04", "409-я мотострелковая бригада"));
        var registers = Registers.Read(twins);
        var unsure = Assert.Single(UnitReadings.Of(registers, file));
        Assert.Equal((ReadingState.Unsure, 2), (unsure.State, unsure.Candidates.Count(c => c.Score >= 70)));
        Assert.True(UnitRules.NeedsChoice(unsure));

        var chosen = Assert.Single(UnitReadings.Of(registers, file.After(new ChooseUnit("S1", unsure.Candidates.Find(c => c.Unit.Key == "b9")!.Unit, "He knew the commander."))));
        Assert.Equal((ReadingState.Chosen, "b9"), (chosen.State, chosen.Unit?.Key));
        Assert.Contains(chosen.Incidents, i => i.Incident.Id == "i1");
        var none = Assert.Single(UnitReadings.Of(registers, file.After(new ChooseUnit("S1", null, "Another army."))));
        Assert.Equal((ReadingState.Chosen, null, 0), (none.State, none.Unit, none.Incidents.Count));
    }

    [Fact]
    public void Reading_IncidentOfTheCaseByName_IsTiedThroughTheRegister()
    {
        var byHand = new ReportIncident("h1", ["409th Motorised Rifle Brigade"], "village", Domain.People.PartialDate.Parse("2022-03"), Domain.People.PartialDate.Parse("2022-03"), "t", ["DEMO"]);
        var file = Registers.File(Registers.Service("00117", "2022-01", null)).After(byHand);

        Assert.Contains(Of(file).Incidents, i => (i.Incident.Id, i.Tie) == ("h1", UnitTie.UnitAbove));

        // Without any register the words themselves tie.
        var said = Registers.File(Registers.Service("", "2022-01", null, "409 омсбр")).After(byHand);
        var reading = Assert.Single(UnitReadings.Of(Registers.Read(units: null), said));
        Assert.Equal((ReadingState.NoRegister, UnitTie.SameName), (reading.State, Assert.Single(reading.Incidents, i => i.Incident.Id == "h1").Tie));
    }

    [Fact]
    public void Reading_IncidentReportedByHandUnderTheSameMark_KeepsItsMark()
    {
        var byHand = new ReportIncident("i1", ["00117"], "elsewhere", Domain.People.PartialDate.Parse("2022-03"), Domain.People.PartialDate.Parse("2022-03"), "t", ["DEMO"]);

        Assert.Equal(["i1", "i1/R", "i2"], Of(Registers.File(Registers.Service("00117", "2022-01", null)).After(byHand)).Incidents.Select(i => i.Incident.Id).Order(StringComparer.Ordinal));
    }

    private static ServiceReading Of(CaseFile file) => Assert.Single(UnitReadings.Of(Registers.Read(), file));
}
