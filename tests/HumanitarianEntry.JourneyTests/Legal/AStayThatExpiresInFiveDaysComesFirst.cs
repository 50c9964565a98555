using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Legal;

/// <summary>Three people wait. The screener writes down that one stay ends in five days, and the case goes to the top of her list and of counsel's; then counsel writes down a removal, and that one comes first.</summary>
public sealed class AStayThatExpiresInFiveDaysComesFirst
{
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Stay_EndsInFiveDays_ReordersTheQueuesOfScreenerAndCounsel()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (first, second, last) = (await CaseAsync(office), await CaseAsync(office), await CaseAsync(office));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var doors = new Doorkeeper(browsers, server.Address, office, axe, album);

        var screener = await doors.DeskOfAsync("screener", "screeners", last);
        await screener.LookAtTheWorklistAsync();
        Assert.Equal([first, second, last], await OrderAsync(screener));

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await screener.SendAsync("contact/stay", ("Country", "KZ"), ("Basis", "DEMO: visa-free days"), ("From", "2025-01"), ("Until", Day(today.AddDays(5))));
        await screener.LookAtTheWorklistAsync();
        Assert.Equal(last, (await OrderAsync(screener))[0]);
        Assert.Contains("The lawful stay ends in", await screener.Screen.TextAsync(), StringComparison.Ordinal);

        var counsel = await doors.DeskOfAsync("counsel", "counsel", second);
        await counsel.LookAtTheWorklistAsync();
        Assert.Equal(last, (await OrderAsync(counsel))[0]);

        await counsel.SendAsync(
            "law/removal", ("Kind", "Deportation"), ("Country", "KZ"), ("Authority", "DEMO court"), ("Status", "InForce"), ("EnforceableFrom", Day(today.AddDays(12))));
        Assert.Contains("A removal can be carried out in", await counsel.Screen.TextAsync(), StringComparison.Ordinal);
        await counsel.Screen.PhotographAsync("counsel.law");

        await screener.LookAtTheWorklistAsync();
        Assert.Equal([second, last, first], await OrderAsync(screener));
        var file = await office.FileAsync(await office.CaseIdAsync(second));
        Assert.Equal((Priority.Emergency, null), (file.Priority, file.Position.SidePath));
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task<string> CaseAsync(DemoOffice office)
    {
        var (caseId, reference) = await office.NewCaseAsync();
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["screener"].Id, Role.Screener, CaseLoader.TeamOf("demo-org", null)));
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["counsel"].Id, Role.Counsel, CaseLoader.TeamOf("demo-law", null)));
        return reference;
    }

    private static async Task<IReadOnlyList<string>> OrderAsync(StaffDesk desk) =>
        [.. (await desk.Screen.Page.Locator("main .queue > li > a > .reference").AllInnerTextsAsync()).Select(t => t.Trim())];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
