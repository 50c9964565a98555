using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Interviews;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Vetting;

/// <summary>An administrator puts a new version of a list in force, the server is killed at once, and the vetter of the one case that it touches has the hit before him all the same.</summary>
public sealed class AListReachesAnOpenCase
{
    private const string Table = "id,name,birthDate,nationality\ns1,DEMOVICH Kazimir,1960,RU\ns2,YUSHKETOV Eduard,1991,RU\n";
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task NewVersion_ServerKilledAfterItWasPutInForce_IsAnsweredByTheVetter()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("listed");
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["vetter"].Id, Role.Vetter, CaseLoader.TeamOf("demo-org", "vetting-north")));
        var file = Path.Combine(office.Folder, "list.csv");
        await File.WriteAllTextAsync(file, Table);
        var port = ServerProcess.FreePort();
        var server = await ServerProcess.StartAsync(office, port, mail: null);
        try
        {
            await using var browsers = await Browsers.StartAsync();
            var doors = new Doorkeeper(browsers, server.Address, office, axe, album);
            var admin = (await doors.DeskOfAsync("admin", "administrators", "")).Screen;
            await admin.SendAsync(
                "/administrators/screening-lists", ("File", file), ("Format", "csv"), ("Key", "demo-sanctions"), ("Kind", "Sanctions"), ("Publisher", "DEMO union"), ("AssertingAuthority", "DEMO union"), ("Version", "2"),
                ("VersionDate", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            Assert.Contains("1 added, 0 changed, 0 removed against version 1", await admin.TextAsync(), StringComparison.Ordinal);
            await admin.PhotographAsync("administrators.screening-lists.import");
            await admin.PressAsync("Put in force");
            await server.KillAsync();
            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(office, port, mail: null);

            var vetter = await doors.DeskOfAsync("vetter", "vetters", reference);
            await vetter.Screen.AwaitAsync(vetter.At(string.Empty), "YUSHKETOV Eduard", TimeSpan.FromSeconds(60));
            await vetter.Screen.OpenAsync(vetter.At("hits/h1"));
            await vetter.Screen.PhotographAsync("vetters.hit");
            await vetter.Screen.SendHereAsync(("Outcome", "NotSame"), ("NotSame", "OtherBirthPlace"), ("Reason", "DEMO: born in another place; the list gives the year only."));
            var vetting = (await office.FileAsync(caseId)).Vetting;
            Assert.Equal(HitStanding.NotSame, vetting.StandingOf(vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == "s2")));
            Assert.Empty(axe.All);
            Assert.Empty(album.WiderThanThePhone);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }
}
