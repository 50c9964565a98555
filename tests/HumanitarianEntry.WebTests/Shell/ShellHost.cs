using System.Security.Claims;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.WebTests.Shell;

/// <summary>The real host with two invented accounts and the practice controllers of this assembly, so that the shell can be tried before any case exists.</summary>
public class ShellHost : IAsyncDisposable, IDisposable
{
    public const string StaffName = "demo.screener";
    public const string SecondStaffName = "demo.screener.two";
    public const string StaffPassword = "demo password, invented";
    public const string StaffCode = "123456";
    public const string ApplicantReference = "DEMO-0001";
    public const string ApplicantCode = "00001111222233334444";
    private readonly Lazy<WebApplication> app;
    private readonly string folder = Directory.CreateTempSubdirectory("he-shell-").FullName;

    public ShellHost() => app = new Lazy<WebApplication>(Start);

    public LogCapture Logs { get; } = new();

    public IServiceProvider Services => app.Value.Services;

    public Practice Practice => Services.GetRequiredService<Practice>();

    protected virtual IEnumerable<(string Key, string Value)> Settings => [("SignInsPerMinute", "1000")];

    public Visitor NewVisitor()
    {
        var cookies = new CookieJar { InnerHandler = app.Value.GetTestServer().CreateHandler() };
        return new(new HttpClient(cookies) { BaseAddress = new Uri("https://localhost") }, cookies);
    }

    public async ValueTask DisposeAsync()
    {
        if (app.IsValueCreated)
            await app.Value.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public void Dispose()
    {
        if (app.IsValueCreated)
            ((IDisposable)app.Value).Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private WebApplication Start()
    {
        var settings = Settings.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        settings["Data:Folder"] = folder;
        var builder = Application.Compose([], settings, background: false);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(Logs);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton<Practice>();
        builder.Services.AddScoped<IStaffSignIn, DemoDoor>();
        builder.Services.AddScoped<IApplicantSignIn, DemoDoor>();
        builder.Services.AddScoped<ISessionRegister, DemoDoor>();
        // The people of these tests have no accounts, so nothing can be counted for them.
        builder.Services.RemoveAll<IInboxCount>();
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(ShellHost).Assembly);
        var built = builder.Build();
        built.UseShell();
        built.Start();
        return built;
    }

    private sealed class DemoDoor : IStaffSignIn, IApplicantSignIn, ISessionRegister
    {
        public Task<string> BeginAsync(string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult(userName.StartsWith("demo.", StringComparison.Ordinal) && password == StaffPassword ? userName : "");

        public Task<StaffProof> CompleteAsync(string note, string code, CancellationToken cancellationToken) =>
            Task.FromResult<StaffProof>(note.Length > 0 && code == StaffCode ? new StaffProof.Admitted(Person(note, RoleOf(note))) : new StaffProof.Refused());

        public Task<StaffProof> ChangePasswordAsync(string note, string password, CancellationToken cancellationToken) => Task.FromResult<StaffProof>(new StaffProof.Refused());

        public Task<ClaimsPrincipal> OpenAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => Task.FromResult(person);

        public Task<bool> IsLiveAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task EndAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<ClaimsPrincipal?> CheckAsync(string reference, string code, CancellationToken cancellationToken) =>
            Task.FromResult(reference == ApplicantReference && code == ApplicantCode ? Person(reference, "applicant") : null);

        // demo.screener, demo.screener.two, demo.embassy-liaison
        private static string RoleOf(string name) => name.Split('.')[1];

        private static ClaimsPrincipal Person(string id, string role) =>
            new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Role, role)], "demo", ClaimTypes.Name, ClaimTypes.Role));
    }
}

/// <summary>Counts what really happened.</summary>
public sealed class Practice
{
    private readonly List<string> acts = [];

    public IReadOnlyList<string> Acts => acts;

    public void Act(string what) => acts.Add(what);
}
