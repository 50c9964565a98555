using System.Security.Claims;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.WebTests.Shell;

/// <summary>The real host with two invented accounts and the practice controllers of this assembly, so that the shell can be tried before any case exists.</summary>
public class ShellHost : WebApplicationFactory<Program>
{
    public const string StaffName = "demo.screener";
    public const string SecondStaffName = "demo.screener.two";
    public const string StaffPassword = "demo password, invented";
    public const string StaffCode = "123456";
    public const string ApplicantReference = "DEMO-0001";
    public const string ApplicantCode = "00001111222233334444";

    public LogCapture Logs { get; } = new();

    public Practice Practice => Services.GetRequiredService<Practice>();

    protected virtual IEnumerable<(string Key, string Value)> Settings => [("SignInsPerMinute", "1000")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs));
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            services.AddSingleton<Practice>();
            services.AddScoped<IStaffSignIn, DemoDoor>();
            services.AddScoped<IApplicantSignIn, DemoDoor>();
            services.AddControllersWithViews().AddApplicationPart(typeof(ShellHost).Assembly);
        });
    }

    public Visitor NewVisitor()
    {
        var cookies = new CookieJar();
        return new(CreateDefaultClient(new Uri("https://localhost"), cookies), cookies);
    }

    private sealed class DemoDoor : IStaffSignIn, IApplicantSignIn
    {
        public Task<string> BeginAsync(string userName, string password, CancellationToken cancellationToken) =>
            Task.FromResult(userName.StartsWith("demo.", StringComparison.Ordinal) && password == StaffPassword ? userName : "");

        public Task<ClaimsPrincipal?> CompleteAsync(string note, string code, CancellationToken cancellationToken) =>
            Task.FromResult(note.Length > 0 && code == StaffCode ? Person(note, RoleOf(note)) : null);

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
