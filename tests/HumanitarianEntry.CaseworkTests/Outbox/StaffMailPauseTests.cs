using System.Security.Cryptography;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Acts;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Notices.Mail;
using HumanitarianEntry.Notices.Neutral;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Outbox;

/// <summary>A hundred things to tell are two mails, none of them is forgotten, and danger does not wait.</summary>
public sealed class StaffMailPauseTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private readonly MovedClock clock = new();

    [Theory, EveryDatabase]
    public async Task Drain_HundredRowsForOnePerson_SendsOneNowAndOneAfterThePause(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, clock);
        var worker = Worker(desk, Pause);
        await AskAsync(desk, desk.Coordinator.Id, 100);
        await AskAsync(desk, desk.Screener.Id, 1);
        await worker.DrainAsync(CancellationToken.None);
        Assert.Equal((1, 1), (MailsTo(desk, "coordinator"), MailsTo(desk, "screener")));
        Assert.Equal((99, 0), await OpenAsync(desk));

        clock.Move(Pause - TimeSpan.FromMinutes(1));
        await worker.DrainAsync(CancellationToken.None);
        Assert.Equal(1, MailsTo(desk, "coordinator"));
        clock.Move(TimeSpan.FromMinutes(2));
        await worker.DrainAsync(CancellationToken.None);
        Assert.Equal(2, MailsTo(desk, "coordinator"));
        Assert.Equal((0, 98), await OpenAsync(desk));

        // What comes later is told later: nothing is lost to an earlier mail.
        clock.Move(Pause);
        await AskAsync(desk, desk.Coordinator.Id, 1);
        await worker.DrainAsync(CancellationToken.None);
        Assert.Equal(3, MailsTo(desk, "coordinator"));
    }

    [Theory, EveryDatabase]
    public async Task Drain_UrgentRow_LeavesAtOnce(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, clock);
        var worker = Worker(desk, Pause);
        await AskAsync(desk, desk.Coordinator.Id, 2);
        await worker.DrainAsync(CancellationToken.None);
        await AskAsync(desk, desk.Coordinator.Id, 1, urgent: true);
        await worker.DrainAsync(CancellationToken.None);
        Assert.Equal(2, MailsTo(desk, "coordinator"));
    }

    [Theory, EveryDatabase]
    public async Task Drain_WithoutPause_SendsEveryRow(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, clock);
        await AskAsync(desk, desk.Coordinator.Id, 5);
        await Worker(desk, TimeSpan.Zero).DrainAsync(CancellationToken.None);
        Assert.Equal(5, MailsTo(desk, "coordinator"));
    }

    [Theory, EveryDatabase]
    public async Task Emergency_Opened_ItsMailsAreUrgentAndOthersAreNot(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, clock);
        var caseId = await desk.OpenCaseAsync();
        await desk.RunAsync(caseId, desk.Coordinator, new ClaimCase());
        Assert.All(await UrgencyAsync(desk), u => Assert.Null(u));
        await desk.RunAsync(caseId, desk.Coordinator, new OpenEmergency("detained", "DEMO: detained this morning."));
        Assert.Contains(true, await UrgencyAsync(desk));
    }

    private static OutboxWorker Worker(Desk desk, TimeSpan pause)
    {
        var services = desk.Store.Services;
        var time = services.GetRequiredService<TimeProvider>();
        var settings = new MailSettings { Mode = MailMode.Folder, Folder = FolderOf(desk), Sender = "office@demo.invalid", NeutralDomain = "demo.invalid" };
        Directory.CreateDirectory(FolderOf(desk));
        var consumer = new MailConsumer(desk.Store.Cases, desk.Store.Sealer, services.GetRequiredService<StaffNames>(), services.GetRequiredService<NoticeTexts>(), settings, settings.CreateTransport(time), new StaffMailPause(pause), time);
        return new OutboxWorker(desk.Store.Cases, [consumer], services.GetRequiredService<WorkerPulse>(), time, NullLogger<OutboxWorker>.Instance);
    }

    private static string FolderOf(Desk desk) => Path.Combine(desk.Store.Folder, "mails");

    private static int MailsTo(Desk desk, string name) => Directory.EnumerateFiles(FolderOf(desk)).Count(f => File.ReadAllText(f).Contains($"{name}@demo.invalid", StringComparison.Ordinal));

    private async Task AskAsync(Desk desk, Guid to, int count, bool urgent = false)
    {
        var now = clock.GetUtcNow();
        await using var db = desk.Store.Cases.CreateDbContext();
        db.Outbox.AddRange(Enumerable.Range(0, count).Select(_ => new OutboxRow
        {
            Id = Ids.New(), Kind = OutboxRows.MailToStaff, Payload = OutboxRows.Write(new OutboxPayload(Ids.New(), To: to, Locale: "en", Urgent: urgent ? true : null)), CreatedAt = now, DueAt = now,
            MessageId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>Rows that still wait, and rows that another mail has covered.</summary>
    private static async Task<(int Waiting, int Covered)> OpenAsync(Desk desk)
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        return (await db.Outbox.CountAsync(o => o.DoneAt == null), await db.Outbox.CountAsync(o => o.LastErrorCode == OutboxWorker.CoveredByAnother));
    }

    private static async Task<List<bool?>> UrgencyAsync(Desk desk)
    {
        await using var db = desk.Store.Cases.CreateDbContext();
        return (await db.Outbox.AsNoTracking().Where(o => o.Kind == OutboxRows.MailToStaff).ToListAsync()).ConvertAll(o => OutboxRows.Read(o.Payload).Urgent);
    }

    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

        public void Move(TimeSpan by) => ahead += by;
    }
}
