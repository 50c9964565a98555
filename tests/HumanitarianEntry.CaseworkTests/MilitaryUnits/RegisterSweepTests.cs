using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.MilitaryUnits;

/// <summary>A new version of a register reaches every open case whose service it newly touches, once.</summary>
public sealed class RegisterSweepTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Version_ThatTouchesAService_IsToldOnceAndAgainWhenItSaysSomethingElse()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var touched = await ServedAsync(store, "00117");
        var untouched = await ServedAsync(store, "00555");
        await store.LoadRegistersAsync();

        await DrainAsync(store);
        await store.Services.GetRequiredService<RegisterSweep>().RunAsync(None);
        Assert.Equal((1, 0), (await NewsAsync(store, touched.Id), await NewsAsync(store, untouched.Id)));

        // Another source of the same incident changes nothing that the vetter must know at once.
        await store.ImportAsync(RegisterKind.Incidents, Registers.Incidents.Replace("shelling,no,DEMO newspaper", "shelling,no,DEMO newspaper; DEMO radio", StringComparison.Ordinal), "2");
        await DrainAsync(store);
        Assert.Equal(1, await NewsAsync(store, touched.Id));

        await store.ImportAsync(RegisterKind.Incidents, Registers.Incidents.Replace("2022-03-12", "2022-03-14", StringComparison.Ordinal), "3");
        await DrainAsync(store);
        Assert.Equal((2, 0), (await NewsAsync(store, touched.Id), await NewsAsync(store, untouched.Id)));
    }

    [Fact]
    public async Task Round_KilledInTheMiddle_IsGoneOnWithAndTellsNothingTwice()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var people = new[] { await ServedAsync(store, "00117"), await ServedAsync(store, "00118"), await ServedAsync(store, "00109") };
        await store.LoadRegistersAsync();

        // The first was told and then the node was killed: the row of the round is still to be done.
        var news = RegisterSweep.NewsOf(Registers.Read(), await people[0].FileAsync());
        await people[0].DoAsync(Casework.Acts.SystemActor.Instance, new NoteIncidentNews(news));

        await DrainAsync(store);
        foreach (var person in people)
        {
            Assert.Equal(1, await NewsAsync(store, person.Id));
        }

        Assert.Equal(0, await store.Services.GetRequiredService<RegisterSweep>().RunAsync(None));
    }

    [Fact]
    public async Task Version_WithoutAnAssessedIncident_TakesNothingOutOfTheCase()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await ServedAsync(store, "00117");
        await store.LoadRegistersAsync();
        var file = await demo.FileAsync();
        await demo.DoAsync(DemoCase.Vetter, UnitDesk.Hold(await store.Services.GetRequiredService<UnitDesk>().OfAsync(file, None), file, null, null));
        var before = (await demo.FileAsync()).Vetting;

        await store.ImportAsync(RegisterKind.Incidents, "id,units,place,from,to,type,contested,sources\nother,00555,p,2022,2022,t,no,s\n", "2");
        await DrainAsync(store);

        var after = (await demo.FileAsync()).Vetting;
        Assert.Equal(before.Overlaps.Values().Select(o => (o.IncidentId, o.Result)), after.Overlaps.Values().Select(o => (o.IncidentId, o.Result)));
        Assert.Equal((true, before.Incidents.Count), (before.Overlaps.Count > 0, after.Incidents.Count));
    }

    private static async Task<DemoCase> ServedAsync(TestStore store, string unit)
    {
        var demo = await DemoCase.ConsentedAsync(store);
        await demo.DoAsync(DemoCase.Screener, new RecordName(NameKind.Alias, Script.Cyrillic) { Family = "Кукшеев", Given = "Осип", Source = "passport" });
        await demo.DoAsync(DemoCase.Screener, Registers.Service(unit, "2022-02", "2022-06"));
        return demo;
    }

    private static Task DrainAsync(TestStore store) => store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);

    private static async Task<int> NewsAsync(TestStore store, Guid caseId)
    {
        await using var db = store.Cases.CreateDbContext();
        return await db.InsideNotices.CountAsync(n => n.CaseId == caseId && n.Outcome == NoteIncidentNews.Topic && n.RecipientId == DemoCase.Vetter.Id, None);
    }
}
