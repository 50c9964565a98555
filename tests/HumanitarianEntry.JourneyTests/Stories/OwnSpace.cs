using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>An office, a running server and browsers for the short journeys around a person's own space.</summary>
internal sealed class OwnSpace : IAsyncDisposable
{
    private readonly ServerProcess server;
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    private OwnSpace(DemoOffice office, ServerProcess server, Browsers browsers)
    {
        (Office, this.server, Browsers) = (office, server, browsers);
        Doors = new Doorkeeper(browsers, server.Address, office, axe, album);
    }

    public DemoOffice Office { get; }

    public Browsers Browsers { get; }

    public Doorkeeper Doors { get; }

    public Uri Home => server.Address;

    public static async Task<OwnSpace> OpenAsync()
    {
        var office = await DemoOffice.OpenAsync();
        return new OwnSpace(office, await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null), await Browsers.StartAsync());
    }

    /// <summary>Somebody writes for the first time, on his phone.</summary>
    public async Task<ApplicantSpace> WriteAsync(string pseudonym)
    {
        var man = await ApplicantSpace.OpenAsync(Browsers, Home, axe, album);
        await man.WriteAsync(pseudonym, "ДЕМО: я отказался воевать.");
        return man;
    }

    /// <summary>A case (DEMO) whose person has allowed us to keep what he sends; put there by acts, without pages.</summary>
    public async Task<(Guid CaseId, string Reference, string Code)> ConsentedAsync()
    {
        var channel = new ContactChannel(ChannelKind.SecureSpace, string.Empty, "18:00-21:00", "Asia/Almaty", MayLeaveMessage: false);
        var opened = await Office.ActAsync("intake", null, new OpenCase("Демо", channel, "KZ", "ru", "DEMO: refused to go back to the war."));
        await Office.ActAsync("coordinator", opened.CaseId, new ClaimCase());
        await Office.ActAsync("intake", opened.CaseId, new DecideGate(Gate.Referral, "accept", "DEMO: in danger."));
        await Office.ActAsync("intake", opened.CaseId, new PlanSafeContact([channel], false, "code DEMO", "danger DEMO", "Nothing."));
        await Office.ActAsync("intake", opened.CaseId, new RecordConsent(ConsentPurpose.Store, ConsentStatus.Given, "1", "ru", ConsentMethod.Signed));
        return (opened.CaseId, opened.Reference, opened.AccessCode!);
    }

    /// <summary>A window with scripts in which this person is signed in.</summary>
    public async Task<Screen> EnterAsync(string reference, string code)
    {
        var screen = await Screen.OpenAsync(Browsers, Home, Viewport.Phone, axe, album, "ru-RU");
        await screen.SendAsync("/enter", ("Reference", reference), ("Code", code));
        return screen;
    }

    /// <summary>Where somebody lands who types this reference and code.</summary>
    public async Task<string> TryEnterAsync(string reference, string code)
    {
        var page = await Browsers.NewPageAsync(Viewport.Phone, "ru-RU", javaScript: true);
        await page.GotoAsync(new Uri(Home, "/enter").ToString());
        await page.Locator("[name=Reference]").FillAsync(reference);
        await page.Locator("[name=Code]").FillAsync(code);
        await page.Locator("main form button").First.ClickAsync();
        await page.Locator("main h1").WaitForAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>What axe and the width of a phone say of every page that was seen.</summary>
    public void AssertReadable()
    {
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    public async ValueTask DisposeAsync()
    {
        await Browsers.DisposeAsync();
        await server.DisposeAsync();
        await Office.DisposeAsync();
    }
}
