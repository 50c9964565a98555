using System.Globalization;
using HumanitarianEntry.Casework.Verbs;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Interviews;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Playwright;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Translations;

/// <summary>Ordered, taken on a telephone, typed with scripts and delivered without, sent back, delivered again, accepted by a second person, and quoted in the French dossier.</summary>
public sealed class ATranslationIsReadByTwo
{
    private const string Story = "ДЕМО: я отказался стрелять и ушёл из части.";
    private const string First = "DÉMO : j’ai refusé de tirer et je suis parti.";
    private const string Second = "DÉMO : j’ai refusé de tirer et j’ai quitté mon unité.";

    [Fact]
    public async Task Translation_FromTheOrderToTheDossier_OnATelephone()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (axe, album) = (new AxeFindings(), new Album());
        var (caseId, reference) = await office.CaseBeforeInterviewAsync("translation");
        await office.ActAsync("screener", caseId, new StartInterview(InterviewMode.Video, "ru"));
        await office.ActAsync("screener", caseId, new RecordStatement("ru", Story) { Signed = true });
        await office.ActAsync("screener", caseId, new RecordAnswers([new GivenAnswer("D1", "ДЕМО: рассказал сам.")]));
        await office.ActAsync("screener", caseId, new RecordReadBack(Confirmed: true));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var desks = new Doorkeeper(browsers, server.Address, office, axe, album);

        var screener = await desks.DeskOfAsync("screener", "screeners", reference);
        var due = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await screener.Screen.OpenAsync(screener.At("translations/new"));
        await screener.Screen.PhotographAsync("screeners.translations.sources");
        await screener.SendAsync("translations/new?kind=Statement&subject=1", ("To", "fr"), ("Translator", office.Seats["translator"].Id.ToString()), ("DueOn", due));
        var job = Assert.Single(TranslationRules.Of(await office.FileAsync(caseId))).Number;
        var url = $"/translators/jobs/{job}";

        // Another translator finds nothing; who has it finds the text when he has taken it.
        var other = (await desks.DeskOfAsync("translator2", "translators", reference)).Screen;
        var refused = await other.Page.APIRequest.GetAsync(new Uri(server.Address, url).ToString());
        Assert.Equal(404, refused.Status);

        var translator = (await desks.DeskOfAsync("translator", "translators", reference)).Screen;
        var phone = await OnATelephoneAsync(browsers, server.Address, translator, axe, album, javaScript: true);
        await phone.OpenAsync("/translators");
        await phone.PhotographAsync("translators.list");
        await phone.OpenAsync(url);
        Assert.DoesNotContain(Story, await phone.TextAsync(), StringComparison.Ordinal);
        await phone.PressAsync("Take it");
        Assert.Contains(Story, await phone.TextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(reference, await phone.TextAsync(), StringComparison.Ordinal);
        await phone.Page.Locator("[name='Form.Text']").FillAsync(First);
        await phone.Page.GetByText("Kept at").WaitForAsync();
        await phone.PhotographAsync("translators.job");

        var plain = await OnATelephoneAsync(browsers, server.Address, translator, axe, album, javaScript: false);
        await phone.Page.CloseAsync();
        await plain.OpenAsync(url);
        Assert.Equal(First, await plain.Page.Locator("[name='Form.Text']").InputValueAsync());
        await plain.SendHereAsync(("Qualification", "Sworn"), ("Certifies", "True"));

        await screener.Screen.OpenAsync(screener.At($"translations/{job}"));
        await screener.Screen.PhotographAsync("screeners.translations.reading");
        await screener.Screen.Page.Locator("[name='Reading.Remarks']").FillAsync("DEMO: he left his unit, not only the place.");
        await screener.Screen.PressAsync("Send it back");

        await plain.OpenAsync(url);
        Assert.Contains("he left his unit", await plain.TextAsync(), StringComparison.Ordinal);
        await plain.SendHereAsync(("Text", Second), ("Explained", "часть : unité militaire"), ("Certifies", "True"));
        await screener.Screen.OpenAsync(screener.At($"translations/{job}"));
        Assert.Contains("unité", await screener.Screen.Page.Locator("ins").Last.InnerTextAsync(), StringComparison.Ordinal);
        await screener.Screen.PhotographAsync("screeners.translations.difference");
        await screener.Screen.PressAsync("Accept it");
        await screener.Screen.PhotographAsync("screeners.translations");
        Assert.Equal(Second, TranslationRules.Find(await office.FileAsync(caseId), job)!.Accepted!.Text);
        await plain.OpenAsync("/translators");
        Assert.Contains("Accepted", await plain.TextAsync(), StringComparison.Ordinal);

        var pdf = Path.Combine(office.Folder, "draft.pdf");
        using var error = new StringWriter();
        Assert.Equal((0, string.Empty), (await RenderVerb.RunAsync(office.Services, [reference, "--out", pdf, "--language", "fr"], TextWriter.Null, error), error.ToString()));
        var text = await TextOfAsync(pdf);
        Assert.All(new[] { Story, "quitté mon unité", "traducteur assermenté", job, "Notes du traducteur" }, said => Assert.Contains(Squeezed(said), text, StringComparison.Ordinal));
        Assert.Empty(axe.All);
    }

    private static async Task<Screen> OnATelephoneAsync(Browsers browsers, Uri home, Screen signedIn, AxeFindings axe, Album album, bool javaScript)
    {
        var screen = await Screen.OpenAsync(browsers, home, Viewport.Phone, axe, album, javaScript: javaScript);
        await screen.Page.Context.AddCookiesAsync((await signedIn.Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, Secure = c.Secure, HttpOnly = c.HttpOnly }));
        return screen;
    }

    private static async Task<string> TextOfAsync(string pdf)
    {
        using var tool = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", [pdf, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        return Squeezed(text);
    }

    private static string Squeezed(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c != '\u00AD')]);
}
