using System.Net;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Administrators.Mails;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Administrators;

public sealed class AdministrationPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Pages_OfAnAdministrator_NameNoCase()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var administrator = await AdministratorAsync();
        foreach (var path in new[] { "/administrators", "/administrators/programmes", "/administrators/screening-lists", "/administrators/outbox" })
        {
            var page = await administrator.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(demo.Reference, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(demo.Id.ToString(), page.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync("/administrators/outbox")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync("/administrators/mails")).Status);
    }

    [Fact]
    public async Task Outbox_FailedRow_IsDueNowAfterRetry()
    {
        var row = new OutboxRow { Id = Ids.New(), Kind = "mail-to-staff", Payload = "{}", CreatedAt = TimeProvider.System.GetUtcNow(), DueAt = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), Attempts = 3, LastErrorCode = "mailbox-unknown" };
        await using var db = host.Cases.CreateDbContext();
        db.Outbox.Add(row);
        await db.SaveChangesAsync();
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync("/administrators/outbox");
        Assert.Contains("Mailbox unknown", page.Text, StringComparison.Ordinal);

        await administrator.SubmitAsync(page, [], $"form[action$='{row.Id}/retry']");

        await using var after = host.Cases.CreateDbContext();
        Assert.True((await after.Outbox.SingleAsync(o => o.Id == row.Id)).DueAt <= TimeProvider.System.GetUtcNow());
    }

    [Theory]
    [InlineData("embassy-liaison")]
    [InlineData("administrator")]
    public async Task Account_RoleThatStandsAlone_IsNotMixed(string alone)
    {
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync("/administrators/accounts/new");
        var fields = new Dictionary<string, string> { ["UserName"] = "demo.mixed", ["DisplayName"] = "Demo Mixed", ["Organisation"] = "demo-org", ["Roles[0]"] = alone, ["Roles[1]"] = "screener" };
        var answer = await administrator.SubmitAsync(page, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("needs an account of its own", answer.Text, StringComparison.Ordinal);
        Assert.Equal("demo.mixed", answer.Document.QuerySelector("#UserName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Forms_SentEmpty_AreShownAgain()
    {
        var administrator = await AdministratorAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(await administrator.GetAsync("/administrators/accounts/new"), [])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.SubmitAsync(await administrator.GetAsync("/administrators/screening-lists"), [], "form[enctype]")).Status);
    }

    [Fact]
    public void DroppedMail_OfOurTransport_IsReadWithoutItsReceiver()
    {
        const string message = "Date: Mon, 05 Jan 2026 10:00:00 +0000\r\nTo: <secret@post.invalid>\r\nMessage-ID: <abc@post.invalid>\r\nSubject: =?UTF-8?B?TmV3cyAg?=\r\n\r\nVGhlcmUgaXMgbmV3\r\ncy4=\r\n";
        var mail = DroppedMail.Parse(message);
        Assert.Equal(("<abc@post.invalid>", "News", "There is news."), (mail.MessageId, mail.Subject, mail.Body));
        Assert.DoesNotContain("secret", mail.ToString(), StringComparison.Ordinal);
    }

    private async Task<Visitor> AdministratorAsync()
    {
        var person = DemoPerson.New("it", Role.Administrator);
        await host.HireAsync(person);
        return await host.SignInAsync(person);
    }
}
