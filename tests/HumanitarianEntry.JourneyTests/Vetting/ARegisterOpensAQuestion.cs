using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Interviews;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Vetting;

/// <summary>An administrator loads both registers, one of them with a faulty row at first; the vetter sees the service in time, takes the incident over and holds it against the service: the exclusion question opens.</summary>
public sealed class ARegisterOpensAQuestion
{
    private const string Units = "key,number,names_ru,names_en,parents,garrison,latitude,longitude\nb16,00116,416-я мотострелковая бригада (DEMO),,,DEMO garrison,45.4,34.6\nn17,00117,417-й батальон связи (DEMO),,b16,DEMO town,45.2,34.1\n";
    private const string Incidents = "id,units,place,latitude,longitude,from,to,type,contested,sources\nd1,00116,DEMO village,46.5,33.5,2022-03-05,2022-03-12,DEMO shelling,no,DEMO newspaper\n";
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Registers_LoadedAndHeldAgainstAService_OpenAQuestionAndNoOutcome()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("served");
        await office.ActAsync("screener", caseId, new RecordService("DEMO army", "00117", "DEMO town", PartialDate.Parse("2022-01"), "private", "driver", ServiceBasis.Mobilised) { To = PartialDate.Parse("2022-08"), UnitName = "417-й батальон связи" });
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["vetter"].Id, Role.Vetter, CaseLoader.TeamOf("demo-org", "vetting-north")));
        var port = ServerProcess.FreePort();
        await using var server = await ServerProcess.StartAsync(office, port, mail: null);
        await using var browsers = await Browsers.StartAsync();
        var doors = new Doorkeeper(browsers, server.Address, office, axe, album);

        var admin = (await doors.DeskOfAsync("admin", "administrators", "")).Screen;
        var faulty = Units + "n18,18,418-й батальон (DEMO),,b16,,,\n";
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => LoadAsync(admin, office.Folder, "Units", faulty));
        Assert.Contains("Unreadable unit number", refused.Message, StringComparison.Ordinal);
        await LoadAsync(admin, office.Folder, "Units", Units);
        await admin.PhotographAsync("administrators.registers.import");
        await admin.PressAsync("Put in force");
        await LoadAsync(admin, office.Folder, "Incidents", Incidents);
        await admin.PressAsync("Put in force");

        var vetter = await doors.DeskOfAsync("vetter", "vetters", reference);
        await vetter.Screen.OpenAsync(vetter.At("units"));
        var text = await vetter.Screen.TextAsync();
        Assert.Contains("DEMO shelling", text, StringComparison.Ordinal);
        Assert.Contains("Not held yet", text, StringComparison.Ordinal);
        await vetter.Screen.PhotographAsync("vetters.units");
        await vetter.Screen.PressAsync("Take everything over and hold it against the service");

        var file = await office.FileAsync(caseId);
        Assert.Equal((OverlapResult.PresentProximateRole, UnitTie.UnitAbove), Assert.Single(file.Vetting.Overlaps.Values()) is var overlap ? (overlap.Result, overlap.Tie) : default);
        Assert.Equal(["d1"], VettingGate.OpenExclusionQuestions(file));
        Assert.Equal(FollowUps.Codes, FollowUps.Questions(file.Interview).Select(q => q.Code));
        Assert.Empty(file.Vetting.Decisions);
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task LoadAsync(Screen admin, string folder, string kind, string csv)
    {
        var file = Path.Combine(folder, kind + ".csv");
        await File.WriteAllTextAsync(file, csv);
        await admin.SendAsync(
            "/administrators/registers", ("File", file), ("Kind", kind), ("Publisher", "DEMO publisher"), ("Version", "1"), ("VersionDate", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
