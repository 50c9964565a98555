using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Reading;

namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>The applicant on an old phone: 320 pixels wide, scripts off, Russian.</summary>
public sealed class ApplicantSpace(Screen screen)
{
    public Screen Screen => screen;

    public string Reference { get; private set; } = string.Empty;

    /// <summary>Twenty digits, as they stand on the page.</summary>
    public string Code { get; private set; } = string.Empty;

    public static async Task<ApplicantSpace> OpenAsync(Browsers browsers, Uri home, AxeFindings axe, Album album) =>
        new(await Screen.OpenAsync(browsers, home, Viewport.Phone, axe, album, "ru-RU", javaScript: false));

    /// <summary>Writes for the first time and keeps reference and code, which are shown once.</summary>
    public async Task WriteAsync(string pseudonym, string reason)
    {
        await screen.OpenAsync("/");
        await screen.PhotographAsync("public.start");
        await screen.OpenAsync("/safety");
        await screen.OpenAsync("/write");
        await screen.PhotographAsync("public.write");
        await screen.SendHereAsync(
            ("Pseudonym", pseudonym), ("Language", "ru"), ("Country", "KZ"), ("StayUntil", "2027-12"), ("Detained", "no"), ("Papers", "internal-passport"), ("Reason", reason),
            ("Channel", "SecureSpace"), ("SafeHours", "19:00-22:00"));
        await screen.PressAsync(screen.Page.Locator("form[action='/write/send'] button"));
        await screen.PhotographAsync("public.write.sent");
        var figures = screen.Page.Locator("main .card .figure");
        Reference = (await figures.Nth(0).InnerTextAsync()).Trim();
        Code = (await figures.Nth(1).InnerTextAsync()).Trim();
    }

    public async Task EnterAsync()
    {
        await screen.SendAsync("/enter", ("Reference", Reference), ("Code", Code));
        await LookAsync();
    }

    /// <summary>The page that says where he stands.</summary>
    public async Task LookAsync()
    {
        await screen.OpenAsync("/applicants");
        await screen.PhotographAsync("applicants.status");
    }

    public async Task<string> HeadingAsync()
    {
        await LookAsync();
        return await screen.Page.Locator("main h1").InnerTextAsync();
    }

    public async Task AllowAsync(ConsentPurpose purpose)
    {
        await screen.OpenAsync("/applicants/permissions");
        await screen.PhotographAsync("applicants.permissions");
        await screen.SendAsync($"/applicants/permissions/{(int)purpose + 1}", ("Answer", "yes"));
    }

    public Task SayAsync(string words) => screen.SendAsync("/applicants/messages", ("Text", words));

    public async Task HandInAsync(string picture, string type, string title, string on, string about)
    {
        await screen.OpenAsync("/applicants/things/new");
        await screen.PhotographAsync("applicants.things.new");
        await screen.SendHereAsync(("Type", type), ("Title", title), ("On", on), ("About", about), ("File", Repository.DemoPicture(picture)));
    }

    public Task CheckInAsync(string where) => screen.SendAsync("/applicants/signal", ("Where", where));
}
