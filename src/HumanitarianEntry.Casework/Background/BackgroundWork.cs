using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace HumanitarianEntry.Casework.Background;

/// <summary>
/// Quartz.NET decides which node wakes up; what is to be done stands in our own rows (design section 4). Clustered on SQL Server and PostgreSQL, single node on SQLite,
/// where its tables lie in a file of their own so that its heartbeats never wait for an act.
/// </summary>
public static class BackgroundWork
{
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services, StorageOptions storage, BackgroundPace? chosen = null)
    {
        var pace = chosen ?? new BackgroundPace();
        // In a cluster a job runs on whichever node comes first: a node that does none is well as long as nothing is left lying.
        services.AddSingleton(storage.Provider == DatabaseProvider.Sqlite ? new ExpectedWorkers([ExpectedWorkers.Outbox, ExpectedWorkers.Timers]) : new ExpectedWorkers([]) { OnAnyNode = true });
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "humanitarian-entry";
                scheduler.GenerateInstanceId = true;
            });
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                switch (storage.Provider)
                {
                    case DatabaseProvider.Sqlite:
                        store.UseSqlite(SqliteFactory.Instance, $"Data Source={storage.JobsFile}");
                        break;
                    case DatabaseProvider.SqlServer:
                        store.UseClustering();
                        store.UseSqlServer(SqlClientFactory.Instance, storage.ConnectionString);
                        break;
                    case DatabaseProvider.Postgres:
                        store.UseClustering();
                        store.UsePostgres(NpgsqlFactory.Instance, storage.ConnectionString);
                        break;
                }
            });
            quartz.ScheduleJob<OutboxJob>(trigger => trigger.WithIdentity(nameof(OutboxJob)).StartNow().WithSimpleSchedule(s => s.WithInterval(pace.Outbox).RepeatForever()), job => job.WithIdentity(nameof(OutboxJob)));
            quartz.ScheduleJob<RemindersJob>(trigger => trigger.WithIdentity(nameof(RemindersJob)).StartNow().WithSimpleSchedule(s => s.WithInterval(pace.Reminders).RepeatForever()), job => job.WithIdentity(nameof(RemindersJob)));
            quartz.ScheduleJob<ScreeningJob>(trigger => trigger.WithIdentity(nameof(ScreeningJob)).StartNow().WithSimpleSchedule(s => s.WithInterval(pace.Reminders).RepeatForever()), job => job.WithIdentity(nameof(ScreeningJob)));
            quartz.ScheduleJob<CustodyJob>(trigger => trigger.WithIdentity(nameof(CustodyJob)).StartNow().WithSimpleSchedule(s => s.WithInterval(pace.Reminders).RepeatForever()), job => job.WithIdentity(nameof(CustodyJob)));
            quartz.ScheduleJob<ProgrammesJob>(trigger => trigger.WithIdentity(nameof(ProgrammesJob)).StartNow().WithSimpleSchedule(s => s.WithInterval(pace.Timers).RepeatForever()), job => job.WithIdentity(nameof(ProgrammesJob)));
            quartz.ScheduleJob<TimersJob>(trigger => trigger.WithIdentity(nameof(TimersJob)).StartNow().WithSimpleSchedule(s => s.WithInterval(pace.Timers).RepeatForever()), job => job.WithIdentity(nameof(TimersJob)));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}

/// <summary>How often each kind of work is looked for.</summary>
public sealed record BackgroundPace
{
    public TimeSpan Outbox { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Timers { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan Reminders { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>Carries out what acts asked for outside their transaction.</summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(OutboxWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await worker.DrainAsync(cancellationToken);
}

/// <summary>Wakes runs whose clocks are due, and tells of gates whose time runs out.</summary>
[DisallowConcurrentExecution]
public sealed class TimersJob(TimerSweep sweep, MarkSweep marks, WorkerPulse pulse) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await sweep.RunAsync(cancellationToken);
        await marks.RunAsync(cancellationToken);
        pulse.Beat(ExpectedWorkers.Timers);
    }
}

/// <summary>Carries changes of the programmes to the cases they concern.</summary>
[DisallowConcurrentExecution]
public sealed class ProgrammesJob(ProgrammeSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.RunAsync(cancellationToken);
}

/// <summary>Brings every open case to the lists in force and proves it once a day; tells vetters what the registers of units and incidents newly say.</summary>
[DisallowConcurrentExecution]
public sealed class ScreeningJob(ScreeningProof proof, RegisterSweep registers) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await proof.RunAsync(cancellationToken);
        await registers.RunAsync(cancellationToken);
    }
}

/// <summary>Seals the day that has ended, has the seal stamped, and looks whether stored files are what they were.</summary>
[DisallowConcurrentExecution]
public sealed class CustodyJob(CustodyRound round) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await round.RunAsync(cancellationToken);
}

/// <summary>Reminds of lawful stays and travel papers that run out and of translations that are late, and clears away what killed uploads left.</summary>
[DisallowConcurrentExecution]
public sealed class RemindersJob(ReminderSweep sweep, TranslationSweep translations, SealedFileStore files, FilePieces pieces, TimeProvider time) : IJob
{
    private static readonly TimeSpan UploadsLast = TimeSpan.FromDays(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        files.SweepIncoming(time.GetUtcNow() - UploadsLast);
        await pieces.SweepAsync(time.GetUtcNow() - FilePieces.Waits, cancellationToken);
        await sweep.RunAsync(cancellationToken);
        await translations.RunAsync(cancellationToken);
    }
}
