using System.Globalization;
using System.Net;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>Talks on two clocks, the calendar and its file, and what happens when a person does not come.</summary>
public sealed class AppointmentPagesTests(ClockHost host) : IClassFixture<ClockHost>
{
    private static readonly TimeZoneInfo Almaty = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    [Fact]
    public async Task EveryPage_WrongPerson_StaysShut()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var url = $"/screeners/cases/{demo.Reference}/appointments";
        var talk = await ProposedAsync(demo);
        foreach (var (person, pages) in new[]
        {
            (host.Crew.Outsider, new[] { url, url + "/new" }), (host.Crew.Vetter, [url, url + "/new", "/screeners/calendar", "/screeners/calendar/file"]), (host.Crew.Custodian, [url, url + "/new", "/screeners/calendar", "/screeners/calendar/file"]),
            (host.Crew.Intake, [url + "/new", "/screeners/calendar", "/screeners/calendar/file"]),
        })
        {
            var visitor = await host.SignInAsync(person);
            foreach (var page in pages)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(page)).Status);
            }
        }

        // A form that was made elsewhere, by somebody who may read but not act, or who may not even read.
        foreach (var person in new[] { host.Crew.Intake, host.Crew.Outsider })
        {
            var visitor = await host.SignInAsync(person);
            var page = await visitor.GetAsync(person == host.Crew.Intake ? $"/screeners/cases/{demo.Reference}/contact/attempt" : "/screeners/inbox");
            var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
            foreach (var path in new[] { $"{url}/{talk}/cancellation", $"{url}/{talk}/attendance", url + "/new" })
            {
                var answer = await visitor.PostAsync(path, new() { ["__RequestVerificationToken"] = token, ["came"] = "true" });
                Assert.NotEqual(HttpStatusCode.Redirect, answer.Status);
            }
        }

        Assert.Equal(AppointmentState.Proposed, AppointmentBook.Open((await host.FileAsync(demo.Id)))!.State);
        Assert.Equal(HttpStatusCode.OK, (await (await host.SignInAsync(host.Crew.Intake)).GetAsync(url)).Status);
    }

    [Fact]
    public async Task Propose_ByClicking_IsShownOnBothClocksAndInHisLanguage()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(host.Crew.Screener);
        await screener.SubmitAsync(await screener.GetAsync("/screeners/calendar"), new() { ["zone"] = "Europe/Paris" });
        var url = $"/screeners/cases/{demo.Reference}/appointments";
        var form = await screener.GetAsync(url + "/new");
        Assert.Contains("Europe/Paris", form.Text, StringComparison.Ordinal);

        // 3:00 at night in Almaty: shown on both clocks, refused, nothing stored.
        var night = NextDay(7).AddHours(-2);
        var shown = await screener.SubmitAsync(form, Answers(night, "check"));
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("outside the safe hours", shown.Text, StringComparison.Ordinal);
        Assert.Contains("Almaty (UTC+05:00)", shown.Text, StringComparison.Ordinal);
        var refused = await screener.SubmitAsync(form, Answers(night));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("not known to be safe", refused.Text, StringComparison.Ordinal);

        // A time that suits both is a link that fills the form.
        var free = form.Document.QuerySelector("main li a[href*='at=']")!.GetAttribute("href")!;
        var filled = await screener.GetAsync(free);
        var date = (Day: Value(filled, "Form.On.Day"), Month: Value(filled, "Form.On.Month"), Year: Value(filled, "Form.On.Year"));
        var done = await screener.SubmitAsync(filled, new()
        {
            ["Form.Kind"] = "ExclusionInterview", ["Form.On.Day"] = date.Day, ["Form.On.Month"] = date.Month, ["Form.On.Year"] = date.Year, ["Form.At"] = Value(filled, "Form.At"), ["Form.Minutes"] = "60", ["Form.Channel"] = "Signal",
            ["Form.Language"] = "ru", ["Form.InterpreterCode"] = "INT-" + demo.Reference, ["Form.Words"] = "DEMO: have water ready",
        });
        Assert.True(done.Status == HttpStatusCode.Redirect, done.Document.QuerySelector(".error-summary")?.TextContent);
        var talk = AppointmentBook.Open((await host.FileAsync(demo.Id)))!;
        Assert.Equal(SafeTime.Inside, SafeHours.Judge(await host.FileAsync(demo.Id), ChannelKind.Signal, talk.Value.StartsAt, 60));

        var own = await host.SignInAsApplicantAsync(demo.Id);
        foreach (var page in new[] { "/applicants", "/applicants/appointments" })
        {
            var his = await own.GetAsync(page);
            Assert.Contains(TimeZoneInfo.ConvertTime(talk.Value.StartsAt, Almaty).ToString("HH:mm", CultureInfo.InvariantCulture) + " (UTC+05:00)", his.Text, StringComparison.Ordinal);
            Assert.Contains("DEMO: have water ready", his.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("xclusion", his.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("INT-", his.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Answer_ByTheApplicant_ReachesTheScreener()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await ProposedAsync(demo);
        var own = await host.SignInAsApplicantAsync(demo.Id);
        Assert.Equal("/applicants/appointments", (await own.GetAsync("/applicants")).Document.QuerySelector("main a.button")?.GetAttribute("href"));
        var none = await own.SubmitAsync(await own.GetAsync("/applicants/appointments"), []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        await own.SubmitAsync(await own.GetAsync("/applicants/appointments"), new() { ["Comes"] = "true" });
        Assert.Equal(AppointmentState.Confirmed, AppointmentBook.Open((await host.FileAsync(demo.Id)))!.State);
        await own.SubmitAsync(await own.GetAsync("/applicants/appointments"), new() { ["Comes"] = "false", ["Words"] = "DEMO не в четверг" });

        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.Contains("DEMO не в четверг", (await screener.GetAsync($"/screeners/cases/{demo.Reference}/appointments")).Text, StringComparison.Ordinal);
        Assert.Contains("asks for another time", (await screener.GetAsync("/screeners/inbox")).Text, StringComparison.Ordinal);

        // Another person's appointment cannot be answered by its mark.
        var other = await host.CaseAtAsync(Gate.Identity);
        var foreign = AppointmentBook.Open((await host.FileAsync(demo.Id)))!.Value.Id;
        Assert.Equal("appointment-not-open", Assert.IsType<ActResult.Refused>(await host.TryAsync(new Actor(other.Id, Role.Applicant, "applicant"), other.Id, new AnswerAppointment(foreign, true))).Blockers[0].Code);
    }

    [Fact]
    public async Task Propose_TimeOfAnotherCase_IsRefusedForScreenerAndInterpreter()
    {
        var (one, two) = (await host.CaseAtAsync(Gate.Identity), await host.CaseAtAsync(Gate.Identity));
        var second = DemoPerson.New("a", Role.Screener);
        await host.HireAsync(second);
        await host.ActAsync(host.Crew.Coordinator.Actor, two.Id, new AssignStaff(second.Id, Role.Screener, second.TeamName));
        var act = Talk(21) with { InterpreterCode = "INT-77", Language = "ru" };
        await host.ActAsync(host.Crew.Screener.Actor, one.Id, act);

        Assert.Equal(["you-are-booked"], Codes(await host.TryAsync(host.Crew.Screener.Actor, two.Id, act with { InterpreterCode = null, StartsAt = act.StartsAt.AddMinutes(45) })));
        Assert.Equal(["interpreter-is-booked"], Codes(await host.TryAsync(second.Actor, two.Id, act with { InterpreterCode = "int77" })));
        await host.ActAsync(second.Actor, two.Id, act with { StartsAt = act.StartsAt.AddHours(1) });

        // Called off, the time is free again.
        await host.ActAsync(host.Crew.Screener.Actor, one.Id, new CancelAppointment(AppointmentBook.Open((await host.FileAsync(one.Id)))!.Value.Id));
        var moved = AppointmentBook.Open((await host.FileAsync(two.Id)))!.Value.Id;
        await host.ActAsync(second.Actor, two.Id, act with { StartsAt = act.StartsAt.AddMinutes(30), Replaces = moved });
    }

    [Fact]
    public async Task CalendarFile_HoldsNoNameAndNoReference_AndTheSameMarkEachTime()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var id = await ProposedAsync(demo, 28);
        var screener = await host.SignInAsync(host.Crew.Screener);
        var file = await screener.Client.GetAsync("/screeners/calendar/file");
        var text = await file.Content.ReadAsStringAsync();
        Assert.Equal("text/calendar", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", file.Headers.CacheControl?.ToString());
        Assert.Contains($"UID:{id}", text, StringComparison.Ordinal);
        Assert.Equal(text, await (await screener.Client.GetAsync("/screeners/calendar/file")).Content.ReadAsStringAsync());
        foreach (var secret in new[] { demo.Reference, "DEMO", "Демо", "Signal", "nterview", "INT-", "isa", "sylum", host.Crew.Screener.Id.ToString() })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        var week = AppointmentBook.Open((await host.FileAsync(demo.Id)))!.Value.StartsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await screener.GetAsync("/screeners/calendar?week=" + week);
        Assert.Contains(demo.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("Almaty (UTC+05:00)", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await screener.GetAsync("/screeners/calendar?week=nonsense")).Status);
        Assert.Equal("/screeners/calendar", (await screener.SubmitAsync(page, new() { ["zone"] = "Nowhere/Land" })).Location);
    }

    [Fact]
    public async Task NoShow_TwoChannelsInVain_OpensAWelfareCheckAndLeavesTheCaseOpen()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var id = await ProposedAsync(demo, 35);
        var url = $"/screeners/cases/{demo.Reference}";
        var mails = await MailsToHimAsync(demo);
        host.Clock.PutTo(AppointmentBook.Open((await host.FileAsync(demo.Id)))!.Value.StartsAt.AddMinutes(5));
        var screener = await host.SignInAsync(host.Crew.Screener);
        var early = await screener.SubmitAsync(await screener.GetAsync(url + "/appointments"), new() { ["came"] = "false" }, form: "form[action$=attendance]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        host.Clock.PutTo(AppointmentBook.Open((await host.FileAsync(demo.Id)))!.Value.StartsAt.AddMinutes(16));
        screener = await host.SignInAsync(host.Crew.Screener);
        await screener.SubmitAsync(await screener.GetAsync(url + "/appointments"), new() { ["came"] = "false", ["note"] = "DEMO" }, form: $"form[action$='{id}/attendance']");

        Assert.Contains("Try to reach him", (await screener.GetAsync(url)).Text, StringComparison.Ordinal);
        foreach (var channel in new[] { "Signal", "SecureSpace" })
        {
            await screener.SubmitAsync(await screener.GetAsync(url + "/contact/attempt"), new() { ["Form.Channel"] = channel, ["Form.Answered"] = "False", ["Form.Note"] = "DEMO" });
        }

        Assert.Contains("Welfare check due", (await screener.GetAsync(url)).Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.NotNull((await db.Cases.SingleAsync(c => c.Id == demo.Id)).WelfareCheckDueAt);
        foreach (var (person, path) in new[] { (host.Crew.Protection, "/protection-officers"), (host.Crew.Coordinator, "/coordinators") })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Contains("Welfare check due", (await visitor.GetAsync(path)).Text, StringComparison.Ordinal);
            Assert.Contains("did not come and does not answer", (await visitor.GetAsync(path + "/inbox")).Text, StringComparison.Ordinal);
            Assert.Contains("Welfare check due", (await visitor.GetAsync($"{path}/cases/{demo.Reference}")).Text, StringComparison.Ordinal);
        }

        // He reads nothing of it, and nothing was sent to him.
        var own = await host.SignInAsApplicantAsync(demo.Id);
        Assert.Equal(mails, await MailsToHimAsync(demo));
        var his = await own.GetAsync("/applicants");
        Assert.DoesNotContain("did not come", his.Text, StringComparison.OrdinalIgnoreCase);
        Assert.False((await host.FileAsync(demo.Id)).Position.Finished);

        var protection = await host.SignInAsync(host.Crew.Protection);
        await protection.SubmitAsync(await protection.GetAsync($"/protection-officers/cases/{demo.Reference}/contact-attempt"), new() { ["Form.Channel"] = "ViaPerson", ["Form.Answered"] = "True", ["Form.WelfareCheck"] = "True", ["Form.Note"] = "DEMO" });
        await using var after = host.Cases.CreateDbContext();
        Assert.Null((await after.Cases.SingleAsync(c => c.Id == demo.Id)).WelfareCheckDueAt);
    }

    private async Task<int> MailsToHimAsync(DemoCase demo)
    {
        await using var db = host.Cases.CreateDbContext();
        return await db.Outbox.CountAsync(o => o.CaseId == demo.Id && o.Kind == "mail-to-applicant") + await db.InsideNotices.CountAsync(n => n.CaseId == demo.Id && n.Audience == "applicant");
    }

    private async Task<Guid> ProposedAsync(DemoCase demo, int days = 7)
    {
        for (var hours = 0; ; hours++)
        {
            var act = Talk(days + hours) with { Words = null };
            if (await host.TryAsync(host.Crew.Screener.Actor, demo.Id, act) is ActResult.Done)
            {
                return AppointmentBook.Open((await host.FileAsync(demo.Id)))!.Value.Id;
            }
        }
    }

    /// <summary>At 19:00 in Almaty; the plan says 18:00-21:00.</summary>
    private ProposeAppointment Talk(int days) => new(AppointmentKind.Interview, NextDay(days), 60, ChannelKind.Signal);

    private DateTimeOffset NextDay(int days) => new(host.Clock.GetUtcNow().UtcDateTime.Date.AddDays(days).AddHours(14), TimeSpan.Zero);

    private static Dictionary<string, string> Answers(DateTimeOffset at, string? button = null)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
        var answers = new Dictionary<string, string>
        {
            ["Form.Kind"] = "Interview", ["Form.On.Day"] = $"{local.Day}", ["Form.On.Month"] = $"{local.Month}", ["Form.On.Year"] = $"{local.Year}", ["Form.At"] = local.ToString("H.mm", CultureInfo.InvariantCulture), ["Form.Minutes"] = "60", ["Form.Channel"] = "Signal",
        };
        if (button is not null)
        {
            answers[button] = "true";
        }

        return answers;
    }

    private static string Value(Page page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value")!;

    private static IEnumerable<string> Codes(ActResult result) => Assert.IsType<ActResult.Refused>(result).Blockers.Select(b => b.Code);
}
