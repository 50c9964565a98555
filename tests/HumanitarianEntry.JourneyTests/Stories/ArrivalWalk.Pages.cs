using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Texts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>Before the case is closed, everybody opens every page that the program has for him: the list is the program's own list of routes.</summary>
public sealed partial class ArrivalWalk
{
    /// <summary>Who looks at the pages of an audience; the second one sees what the first may not.</summary>
    private static readonly (string Audience, string[] Users)[] Readers =
    [
        ("Screeners", ["screener", "intake"]), ("Vetters", ["vetter"]), ("Coordinators", ["coordinator"]), ("DossierOfficers", ["dossier"]), ("SubmissionOfficers", ["submission"]), ("Liaisons", ["liaison"]),
        ("Counsel", ["counsel"]), ("ProtectionOfficers", ["protection"]), ("ReceptionPartners", ["reception"]), ("Translators", ["translator"]), ("Administrators", ["admin"]), ("Auditors", ["auditor"]),
    ];

    public PageReader Pages { get; private set; } = null!;

    /// <summary>Pages of staff that nobody could open now, because the case is past them; named by the routes.</summary>
    public List<string> NotThere { get; } = [];

    /// <summary>Number of the translation that is under way.</summary>
    public string Job { get; private set; } = string.Empty;

    private async Task GiveAPictureToATranslatorAsync()
    {
        Step("A translator gets a picture and nothing else");
        var due = Today.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await (await DeskAsync("screener", ScreenerSteps.Audience)).SendAsync("translations/new?kind=Item&subject=E1", ("To", "en"), ("Translator", Office.Seats["translator"].Id.ToString()), ("DueOn", due));
        Job = TranslationRules.Of(await Office.FileAsync(await Office.CaseIdAsync(Reference)))[^1].Number;
        var translator = await DeskAsync("translator", "translators");
        await translator.Screen.OpenAsync($"/translators/jobs/{Job}");
        await translator.Screen.PressAsync("Take it");
        await translator.Screen.PhotographAsync("translators.picture");
    }

    private async Task LookAtEveryPageAsync()
    {
        await GiveAPictureToATranslatorAsync();
        Step("Everybody opens every page");
        var desks = new List<(string Audience, List<Microsoft.Playwright.IPage> Pages)>();
        foreach (var (audience, users) in Readers)
        {
            var pages = new List<Microsoft.Playwright.IPage>();
            foreach (var user in users)
            {
                pages.Add((await DeskAsync(user, audience)).Screen.Page);
            }

            desks.Add((audience, pages));
        }

        // Two at a time: each has a window of his own, and the machine has few hands.
        await Parallel.ForEachAsync(desks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (desk, _) =>
        {
            var left = RoutesOf(desk.Audience);
            foreach (var page in desk.Pages)
            {
                foreach (var route in left.ToList())
                {
                    var address = new Uri(Server.Address, Filled(route));
                    if (await Pages.LookAsync(page, address, "/" + route))
                    {
                        // Every third page in another language as well: that no words are missing is proven without a browser, and the whole check has thirty minutes.
                        if (left.Count % 3 == 0)
                        {
                            await Pages.LookInAnotherLanguageAsync(page, address, "/" + route, Languages.StaffCookieName, Languages.OfStaff, Languages.Staff);
                        }

                        left.Remove(route);
                    }
                }
            }

            lock (NotThere)
            {
                NotThere.AddRange(left);
            }
        });

        var own = await Screen.OpenAsync(browsers!, Server.Address, Viewport.Phone, Axe, Album, "ru-RU");
        await LookAsApplicantEverywhereAsync(own, "Public");

        await own.SendAsync("/enter", ("Reference", Reference), ("Code", Applicant.Code));
        await LookAsApplicantEverywhereAsync(own, "Applicants");
        await Album.WriteSheetAsync();
    }

    private async Task LookAsApplicantEverywhereAsync(Screen own, string audience)
    {
        foreach (var route in RoutesOf(audience))
        {
            var address = new Uri(Server.Address, Filled(route));
            if (await Pages.LookAsync(own.Page, address, "/" + route) && route != "sign-in")
            {
                await Pages.LookInAnotherLanguageAsync(own.Page, address, "/" + route, Languages.CookieName, Languages.All, Languages.Default);
            }
        }
    }

    /// <summary>Pages, not files, forwardings or what ends a session.</summary>
    private List<string> RoutesOf(string audience) =>
    [
        .. Office.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
            .Where(a => a.AudienceOf().Name == audience && a.ActionConstraints?.OfType<Microsoft.AspNetCore.Mvc.ActionConstraints.HttpMethodActionConstraint>().Any(m => m.HttpMethods.Contains("GET")) == true)
            .Select(a => a.AttributeRouteInfo!.Template!)
            .Where(r => !NoPage().IsMatch(r)).Distinct().Order(StringComparer.Ordinal),
    ];

    private string Filled(string route) => "/" + Hole().Replace(route, hole => hole.Groups["name"].Value switch
    {
        "reference" => Reference,
        "gate" when hole.Value.Contains("travel-safety", StringComparison.Ordinal) => "travel-safety",
        "gate" => OpenGate(route),
        "version" or "number" => "1",
        "purpose" => "submit",
        "label" => route.Contains("hits", StringComparison.Ordinal) ? "h1" : "e1",
        "job" => Job,
        "section" => "a",
        "day" => Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        "status" => "404",
        "programme" => "fr-ple-kz",
        "country" => "KZ",
        "sheet" => "medical",
        "from" => "fr-ple-kz-v1",
        "id" or "change" => Guid.Empty.ToString(),
        var unknown => throw new InvalidOperationException($"Say in ArrivalWalk.Pages what '{unknown}' of /{route} is."),
    });

    /// <summary>A gate that the readers of this audience may read about.</summary>
    private static string OpenGate(string route) => GateTable.For(route.Split('/')[0] switch
    {
        "screeners" => Gate.Evidence,
        "vetters" => Gate.Vetting,
        "dossier-officers" => Gate.Dossier,
        "submission-officers" => Gate.Submission,
        _ => Gate.Closure,
    }).Key;

    [GeneratedRegex(@"\{(?<name>[a-z]+)(:.*?(?=\}(/|$)))?\}(?=/|$)", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Hole();

    [GeneratedRegex(@"(^|/)(file|interview/questions|dossier/\{version:int\}|language/.*|leave|sign-in/code|wake|live|ready|health.*|openapi\.json)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex NoPage();
}
