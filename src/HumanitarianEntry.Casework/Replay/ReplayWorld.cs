using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Notices.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>The real casework over a storage of its own, with a clock that the case file moves.</summary>
internal sealed class ReplayWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private IReadOnlyDictionary<string, Guid> staff = new Dictionary<string, Guid>(StringComparer.Ordinal);
    private Dictionary<Guid, string> keys = [];

    private ReplayWorld(ServiceProvider services, ReplayClock clock) => (this.services, Clock) = (services, clock);

    public ReplayClock Clock { get; }

    public IServiceProvider Services => services;

    public CaseDatabase Cases => services.GetRequiredService<CaseDatabase>();

    public static async Task<ReplayWorld> OpenAsync(ReplayCase file, ReplayOptions options, string folder, DateTimeOffset start, CancellationToken cancellationToken)
    {
        var clock = new ReplayClock(start);
        var parts = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddCasework(new CaseworkOptions
        {
            Storage = options.Storage ?? StorageOptions.InFolder(folder),
            WorkflowsPath = options.WorkflowsPath,
            TemplatesPath = options.TemplatesPath,
            Mail = options.DropMail
                ? new MailSettings { Mode = MailMode.Folder, Sender = "notice@demo.invalid", NeutralDomain = "demo.invalid", Folder = Path.Combine(folder, "mail") }
                : new MailSettings { Mode = MailMode.Off },
            ApplicantMailJitter = TimeSpan.Zero,
            FindsSamePerson = false,

            // A case file shows rules, not malware: its files are examined by everything but a scanner.
            Examinations = new ExaminationOptions { LetsUnscannedThrough = true },
        });
        options.Configure?.Invoke(parts);
        var world = new ReplayWorld(parts.BuildServiceProvider(), clock);
        try
        {
            await world.services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, cancellationToken);
            await world.SeatAsync(file, cancellationToken);
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public Guid StaffId(string key) => staff[key];

    /// <summary>The key that the case file has for an account.</summary>
    public string KeyOf(Guid id) => keys.GetValueOrDefault(id, id == SystemActor.Instance.Id ? "system" : "applicant");

    /// <summary>Moves the clock; what falls due on the way is done at its own moment.</summary>
    public async Task MoveToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (await NextDueAsync(instant, cancellationToken) is { } due)
        {
            Clock.MoveTo(due);
            await WorkAsync(cancellationToken);
        }

        Clock.MoveTo(instant);
        await WorkAsync(cancellationToken);
    }

    /// <summary>What background work does: clocks, reminders, outbox, until nothing is due.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        int done;
        do
        {
            done = await services.GetRequiredService<TimerSweep>().RunAsync(cancellationToken);
            done += await services.GetRequiredService<ProgrammeSweep>().RunAsync(cancellationToken);
            done += await services.GetRequiredService<MarkSweep>().RunAsync(cancellationToken);
            done += await services.GetRequiredService<ReminderSweep>().RunAsync(cancellationToken);
            done += await services.GetRequiredService<TranslationSweep>().RunAsync(cancellationToken);
            done += await services.GetRequiredService<OutboxWorker>().DrainAsync(cancellationToken);
        }
        while (done > 0);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>The next moment before the given one at which something happens by itself: a clock, a mail or retry, or the morning sweep.</summary>
    private async Task<DateTimeOffset?> NextDueAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var db = Cases.CreateDbContext();
        var now = Clock.GetUtcNow();
        var timer = await db.Timers.Where(t => t.FiredAt == null && t.DueAt > now && t.DueAt <= until).MinAsync(t => (DateTimeOffset?)t.DueAt, cancellationToken);
        var outbox = await db.Outbox.Where(o => o.DoneAt == null && o.DueAt > now && o.DueAt <= until).MinAsync(o => (DateTimeOffset?)o.DueAt, cancellationToken);
        var mark = await db.Waits.Where(w => w.NextMarkAt > now && w.NextMarkAt <= until).MinAsync(w => w.NextMarkAt, cancellationToken);
        var day = await db.Cases.Where(c => c.NextDayMarkAt > now && c.NextDayMarkAt <= until).MinAsync(c => c.NextDayMarkAt, cancellationToken);
        var morning = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(6);
        morning = morning > now ? morning : morning.AddDays(1);
        return new[] { timer, outbox, mark, day, morning < until ? morning : null }.Min();
    }

    /// <summary>Makes a change of the programmes: a stop by one person, everything else by two.</summary>
    /// <returns>Why it was refused; null when it is in force.</returns>
    public async Task<string?> ChangeAsync(ProgrammeChange change, CancellationToken cancellationToken)
    {
        const string reason = "As the case file says.";
        var changes = services.GetRequiredService<ProgrammeChanges>();
        var (one, two) = (Administrator(1), Administrator(2));
        var result = services.GetRequiredService<ProgrammeLibrary>().Current.IsStop(change)
            ? await changes.StopAsync(one, change, reason, cancellationToken)
            : await changes.ProposeAsync(one, change, reason, cancellationToken) is ChangeResult.Done { Id: var proposal } ? await changes.ConfirmAsync(two, proposal, cancellationToken) : new ChangeResult.Gone();
        return result is ChangeResult.Done ? null : result is ChangeResult.Refused refused ? refused.Why.ToString() : "it could not be proposed";

        static Actor Administrator(byte number) => new(new Guid(0x5e5e5e5e, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 1, number]), Role.Administrator, "administration");
    }

    private async Task SeatAsync(ReplayCase file, CancellationToken cancellationToken)
    {
        var seats = file.People.Values.Select(p => new StaffSeat(p.Key, $"{p.Key} (DEMO)", p.Roles, p.Organisation, p.Team, $"{p.Key}@demo.invalid")).ToList();
        staff = await new StaffSeats(Cases, services.GetRequiredService<Accounts.StaffNames>()).FillAsync(seats, null, cancellationToken);
        keys = staff.ToDictionary(s => s.Value, s => s.Key);
    }
}
