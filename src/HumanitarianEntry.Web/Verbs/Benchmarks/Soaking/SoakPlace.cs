using System.Globalization;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>An empty installation on which nodes run: folder, database, people, lists, and a relay that takes their mails.</summary>
internal sealed class SoakPlace : IAsyncDisposable
{
    private static readonly string[] AllFiles = ["not-recommended.yaml", "withdrawn-at-vetting.yaml", "reopened.yaml", "refused-by-embassy.yaml"];
    private readonly WebApplication parts;
    private readonly IReadOnlyList<CaseWalk> files;
    private readonly string folder;

    private SoakPlace(string folder, DatabaseProvider provider, IReadOnlyDictionary<string, string> settings, MailSink mails, WebApplication parts)
    {
        (this.folder, Provider, Settings, Mails, this.parts) = (folder, provider, settings, mails, parts);
        files = [.. AllFiles.Select(f => CaseWalk.Read(Path.Combine(AppContext.BaseDirectory, "cases", f)))];
        Clock = new SharedClock(SoakPlan.ClockIn(folder));
    }

    public DatabaseProvider Provider { get; }

    /// <summary>What every node gets as environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public MailSink Mails { get; }

    public SharedClock Clock { get; }

    public IServiceProvider Services => parts.Services;

    public CaseDatabase Cases => Services.GetRequiredService<CaseDatabase>();

    private IReadOnlyDictionary<string, Guid> Staff { get; set; } = new Dictionary<string, Guid>(StringComparer.Ordinal);

    /// <summary>The databases to run on: SQLite, and PostgreSQL when HE_BENCH_POSTGRES holds the connection string of an empty database.</summary>
    public static IEnumerable<(DatabaseProvider Provider, string? Connection)> Known()
    {
        yield return (DatabaseProvider.Sqlite, null);
        if (Environment.GetEnvironmentVariable("HE_BENCH_POSTGRES") is { Length: > 0 } connection)
        {
            yield return (DatabaseProvider.Postgres, new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 20 }.ConnectionString);
        }
    }

    public static async Task<SoakPlace> OpenAsync(DatabaseProvider provider, string? connection, Range mailHeldBack)
    {
        var made = Directory.CreateTempSubdirectory("he-soak-").FullName;
        var mails = new MailSink(mailHeldBack);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HE_Data__Folder"] = made, ["HE_Data__Provider"] = provider.ToString(),
            ["HE_Mail__Mode"] = "Smtp", ["HE_Mail__Host"] = "127.0.0.1", ["HE_Mail__Port"] = mails.Port.ToString(CultureInfo.InvariantCulture), ["HE_Mail__Encryption"] = "None", ["HE_Mail__ApplicantJitter"] = "00:00:00", ["HE_Mail__StaffPause"] = "00:00:00",
        };
        if (connection is not null)
        {
            (settings["HE_Data__ConnectionString"], settings["HE_Data__KeyStoreConnectionString"]) = (connection, connection);
        }

        var builder = Application.Compose([], settings.ToDictionary(s => s.Key[KnownSettings.Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), s => (string?)s.Value, StringComparer.Ordinal), background: false);
        builder.Logging.ClearProviders();
        builder.Services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider>(new SharedClock(SoakPlan.ClockIn(made)));
        var place = new SoakPlace(made, provider, settings, mails, builder.Build());
        await place.Services.OpenStorageAsync(migrate: true, CancellationToken.None);
        await place.FillAsync();
        return place;
    }

    /// <summary>Tells the nodes to come which walks there are.</summary>
    /// <param name="only">One case file for all walks; null: all files by turns.</param>
    public (SoakPlan Plan, IReadOnlyList<CaseWalk> Files) Plan(string prefix, string? only)
    {
        var plan = new SoakPlan(prefix, only is null ? AllFiles : [only], Staff);
        plan.Write(folder);
        return (plan, only is null ? files : [files[Array.IndexOf(AllFiles, only)]]);
    }

    public Task<RunningNode> StartNodeAsync(int? processor = null) => RunningNode.StartAsync(folder, Settings, processor);

    public async Task<IReadOnlyList<RunningNode>> StartNodesAsync(int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(_ => StartNodeAsync()));

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await Mails.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync()
    {
        await using (var db = Cases.CreateDbContext())
        {
            if (db.Cases.Any())
            {
                throw new InvalidOperationException("This database holds cases. A soak needs an empty one, and nothing was changed.");
            }
        }

        var staff = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var seats = new StaffSeats(Cases, Services.GetRequiredService<StaffNames>());
        foreach (var file in files)
        {
            foreach (var (name, id) in await file.SeatAsync(seats, CancellationToken.None))
            {
                staff[name] = id;
            }
        }

        Staff = staff;
        await CaseWalk.LoadListsAsync(files, Services.GetRequiredService<ListImport>(), DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), CancellationToken.None);
    }
}
