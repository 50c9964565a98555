using System.Text;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.JourneyTests.Hosting;

/// <summary>
/// An installation of its own in a temporary folder, with staff accounts and screening lists, opened beside the running server to look at what is stored.
/// It never acts for a journey; the pages do.
/// </summary>
public sealed class DemoOffice : IAsyncDisposable
{
    /// <summary>The journey's applicant stands on it; everybody here is invented.</summary>
    private const string WantedCsv = """
        id,family,given,patronymic,birthDate,sex,articles
        w1,Щуренков,Артём,Юрьевич,1998-03-14,м,337 ч. 5
        w2,Мокрогузов,Остап,Прохорович,1971,м,158
        """;

    private const string SanctionsCsv = """
        id,name,birthDate,nationality
        s1,DEMOVICH Kazimir,1960,RU
        """;

    private readonly WebApplication parts;

    private DemoOffice(string folder, WebApplication parts) => (Folder, this.parts) = (folder, parts);

    public string Folder { get; }

    public IReadOnlyDictionary<string, Seat> Seats { get; private set; } = new Dictionary<string, Seat>(StringComparer.Ordinal);

    public IServiceProvider Services => parts.Services;

    public CaseDatabase Cases => Services.GetRequiredService<CaseDatabase>();

    /// <param name="place">A folder for it that does not exist yet; null: a temporary one.</param>
    public static async Task<DemoOffice> OpenAsync(string? place = null)
    {
        var folder = place ?? Directory.CreateTempSubdirectory("he-journey-").FullName;
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Data:Folder"] = folder,
            ["Data:Workflows"] = Path.Combine(Repository.Root, "workflows"),
            ["Data:Templates"] = Path.Combine(Repository.Root, "templates"),
            ["Mail:Mode"] = "Off",
        };

        // Named like the product, so that only the product's controllers are found.
        var builder = Application.Compose(["--applicationName", "HumanitarianEntry.Web", "--environment", "Production"], settings, background: false);
        builder.Logging.ClearProviders();
        var office = new DemoOffice(folder, builder.Build());
        await office.Services.OpenStorageAsync(migrate: true, CancellationToken.None);
        await office.HireAsync();
        await office.LoadListsAsync();
        return office;
    }

    public async Task<Guid> CaseIdAsync(string reference)
    {
        await using var db = Cases.CreateDbContext();
        return await db.Cases.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync();
    }

    /// <summary>The whole case as it is stored now, seen by nobody.</summary>
    public async Task<CaseFile> FileAsync(Guid caseId)
    {
        await using var db = Cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId);
        using var keys = await Services.GetRequiredService<CompartmentSealer>().OpenAsync(caseId, CancellationToken.None);
        return (await CaseLoader.LoadAsync(db, keys, row, null, CancellationToken.None)).File;
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task HireAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
        var hired = new Dictionary<string, Seat>(StringComparer.Ordinal);
        foreach (var person in DemoPeople.All)
        {
            var made = await accounts.CreateAsync(new NewStaffAccount(person.UserName, person.DisplayName, person.Mail!, person.Organisation, person.Team, [.. person.Roles.Select(Keys.Of)]), Seat.Password);
            hired[person.UserName] = made is { Id: { } id, AuthenticatorKey: { } key }
                ? new Seat(person) { Id = id, AuthenticatorKey = key }
                : throw new InvalidOperationException($"No account for {person.UserName}: {made.Problem}");
        }

        Seats = hired;
    }

    private async Task LoadListsAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await LoadAsync(new ListHeader("demo-wanted", "DEMO archive", "DEMO ministry", ListKind.PersecutorWanted, "1", today), WantedCsv);
        await LoadAsync(new ListHeader("demo-sanctions", "DEMO union", "DEMO union", ListKind.Sanctions, "1", today), SanctionsCsv);
    }

    /// <summary>Puts a list in force.</summary>
    public async Task LoadAsync(ListHeader header, string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var report = await Services.GetRequiredService<ListImport>().ImportAsync(content, ListFormats.Csv, header, Guid.Empty, new ListImportMode(), CancellationToken.None);
        if (report.Outcome != ListImportOutcome.InForce)
        {
            throw new InvalidOperationException($"{header.Key} is not in force: {string.Join(" ", report.Reasons)}");
        }
    }
}
