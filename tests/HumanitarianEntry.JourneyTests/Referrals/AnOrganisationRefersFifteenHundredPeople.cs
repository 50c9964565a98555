using System.Text;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Referrals;

/// <summary>One day's table of 1,500 lines, 20 of them wrong, in a real browser; the server is killed while it takes them on.</summary>
public sealed class AnOrganisationRefersFifteenHundredPeople
{
    private const int Lines = 1_500;
    private const int Wrong = 20;
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Table_TwentyBadLinesAndAKilledServer_EverybodyElseIsTakenOnOnce()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var file = Path.Combine(office.Folder, "people.csv");
        await File.WriteAllTextAsync(file, Table(), Encoding.Unicode);
        var port = ServerProcess.FreePort();
        var server = await ServerProcess.StartAsync(office, port, mail: null);
        try
        {
            await using var browsers = await Browsers.StartAsync();
            var screen = (await new Doorkeeper(browsers, server.Address, office, axe, album).DeskOfAsync("intake", "screeners", "")).Screen;
            await screen.SendAsync("/screeners/referrals/table", ("file", file));
            Assert.Equal($"{Lines - Wrong} lines can be taken", await screen.Page.Locator("h1").InnerTextAsync());
            Assert.Equal(Wrong, await screen.Page.Locator("tbody tr").CountAsync());
            Assert.Equal(0, await CasesAsync(office));
            await screen.PhotographAsync("screeners.referrals.table-checked");

            var taking = screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Take on" }).ClickAsync();
            while (await CasesAsync(office) < 50)
            {
                await Task.Delay(50);
            }

            await server.KillAsync();
            await taking;
            await server.DisposeAsync();
            var there = await CasesAsync(office);
            Assert.InRange(there, 50, Lines - Wrong - 1);
            server = await ServerProcess.StartAsync(office, port, mail: null);

            // He does what one does: the same table once more.
            await screen.SendAsync("/screeners/referrals/table", ("file", file));
            await screen.PressAsync("Take on");
            Assert.Contains($"{there} lines had been taken on before", await screen.TextAsync(), StringComparison.Ordinal);
            await screen.PhotographAsync("screeners.referrals.table-taken");
            while (await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Go on" }).CountAsync() > 0)
            {
                await screen.PressAsync("Go on");
            }

            Assert.Equal(Lines - Wrong, await CasesAsync(office));
            await screen.OpenAsync("/screeners");
            Assert.Empty(axe.All);
            Assert.Empty(album.WiderThanThePhone);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static string Table()
    {
        var table = new StringBuilder("number;pseudonym;country;channel;handle;reason;in_detention\r\n");
        for (var line = 1; line <= Lines; line++)
        {
            var country = line % (Lines / Wrong) == 0 ? "Kazakhstan" : "KZ";
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"N-{line};Гость {line} (DEMO);{country};signal;@demo{line}.invalid;Отказался воевать (DEMO);{(line % 300 == 0 ? "yes" : "no")}\r\n");
        }

        return table.ToString();
    }

    private static async Task<int> CasesAsync(DemoOffice office)
    {
        await using var db = office.Cases.CreateDbContext();
        return await db.Cases.CountAsync();
    }
}
