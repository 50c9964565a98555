using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Accounts;

/// <summary>A passkey in a real browser with a virtual authenticator: registered, used, refused where it must be.</summary>
public sealed class APasskeyOpensTheDesk
{
    [Fact]
    public async Task Passkey_RegisteredUsedAndRemoved_OpensOnlyWhileItIsThere()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var (axe, album) = (new AxeFindings(), new Album());
        var screen = await Screen.OpenAsync(browsers, server.Address, Viewport.Desktop, axe, album);
        var device = await VirtualAuthenticator.AddAsync(screen.Page, verifies: true);

        // Nobody has registered it: the wrong device first.
        await screen.OpenAsync("/sign-in");
        await screen.PhotographAsync("accounts.sign-in");
        await screen.Page.Locator("form[data-passkey] button").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("form[data-passkey] .error")).ToBeVisibleAsync();

        var seat = office.Seats["screener"];
        await screen.SendAsync("/sign-in", ("UserName", seat.UserName), ("Password", Seat.Password));
        await screen.SendHereAsync(("Code", seat.CodeAt(TimeProvider.System.GetUtcNow())));
        await RegisterAsync(screen, "wrong-password-at-all");
        await Assertions.Expect(screen.Page.Locator("form[data-passkey] .error")).ToContainTextAsync("not your password");
        await RegisterAsync(screen, Seat.Password);
        await screen.Page.WaitForURLAsync("**/account");
        await screen.PhotographAsync("accounts.own");
        Assert.Contains("DEMO key", await screen.TextAsync(), StringComparison.Ordinal);

        await screen.PressAsync(screen.Page.Locator("form[action='/sign-out/staff'] button"));
        await EnterAsync(screen);
        await screen.Page.WaitForURLAsync("**/screeners");
        await screen.OpenAsync("/account");
        Assert.Contains("Passkey", await screen.Page.Locator("td[data-label='Signed in with']").First.InnerTextAsync(), StringComparison.Ordinal);

        // A device that does not ask who holds it is no second factor.
        await device.SetVerifiesAsync(false);
        await screen.PressAsync(screen.Page.Locator("form[action='/sign-out/staff'] button"));
        await EnterAsync(screen);
        await Assertions.Expect(screen.Page.Locator("form[data-passkey] .error")).ToBeVisibleAsync();
        await device.SetVerifiesAsync(true);

        Assert.Contains("does not open an account here", await EnterThroughARelayAsync(screen, server.Address), StringComparison.Ordinal);

        await EnterAsync(screen);
        await screen.Page.WaitForURLAsync("**/screeners");
        await screen.OpenAsync("/account");
        await screen.PressAsync(screen.Page.Locator("form[action$='/remove'] button"));
        await screen.PressAsync(screen.Page.Locator("form[action='/sign-out/staff'] button"));
        await EnterAsync(screen);
        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Sign in");
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('.error-summary') || !document.querySelector('form[data-passkey] .error').hidden");

        Assert.Null(await office.Services.GetRequiredService<AuditVerifier>().VerifyAccountsAsync(CancellationToken.None));
        await using var db = office.Cases.CreateDbContext();
        Assert.Equal(["account-created", "account-passkey-added", "account-passkey-removed"], db.AccountAudit.Where(e => e.AccountId == seat.Id).OrderBy(e => e.Sequence).Select(e => e.Kind));
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task RegisterAsync(Screen screen, string password)
    {
        await screen.OpenAsync("/account/passkeys/new");
        await screen.PhotographAsync("accounts.passkey");
        await screen.Page.FillAsync("[name=Name]", "DEMO key");
        await screen.Page.FillAsync("[name=Current]", password);
        await screen.Page.Locator("form[data-passkey] button").ClickAsync();
    }

    private static async Task EnterAsync(Screen screen)
    {
        await screen.OpenAsync("/sign-in");
        await screen.Page.Locator("form[data-passkey] button").ClickAsync();
    }

    /// <summary>
    /// Signs in on a page that passes everything on from another address, as a thief's page would. The browser and the key take part, because the name is the same and only
    /// the port differs; the signature is good. Only the origin in the answer tells.
    /// </summary>
    private static async Task<string> EnterThroughARelayAsync(Screen screen, Uri home)
    {
        var relay = new Uri($"http://localhost:{ServerProcess.FreePort()}");
        await screen.Page.RouteAsync(relay + "**", async route =>
        {
            var there = new Uri(home, new Uri(route.Request.Url).PathAndQuery);
            await route.FulfillAsync(new RouteFulfillOptions { Response = await route.FetchAsync(new RouteFetchOptions { Url = there.ToString(), MaxRedirects = 0 }) });
        });
        await screen.Page.GotoAsync(new Uri(relay, "/sign-in").ToString());
        await screen.Page.Locator("form[data-passkey] button").ClickAsync();
        await screen.Page.WaitForURLAsync(new Uri(relay, "/sign-in/passkey").ToString());
        return await screen.Page.Locator(".error-summary").InnerTextAsync();
    }

    /// <summary>A security key that Chromium plays.</summary>
    private sealed class VirtualAuthenticator(ICDPSession session, string id)
    {
        public static async Task<VirtualAuthenticator> AddAsync(IPage page, bool verifies)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = verifies, ["automaticPresenceSimulation"] = true,
                },
            });
            return new VirtualAuthenticator(session, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public Task SetVerifiesAsync(bool verifies) =>
            session.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object>(StringComparer.Ordinal) { ["authenticatorId"] = id, ["isUserVerified"] = verifies });
    }
}
