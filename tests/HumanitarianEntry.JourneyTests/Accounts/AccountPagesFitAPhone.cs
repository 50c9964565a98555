using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Accounts;

/// <summary>Every page of accounts and codes, walked through, read with axe and photographed on a telephone and a desk.</summary>
public sealed class AccountPagesFitAPhone
{
    private const string Password = "demo-only-heron-lantern-48";
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Pages_OfAccountsAndCodes_FitAndCanBeRead()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (administrator, newcomer) = (await HireAsync(office, "administrator", Password, Role.Administrator), await HireAsync(office, "newcomer", null, Role.Screener));
        var (caseId, reference) = await office.NewCaseAsync();
        await office.ActAsync("coordinator", caseId, new AssignStaff(office.Seats["screener"].Id, Role.Screener, CaseLoader.TeamOf("demo-org", null)));
        await office.ActAsync("intake", caseId, new DecideGate(Gate.Referral, "accept", "DEMO: danger is real."));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();

        await AdministerAsync(await SignInAsync(browsers, server.Address, administrator));
        await ChooseAPasswordAsync(browsers, server.Address, newcomer);
        var code = await GiveANewCodeAsync(browsers, server.Address, office, reference);
        await MakeASecondCodeAsync(browsers, server.Address, reference, code);

        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task AdministerAsync(Screen screen)
    {
        await screen.OpenAsync("/administrators");
        await screen.PhotographAsync("accounts.administrators");
        var row = screen.Page.Locator("tr", new() { HasText = "dossier" }).First;
        await screen.Page.GotoAsync(new Uri(new Uri(screen.Page.Url), await row.Locator("a[href$='/roles']").GetAttributeAsync("href") ?? "").ToString());
        await screen.PhotographAsync("accounts.administrators.roles");
        await screen.SendHereAsync(("Roles", "submission-officer"));
        await screen.PressAsync(screen.Page.Locator("tr", new() { HasText = "dossier" }).First.Locator("form[action$='/password'] button"));
        Assert.Equal("The password is new", await screen.Page.Locator("h1").InnerTextAsync());
        await screen.PhotographAsync("accounts.administrators.secrets");
        await screen.OpenAsync("/administrators/accounts/history");
        await screen.PhotographAsync("accounts.administrators.history");
    }

    private async Task ChooseAPasswordAsync(Browsers browsers, Uri home, (string Name, string Password, string Key) newcomer)
    {
        var screen = await SignInAsync(browsers, home, newcomer);
        await screen.PhotographAsync("accounts.first-password");
        await screen.SendHereAsync(("Password", Password), ("Again", Password));
        Assert.Equal("/screeners", screen.Path);
        await screen.OpenAsync("/account/password");
        await screen.PhotographAsync("accounts.password");
    }

    private async Task<string> GiveANewCodeAsync(Browsers browsers, Uri home, DemoOffice office, string reference)
    {
        var screener = await SignInAsync(browsers, home, Of(office.Seats["screener"]));
        await screener.OpenAsync($"/screeners/cases/{reference}/access-code");
        await screener.PhotographAsync("codes.propose");
        await screener.SendHereAsync(("Propose.Reason", "DEMO: the phone was taken."), ("Propose.KnownBy", "DEMO: code phrase and video call."));
        await screener.PhotographAsync("codes.proposed");
        var coordinator = await SignInAsync(browsers, home, Of(office.Seats["coordinator"]));
        await coordinator.OpenAsync($"/coordinators/cases/{reference}/access-code");
        await coordinator.PhotographAsync("codes.agree");
        await coordinator.SendHereAsync(("Issue.SureBy", "DEMO: called by the safe channel."));
        await coordinator.PhotographAsync("codes.new");
        return await coordinator.Page.Locator("main .figure").Nth(1).InnerTextAsync();
    }

    private async Task MakeASecondCodeAsync(Browsers browsers, Uri home, string reference, string code)
    {
        foreach (var language in new[] { "en-GB", "fr-FR", "ru-RU" })
        {
            var screen = await Screen.OpenAsync(browsers, home, Viewport.Phone, axe, album, language, javaScript: false);
            await screen.SendAsync("/enter", ("Reference", reference), ("Code", code));
            await screen.PhotographAsync($"codes.status.{language}");
            await screen.OpenAsync("/applicants/second-code");
            await screen.PhotographAsync($"codes.second.{language}");
            await screen.PressAsync(screen.Page.Locator("form[action='/applicants/second-code'] button"));
            await screen.PhotographAsync($"codes.second.made.{language}");
            var second = await screen.Page.Locator("main .figure").InnerTextAsync();
            var forced = await Screen.OpenAsync(browsers, home, Viewport.Phone, axe, album, language, javaScript: false);
            await forced.SendAsync("/enter", ("Reference", reference), ("Code", second));
            await forced.PhotographAsync($"codes.forced.{language}");
        }
    }

    private async Task<Screen> SignInAsync(Browsers browsers, Uri home, (string Name, string Password, string Key) person)
    {
        var screen = await Screen.OpenAsync(browsers, home, Viewport.Desktop, axe, album);
        await screen.SendAsync("/sign-in", ("UserName", person.Name), ("Password", person.Password));
        await screen.SendHereAsync(("Code", Totp.Now(person.Key, TimeProvider.System.GetUtcNow())));
        return screen;
    }

    private static (string Name, string Password, string Key) Of(Seat seat) => (seat.UserName, Seat.Password, seat.AuthenticatorKey);

    private static async Task<(string Name, string Password, string Key)> HireAsync(DemoOffice office, string name, string? password, Role role)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<StaffAccounts>().CreateAsync(new NewStaffAccount(name, "Demo Person (DEMO)", null, "demo-org", null, [Keys.Of(role)]), password);
        return (name, made.Password!, made.AuthenticatorKey!);
    }
}
