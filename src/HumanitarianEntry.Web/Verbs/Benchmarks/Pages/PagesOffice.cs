using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Pages;

/// <summary>An installation with invented people and cases made by real acts: some of the screener who is measured, one of another, one that waits; the rest are copies of the last two and of an ended one.</summary>
/// <param name="folder">Where database, keys and files lie.</param>
internal sealed class PagesOffice(StorageOptions storage, string folder)
{
    public const string CaseFile = "not-recommended.yaml";
    public const string Status = "applicant's status";
    public const string Caseload = "screener's caseload";
    public const string Waiting = "cases without a screener";
    public const string Autosave = "autosave of an answer";

    private const string Organisation = "demo-org";
    private const string Password = "Bench-only-kite-4417-grey-lamp";

    /// <summary>Copies of the three originals have numbers of their own.</summary>
    private const int HeldNumbers = 20_000_000;
    private const int WaitingNumbers = 40_000_000;

    private readonly PagesVisitor screener = new();
    private readonly PagesVisitor person = new();
    private readonly CaseWalk walk = CaseWalk.Read(Path.Combine(AppContext.BaseDirectory, "cases", CaseFile));
    private string authenticatorKey = string.Empty;
    private string accessCode = string.Empty;
    private string ownReference = string.Empty;
    private (Guid Held, Guid Waiting) originals;
    private bool signedIn;

    public StorageOptions Storage => storage;

    public string BareReference => ownReference;

    /// <param name="ownCases">How many cases the measured screener holds.</param>
    public async Task OpenAsync(int ownCases)
    {
        await using var app = Compose();
        await app.Services.OpenStorageAsync(migrate: true, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        var (intake, coordinator, mine, other) = (await HireAsync(accounts, "intake", Role.IntakeOfficer), await HireAsync(accounts, "coordinator", Role.Coordinator), await HireAsync(accounts, "screener", Role.Screener), await HireAsync(accounts, "other", Role.Screener));
        authenticatorKey = mine.AuthenticatorKey!;
        var acts = app.Services.GetRequiredService<ActRunner>();
        for (var i = 0; i < ownCases; i++)
        {
            var made = await WalkAsync(acts, $"own{i}", intake, coordinator, mine, untilInterview: true);
            if (i == 0)
            {
                (ownReference, accessCode) = (made.Reference, made.AccessCode ?? throw new InvalidOperationException("The case has no access code."));
            }
        }

        originals = ((await WalkAsync(acts, "held", intake, coordinator, other, untilInterview: true)).CaseId, (await WalkAsync(acts, "waiting", intake, coordinator, other, untilInterview: false)).CaseId);
    }

    /// <summary>Copies until there are so many cases; of each hundred one waits for a screener and ten are held by another.</summary>
    public async Task FillAsync(int from, int to)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var (waits, held) = ((From: from / 100, Until: to / 100), (From: from / 10, Until: to / 10));
        await CaseCopies.AddAsync(storage, from + 1, to - (waits.Until - waits.From) - (held.Until - held.From));
        await CaseCopies.AddAsync(storage, HeldNumbers + held.From + 1, HeldNumbers + held.Until, originals.Held);
        await CaseCopies.AddAsync(storage, WaitingNumbers + waits.From + 1, WaitingNumbers + waits.Until, originals.Waiting);
    }

    public async Task<WebApplication> ServeAsync()
    {
        var app = Compose();
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        app.UseShell();
        await app.StartAsync();
        screener.Home = person.Home = BarePage.AddressOf(app);
        return app;
    }

    /// <summary>What is measured: name, one round trip, and the page's address where its bytes count.</summary>
    public async Task<IReadOnlyList<(string Name, Func<Task> Ask, string? Path)>> PagesAsync(WebApplication app, int size)
    {
        await SignInAsync(app);
        var guide = $"/screeners/cases/{ownReference}/interview/questions/b";
        var typed = PagesVisitor.FieldsOf(await screener.GetAsync(guide), guide);
        typed.Add(KeyValuePair.Create("Form.Answers[0].Value", $"Typed beside {size} cases (DEMO)."));
        return
        [
            (Status, () => person.GetAsync("/applicants"), "/applicants"),
            (Caseload, () => screener.GetAsync("/screeners"), "/screeners"),
            (Waiting, () => screener.GetAsync("/screeners?scope=unassigned"), null),
            (Autosave, () => AutosaveAsync(guide, typed), null),
        ];
    }

    /// <summary>The screener adds a film to a case that he holds, through the form of his page.</summary>
    public async Task SendEvidenceAsync(WebApplication app, Stream film)
    {
        await SignInAsync(app);
        var form = $"/screeners/cases/{ownReference}/evidence/new";
        using var sent = new MultipartFormDataContent();

        // The page says its token again behind the file, where a browser sends it too and nobody reads it.
        foreach (var (name, value) in PagesVisitor.FieldsOf(await screener.GetAsync(form), form, ("Form.Type", "PublicPost"), ("Form.Title", "Film (DEMO)"), ("Form.Origin", "bench (DEMO)")).DistinctBy(f => f.Key))
        {
            sent.Add(new StringContent(value), name);
        }

        using var content = new StreamContent(film, 64 * 1024);
        sent.Add(content, "File", "film.mp4");
        using var answer = await screener.PostAsync(form, sent);
        if (answer.StatusCode is not (System.Net.HttpStatusCode.Redirect or System.Net.HttpStatusCode.SeeOther))
        {
            throw new InvalidOperationException($"The film was answered with {(int)answer.StatusCode}.");
        }
    }

    public async Task<Guid> OwnCaseAsync(WebApplication app)
    {
        await using var db = app.Services.GetRequiredService<CaseDatabase>().CreateDbContext();
        return db.Cases.Where(c => c.Reference == ownReference).Select(c => c.Id).Single();
    }

    public async Task<PageWeight> WeighAsync(WebApplication app, string name, string path)
    {
        var visitor = name == Status ? person : screener;
        visitor.Home = BarePage.AddressOf(app);
        var html = await visitor.GetAsync(path);
        var (plain, files) = (Encoding.UTF8.GetByteCount(html), 0);
        foreach (var file in PagesVisitor.FilesOf(html))
        {
            files += Encoding.UTF8.GetByteCount(await visitor.GetAsync(file));
        }

        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(html));
        }

        return new PageWeight(plain, packed.Length, plain + files);
    }

    private async Task SignInAsync(WebApplication app)
    {
        if (signedIn)
        {
            return;
        }

        var code = await screener.SubmitAsync(await screener.GetAsync("/sign-in"), "/sign-in", ("UserName", "bench-screener"), ("Password", Password));
        await screener.SubmitAsync(code, "/sign-in/code", ("Code", Totp.Now(authenticatorKey, app.Services.GetRequiredService<TimeProvider>().GetUtcNow())));
        await person.SubmitAsync(await person.GetAsync("/enter"), "/enter", ("Reference", ownReference), ("Code", accessCode));
        signedIn = true;
    }

    private async Task AutosaveAsync(string guide, List<KeyValuePair<string, string>> typed)
    {
        using var kept = await screener.PostAsync(guide + "/draft", typed);
        if (kept.StatusCode != System.Net.HttpStatusCode.NoContent)
        {
            throw new InvalidOperationException($"The draft was answered with {(int)kept.StatusCode}.");
        }
    }

    private async Task<ActResult.Done> WalkAsync(ActRunner acts, string name, MadeStaffAccount intake, MadeStaffAccount coordinator, MadeStaffAccount screens, bool untilInterview)
    {
        var staff = new Dictionary<string, Guid>(StringComparer.Ordinal) { [$"{walk.Name}-intake"] = intake.Id!.Value, [$"{walk.Name}-coordinator"] = coordinator.Id!.Value, [$"{walk.Name}-screener"] = screens.Id!.Value };
        ActResult.Done? made = null;
        for (var step = 0; step < walk.Steps.Count; step++)
        {
            var request = walk.RequestFor($"bench-{name}", step, made?.CaseId ?? Guid.Empty, staff, TimeProvider.System.GetUtcNow());
            var done = await acts.RunAsync(request, CancellationToken.None) as ActResult.Done ?? throw new InvalidOperationException($"{walk.Steps[step].What} was not done.");
            made ??= done;
            if (!untilInterview || walk.Steps[step].What == "start-interview")
            {
                break;
            }
        }

        return made!;
    }

    private static async Task<MadeStaffAccount> HireAsync(StaffAccounts accounts, string name, Role role)
    {
        var made = await accounts.CreateAsync(new NewStaffAccount("bench-" + name, $"{name} (DEMO)", null, Organisation, null, [Keys.Of(role)]), Password);
        return made.Problem is { } problem ? throw new InvalidOperationException(problem) : made;
    }

    private WebApplication Compose()
    {
        var builder = Application.Compose(["--environment", "Production"], new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Data:Folder"] = folder,
            ["Data:Workflows"] = Path.Combine(AppContext.BaseDirectory, "workflows"),
            ["Data:Templates"] = Path.Combine(AppContext.BaseDirectory, "templates"),
            ["Mail:Mode"] = "Off",
        }, background: false);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
