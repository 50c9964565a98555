using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using HumanitarianEntry.TestKit.Mail;
using HumanitarianEntry.TestKit.Scanners;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>
/// One whole case through the pages, from the first word to the closed case, each step by the person whose step it is, with a real server process and a real SMTP server.
/// Walked once; the tests of the story look at what it left behind. Everybody in it is invented (DEMO).
/// </summary>
public sealed partial class ArrivalWalk : IAsyncLifetime
{
    /// <summary>Where the applicant wants his neutral mails.</summary>
    public const string ApplicantMail = "strizh@demo.invalid";

    private readonly List<string> steps = [];
    private DemoOffice? office;
    private Browsers? browsers;
    private ServerProcess? server;
    private SmtpServerProcess? mail;
    private ClamdServer? scanner;

    /// <summary>Why the story cannot be told on this machine; null when it can.</summary>
    public static string? Missing => Browsers.Missing ?? SmtpServerProcess.Missing ?? ClamdServer.WhyNot;

    public AxeFindings Axe { get; } = new();

    public Album Album { get; } = new();

    /// <summary>What stopped the walk; null when it came to its end.</summary>
    public Exception? Stopped { get; private set; }

    /// <summary>The steps that were done, the last one being where it stopped.</summary>
    public IReadOnlyList<string> Steps => steps;

    public string LastStep => steps.Count == 0 ? "before the first step" : steps[^1];

    public DemoOffice Office => office ?? throw new InvalidOperationException("The walk has not begun.");

    public IReadOnlyList<CapturedMail> Mails => mail?.Captured ?? [];

    public ServerProcess Server => server ?? throw new InvalidOperationException("The walk has not begun.");

    public string Reference { get; private set; } = string.Empty;

    /// <summary>What the liaison downloaded.</summary>
    public byte[] Dossier { get; private set; } = [];

    /// <summary>What the applicant read on top of his page, in order.</summary>
    public List<string> ApplicantSaw { get; } = [];

    private ApplicantSpace Applicant { get; set; } = null!;

    private Doorkeeper Desks { get; set; } = null!;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        mail = await SmtpServerProcess.StartAsync(new SmtpServerOptions { LifetimeSeconds = 1800 });
        office = await DemoOffice.OpenAsync();
        scanner = await ClamdServer.StartAsync();
        server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail, ("HE_Clamd", scanner.Tcp));
        browsers = await Browsers.StartAsync();
        Pages = new PageReader(Axe);
        Desks = new Doorkeeper(browsers, server.Address, office, Axe, Album);
        Applicant = await ApplicantSpace.OpenAsync(browsers, server.Address, Axe, Album);
        try
        {
            await WalkAsync();
        }
        catch (Exception stopped)
        {
            // Told by the test of the walk, so that what was seen until then can be told too.
            Stopped = stopped;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in new IAsyncDisposable?[] { browsers, server, office, mail, scanner })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }

    private async Task WalkAsync()
    {
        await WriteForTheFirstTimeAsync();
        await TakeHimOnAsync();
        await AgreeOnSafeContactAsync();
        await EstablishWhoHeIsAsync();
        await HearHimAsync();
        await VetHimAsync();
        await WeighTheEvidenceAsync();
        await RecommendHimAsync();
        await MakeTheDossierAsync();
        await HandItOverAsync();
        await AnswerAndDecideAsync();
        await TravelAsync();
        await ReceiveHimAsync();
        steps.Add("The case is closed");
    }

    private void Step(string what) => steps.Add(what);

    private Task<StaffDesk> DeskAsync(string userName, string audience) => Desks.DeskOfAsync(userName, audience, Reference);

    private async Task LookAsApplicantAsync() => ApplicantSaw.Add(await Applicant.HeadingAsync());
}
