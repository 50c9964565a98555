using System.Net;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.TestKit.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Crashes;

/// <summary>The server is killed after the relay has taken a mail and before it is noted as sent: the mail goes out again, and the receiver can see that it is the same one.</summary>
public sealed class AMailIsRepeatedUnderItsOwnName
{
    [Fact]
    public async Task Mail_ServerKilledBetweenAcceptanceAndNote_IsSentAgainWithTheSameMessageId()
    {
        Assert.SkipUnless(File.Exists(Repository.Application), $"the application is not built at {Repository.Application}");
        Assert.SkipWhen(SmtpServerProcess.Missing is not null, SmtpServerProcess.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var port = ServerProcess.FreePort();
        string first;

        await using (var slow = await SmtpServerProcess.StartAsync(new SmtpServerOptions { Mode = "slow-answer", LifetimeSeconds = 600 }))
        await using (var server = await ServerProcess.StartAsync(office, port, slow))
        {
            using var intake = new Typist(server.Address);
            await intake.SignInAsync(office.Seats["intake"]);
            var path = $"/screeners/cases/{(await office.NewCaseAsync()).Reference}/gates/referral";
            Assert.Equal(HttpStatusCode.Redirect, await intake.SendAsync(await intake.ReadFormAsync(path, path, ("Form.Outcome", "accept"), ("Form.Reason", "DEMO: we take him on."))));

            // The relay reports the mail as taken and keeps its answer back for half a minute.
            first = MessageIdOf(await slow.NextMailAsync(TimeSpan.FromSeconds(60)));
            await server.KillAsync();
        }

        await LetTheLeaseRunOutAsync(office);
        await using var quick = await SmtpServerProcess.StartAsync(new SmtpServerOptions { LifetimeSeconds = 600 });
        await using var after = await ServerProcess.StartAsync(office, port, quick);
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(60);
        while (!quick.Captured.Any(m => MessageIdOf(m) == first) && TimeProvider.System.GetUtcNow() < until)
        {
            await Task.Delay(500);
        }

        Assert.Single(quick.Captured, m => MessageIdOf(m) == first);
    }

    /// <summary>What five minutes would do: the row that the killed server held is free again.</summary>
    private static async Task LetTheLeaseRunOutAsync(DemoOffice office)
    {
        await using var db = office.Cases.CreateDbContext();
        await db.Outbox.Where(o => o.LeasedUntil != null && o.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.LeasedUntil, TimeProvider.System.GetUtcNow().AddMinutes(-1)));
    }

    private static string MessageIdOf(CapturedMail mail) => mail.Headers.Single(h => h.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase));
}
