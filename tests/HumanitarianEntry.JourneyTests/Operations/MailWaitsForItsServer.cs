using System.Globalization;
using System.Net;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.TestKit.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Operations;

/// <summary>The mail server is away: mails wait with longer and longer pauses, the administrator sees since when and why, and one button sends them when it is back.</summary>
public sealed class MailWaitsForItsServer
{
    private const string Outbox = "/administrators/outbox";
    private const string Trouble = "Mail does not go out";

    [Fact]
    public async Task Mail_ServerAwayAndBack_WaitsIsShownAndLeaves()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        Assert.SkipWhen(SmtpServerProcess.Missing is not null, SmtpServerProcess.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var mailPort = ServerProcess.FreePort();
        await using var server = await ServerProcess.StartAsync(
            office, ServerProcess.FreePort(), mail: null, ("HE_Mail__Mode", "Smtp"), ("HE_Mail__Host", SmtpServerProcess.Host), ("HE_Mail__Encryption", "None"),
            ("HE_Mail__Port", mailPort.ToString(CultureInfo.InvariantCulture)), ("HE_Mail__ApplicantJitter", "00:00:00"), ("HE_Mail__StaffPause", "00:00:00"));
        using var admin = new Typist(server.Address);
        await admin.SignInAsync(office.Seats["admin"]);
        await admin.GetAsync(Outbox);
        Assert.DoesNotContain(Trouble, admin.LastPage, StringComparison.Ordinal);

        await office.NewCaseAsync();
        await UntilAsync(async () => (await MailsAsync(office)).Exists(m => m.Attempts == 1 && m.LastErrorCode == "cannot-connect"), "no mail failed");
        var waiting = (await MailsAsync(office)).Count;
        await UntilAsync(async () => (await MailsAsync(office)).TrueForAll(m => m.Attempts == 1), "not every mail was tried");

        // The pause is a minute at first: two rounds of the worker later nothing was tried again.
        await Task.Delay(TimeSpan.FromSeconds(12));
        Assert.All(await MailsAsync(office), m => Assert.Equal(1, m.Attempts));

        await admin.GetAsync(Outbox);
        Assert.Contains(Trouble, admin.LastPage, StringComparison.Ordinal);
        Assert.Contains("The mail server cannot be reached", admin.LastPage, StringComparison.Ordinal);
        Assert.Matches($@"Waiting</dt>\s*<dd[^>]*>\s*{waiting}\b", admin.LastPage);
        Assert.Matches(@"Since</dt>\s*<dd[^>]*>[^<]*UTC, a minute ago", admin.LastPage);
        Assert.Matches(@"Next try</dt>\s*<dd[^>]*>[^<]*UTC, in", admin.LastPage);
        Assert.DoesNotContain("@demo.invalid", admin.LastPage, StringComparison.Ordinal);
        await admin.GetAsync("/administrators");
        Assert.Contains(Trouble, admin.LastPage, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/health")).Status);

        await TryNowAsync(admin);
        await UntilAsync(async () => (await MailsAsync(office)).TrueForAll(m => m.Attempts == 2), "the button did nothing");
        Assert.All(await MailsAsync(office), m => Assert.True(m.DueAt > TimeProvider.System.GetUtcNow().AddSeconds(80), "the second pause is no longer than the first"));

        await using var mail = await SmtpServerProcess.StartAsync(new SmtpServerOptions { Port = mailPort, LifetimeSeconds = 300 });
        await TryNowAsync(admin);
        for (var received = 0; received < waiting; received++)
        {
            Assert.EndsWith("@demo.invalid", Assert.Single((await mail.NextMailAsync(TimeSpan.FromSeconds(60))).To), StringComparison.Ordinal);
        }

        await UntilAsync(async () => (await MailsAsync(office)).Count == 0, "the mails are not noted as sent");
        Assert.Equal(waiting, mail.Captured.Count);
        await admin.GetAsync("/administrators");
        Assert.DoesNotContain(Trouble, admin.LastPage, StringComparison.Ordinal);
        await admin.GetAsync(Outbox);
        Assert.DoesNotContain(Trouble, admin.LastPage, StringComparison.Ordinal);
    }

    private static async Task TryNowAsync(Typist admin)
    {
        await admin.GetAsync(Outbox);
        Assert.Equal(HttpStatusCode.Redirect, await admin.SendAsync(admin.FormOfLastPage(Outbox + "/mails/retry")));
    }

    private static async Task<List<(int Attempts, string? LastErrorCode, DateTimeOffset DueAt)>> MailsAsync(DemoOffice office)
    {
        await using var db = office.Cases.CreateDbContext();
        var rows = await db.Outbox.AsNoTracking().Where(o => o.DoneAt == null && (o.Kind == OutboxRows.MailToStaff || o.Kind == OutboxRows.MailToApplicant)).ToListAsync();
        return rows.ConvertAll(o => (o.Attempts, o.LastErrorCode, o.DueAt));
    }

    private static async Task UntilAsync(Func<Task<bool>> happened, string otherwise)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (!await happened())
        {
            Assert.True(TimeProvider.System.GetUtcNow() < until, otherwise);
            await Task.Delay(500);
        }
    }
}
