using System.Text;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

/// <summary>The real lists of units and of persons listed for a unit, and an invented applicant who served in it. The lists are read from beside the repository and are no part of it.</summary>
public sealed class RealUnitListTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("51460", null)]
    [InlineData("", "64 омсбр")]
    [InlineData("", "64-я отдельная мотострелковая бригада")]
    [InlineData("", "64th Separate Motorised Rifle Brigade")]
    public async Task ApplicantOfThe64thBrigade_OpensInterviewQuestionsAndNoRejection(string number, string? name)
    {
        var (units, persons) = (Read("military_units/osintnav_forces.csv"), Read("eu_journal_sanctions/unit_level_persons.csv"));
        await using var store = await CaseworkStore.OpenAsync();
        Assert.Equal(RegisterOutcome.InForce, (await store.ImportAsync(RegisterKind.Units, RegisterOf(units))).Outcome);
        Assert.Equal(RegisterOutcome.InForce, (await store.ImportAsync(RegisterKind.Incidents, "id,units,place,from,to,type,contested,sources\ndemo-1,51460,DEMO village,2022-03-04,2022-03-30,DEMO incident,no,DEMO\n")).Outcome);
        await store.ImportAsync(DemoLists.Sanctions(), ListOf(persons));

        var demo = await DemoCase.ConsentedAsync(store);
        await demo.DoAsync(DemoCase.Screener, new RecordName(NameKind.Alias, Script.Cyrillic) { Family = "Мокрогузов", Given = "Осип", Source = "passport" });
        await demo.DoAsync(DemoCase.Screener, Registers.Service(number, "2021-11", "2022-09", name));
        await demo.DoAsync(DemoCase.Vetter, new RequestScreening());
        Assert.All(await demo.WorkAsync("screen-names"), row => Assert.True(row.Done, row.Code));
        var before = await demo.FileAsync();

        var picture = await store.Services.GetRequiredService<UnitDesk>().OfAsync(before, None);
        var reading = Assert.Single(picture.Readings);
        Assert.Equal((ReadingState.Sure, "51460"), (reading.State, reading.Unit?.Number));
        Assert.True(reading.Exposures.Count >= 30, $"{reading.Exposures.Count} listed persons of the brigade");
        Assert.All(reading.Exposures, e => Assert.Contains("64th", e.Names, StringComparison.Ordinal));
        await demo.DoAsync(DemoCase.Vetter, UnitDesk.Hold(picture, before, null, null));

        var after = await demo.FileAsync();
        Assert.Equal(OverlapResult.PresentProximateRole, Assert.Single(after.Vetting.Overlaps.Values()).Result);
        Assert.Equal(FollowUps.Codes, FollowUps.Questions(after.Interview).Select(q => q.Code));

        // The unit is listed, the person is not: no hit, no score, no decision, and the case stands where it stood.
        Assert.Empty(after.Vetting.LatestRun!.Value.Hits);
        Assert.Empty(after.Vetting.Decisions);
        Assert.Empty(after.Vetting.Exclusions);
        Assert.Equal((before.Position.State, false), (after.Position.State, after.Position.Finished));
        Assert.Equal(["demo-1"], VettingGate.OpenExclusionQuestions(after));
    }

    /// <summary>As a register: the rows have no keys of their own.</summary>
    private static string RegisterOf(string csv) =>
        Table("key,number,names_ru,names_en,garrison", csv, (row, i) => [$"u{i}", row["unit_number"], "", row["title"].Replace(';', ','), row["base"]]);

    private static string ListOf(string csv) => Table("id,name,reason", csv, (row, i) => [$"p{i}", row["name"], $"{row["position"]}. {row["reason"]}"]);

    private static string Table(string header, string csv, Func<TableRow, int, string[]> cells)
    {
        var rows = CsvTable.Read(csv).Where(r => r.Error is null).Select((row, i) => string.Join(',', cells(row, i).Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        return string.Join('\n', rows.Prepend(header));
    }

    private static string Read(string path)
    {
        for (var at = new DirectoryInfo(CaseworkStore.Root); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "data", "screening", path);
            if (File.Exists(file))
            {
                return File.ReadAllText(file, Encoding.UTF8);
            }
        }

        Assert.Skip($"{path} is not in ../shared/data/screening: not tested");
        return string.Empty;
    }
}
