using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Referrals;

/// <summary>Two organisations' systems refer the same man by keys of their own; two coordinators make it one case, and neither organisation learns anything.</summary>
public sealed class TwoOrganisationsReferOneMan
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Referrals_SameTelephoneWrittenInTwoWays_AreMadeOneCaseByTwoPeople()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var doors = new Doorkeeper(browsers, server.Address, office, axe, album);
        var administrator = (await doors.DeskOfAsync("admin", "administrators", "")).Screen;
        var (one, other) = (await KeyAsync(administrator, "Demo Help Desk"), await KeyAsync(administrator, "Demo Legal Aid"));
        await administrator.OpenAsync("/administrators/referral-tokens");
        await administrator.PhotographAsync("administrators.referral-tokens");

        Assert.Equal(await ReferAsync(server.Address, one, "A-1", "+7 (700) 000-45-67"), await ReferAsync(server.Address, one, "A-1", "+7 (700) 000-45-67"));
        await ReferAsync(server.Address, other, "17", "8 700 000 4567");
        var references = await ReferencesAsync(office);
        Assert.Equal(2, references.Count);

        var first = await doors.DeskOfAsync("coordinator", CoordinatorSteps.Audience, references[0]);
        await first.TakeTheCaseAsync(references[0]);
        var second = await doors.DeskOfAsync("coordinator2", CoordinatorSteps.Audience, references[1]);
        await second.TakeTheCaseAsync(references[1]);

        await first.Screen.AwaitAsync(first.At("same-person"), references[1], Patience);
        await first.Screen.PhotographAsync("coordinators.same-person");
        await first.Screen.Page.Locator("main textarea").First.FillAsync("He says that he wrote to both (DEMO).");
        await first.Screen.PressAsync("One person: propose to end this case");

        await second.Screen.AwaitAsync(second.At("same-person"), "shall end", Patience);
        await second.Screen.PhotographAsync("coordinators.same-person-asked");
        await second.Screen.Page.Locator("main textarea").First.FillAsync("I asked him on the safe channel (DEMO).");
        await second.Screen.PressAsync("It is one person: end the other case");

        await first.Screen.AwaitAsync(first.At("same-person"), "This case ended", Patience);
        await using var db = office.Cases.CreateDbContext();
        Assert.Equal(["duplicate", null], await db.Cases.OrderBy(c => c.OpenedAt).Select(c => c.Outcome).ToListAsync());
        Assert.Equal(2, await db.Acts.CountAsync(a => a.Kind == "note-likeness"));
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task<string> KeyAsync(Screen administrator, string organisation)
    {
        await administrator.SendAsync("/administrators/referral-tokens/new", ("Organisation", organisation), ("Programme", "fr-ple-kz"));
        return (await administrator.Page.Locator("main .reference").InnerTextAsync()).Trim();
    }

    /// <returns>What the organisation is told.</returns>
    private static async Task<string> ReferAsync(Uri home, string key, string number, string telephone)
    {
        using var client = new HttpClient { BaseAddress = home };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.PostAsJsonAsync("/api/referrals", new { number, pseudonym = "Сосна (DEMO)", country = "KZ", channel = "phone", handle = telephone, reason = "Отказался возвращаться в часть (DEMO)" });
        Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK, answer.StatusCode.ToString());
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<List<string>> ReferencesAsync(DemoOffice office)
    {
        await using var db = office.Cases.CreateDbContext();
        return await db.Cases.OrderBy(c => c.OpenedAt).Select(c => c.Reference).ToListAsync();
    }
}
