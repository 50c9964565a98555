using System.Security.Claims;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.TestKit.Databases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.WebTests.Architecture;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>
/// The real host over real casework: a migrated SQLite database, keys and files of its own in a temporary folder. People sign in by <see cref="SignInAsync(DemoPerson)"/>
/// with the claims that the real sign-in writes; forms are fetched and posted with their real tokens (<see cref="Visitor"/>).
/// </summary>
public class CaseHost : IAsyncLifetime
{
    public const string Organisation = "demo-org";
    public const string ProgrammeId = "fr-ple-kz";
    private const string SignInPath = "/test-sign-in";
    private TestStore? store;
    private WebApplication? app;

    public LogCapture Logs { get; } = new();

    /// <summary>One person for each role, known to the database.</summary>
    public Crew Crew { get; } = new();

    public IServiceProvider Services => App.Services;

    public CaseDatabase Cases => Services.GetRequiredService<CaseDatabase>();

    private WebApplication App => app ?? throw new InvalidOperationException("Await InitializeAsync first; xunit does so for fixtures.");

    /// <summary>More settings than those that every test host has.</summary>
    protected virtual IEnumerable<(string Key, string Value)> Settings => [];

    /// <summary>Replaces parts of the host before it is built.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        store = await TestStore.OpenAsync();
        app = Compose(store);
        await app.Services.OpenStorageAsync(migrate: false, CancellationToken.None);
        // Not by Map: that would move the path into the base path, and the cookie would be good for this path only.
        app.MapWhen(context => context.Request.Path == SignInPath, branch => branch.Run(OpenSessionAsync));
        app.UseShell();
        await app.StartAsync();
        foreach (var person in Crew.All)
        {
            await HireAsync(person);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        if (store is not null)
        {
            await store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Gives an invented person an account with the roles.</summary>
    public async Task HireAsync(DemoPerson person)
    {
        await using var db = Cases.CreateDbContext();
        db.Users.Add(new StaffAccount { Id = person.Id, UserName = $"demo.{person.Id:N}", OrganisationId = person.Organisation, Team = person.Team });
        foreach (var key in person.Roles.Select(Keys.Of))
        {
            var role = await db.Roles.SingleOrDefaultAsync(r => r.Name == key);
            if (role is null)
            {
                role = new StaffRole { Id = Ids.New(), Name = key, NormalizedName = key.ToUpperInvariant() };
                db.Roles.Add(role);
                await db.SaveChangesAsync();
            }

            db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = role.Id });
        }

        await db.SaveChangesAsync();
    }

    public Visitor NewVisitor()
    {
        var cookies = new CookieJar { InnerHandler = App.GetTestServer().CreateHandler() };
        return new(new HttpClient(cookies) { BaseAddress = new Uri("https://localhost") }, cookies);
    }

    /// <summary>A browser in which this person is signed in, by the door of the roles.</summary>
    public Task<Visitor> SignInAsync(DemoPerson person) =>
        SignInAsync(person.Roles.Contains(Role.EmbassyLiaison) ? Door.Liaison : Door.Staff, Claims(person.Id, person.Roles).Append(new(Person.OrganisationClaim, person.Organisation)).Append(new(Person.TeamClaim, person.TeamName)));

    /// <summary>A browser in which the applicant of this case is signed in.</summary>
    public Task<Visitor> SignInAsApplicantAsync(Guid caseId) => SignInAsync(Door.Applicant, Claims(caseId, [Role.Applicant]));

    /// <summary>A browser with a session of exactly these claims.</summary>
    public async Task<Visitor> SignInAsync(Door door, IEnumerable<Claim> claims)
    {
        var visitor = NewVisitor();
        var fields = claims.Select(c => KeyValuePair.Create(c.Type, c.Value)).Prepend(KeyValuePair.Create("door", door.ToString()));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await visitor.Client.PostAsync(SignInPath, content);
        answer.EnsureSuccessStatusCode();
        return visitor;
    }

    /// <summary>Carries out an act on a case.</summary>
    public Task<ActResult> TryAsync(Actor actor, Guid? caseId, Act act) => Services.GetRequiredService<ActRunner>().RunAsync(
        new ActRequest { CaseId = caseId, Actor = actor, Act = act, Key = Ids.New().ToString("N"), ProgrammeId = caseId is null ? ProgrammeId : null, OwningOrg = caseId is null ? Organisation : null }, CancellationToken.None);

    /// <summary>Carries out an act that must succeed.</summary>
    public async Task<ActResult.Done> ActAsync(Actor actor, Guid? caseId, Act act) => await TryAsync(actor, caseId, act) switch
    {
        ActResult.Done done => done,
        ActResult.Refused refused => throw new InvalidOperationException($"{act.GetType().Name} was refused: {string.Join(" ", refused.Blockers.Select(b => b.Message))}"),
        var other => throw new InvalidOperationException($"{act.GetType().Name} ended as {other.GetType().Name}."),
    };

    /// <summary>The whole case as it is stored now, seen by nobody.</summary>
    public async Task<CaseFile> FileAsync(Guid caseId)
    {
        await using var db = Cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        using var keys = await Services.GetRequiredService<CompartmentSealer>().OpenAsync(caseId, CancellationToken.None);
        return (await CaseLoader.LoadAsync(db, keys, row, null, CancellationToken.None)).File;
    }

    private WebApplication Compose(TestStore storage)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Data:Folder"] = storage.Folder,
            ["Data:Workflows"] = Path.Combine(Repository.Root, "workflows"),
            ["Data:Templates"] = Path.Combine(Repository.Root, "templates"),
            ["Mail:Mode"] = "Off",
            ["SignInsPerMinute"] = "1000",
        };
        foreach (var (key, value) in Settings)
        {
            settings[key] = value;
        }

        // Named like the product, so that only the product's controllers are found.
        var builder = Application.Compose(["--applicationName", "HumanitarianEntry.Web", "--environment", "Production"], settings, background: false);
        builder.WebHost.UseTestServer();
        Replace(builder.Services);
        builder.Logging.ClearProviders().AddProvider(Logs);
        return builder.Build();
    }

    private static IEnumerable<Claim> Claims(Guid id, IEnumerable<Role> roles) => roles.Select(r => new Claim(ClaimTypes.Role, Keys.Of(r))).Prepend(new(ClaimTypes.NameIdentifier, id.ToString()));

    // Opens a real session with the claims it is posted; exists in this assembly only.
    private static async Task OpenSessionAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var claims = form.Where(f => f.Key != "door").SelectMany(f => f.Value.Select(v => new Claim(f.Key, v!)));
        var person = new ClaimsPrincipal(new ClaimsIdentity(claims, "test", ClaimTypes.Name, ClaimTypes.Role));
        await context.RequestServices.GetRequiredService<Sessions>().OpenAsync(context, Enum.Parse<Door>(form["door"]!), person);
    }
}
