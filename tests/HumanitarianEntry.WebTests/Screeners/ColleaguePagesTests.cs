using System.Net;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>Hand-over, absence, conflict of interest: who may what, and that a case is never lost between two people.</summary>
public sealed class ColleaguePagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task EveryPage_WrongPerson_StaysShut()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        foreach (var person in new[] { host.Crew.Outsider, host.Crew.Vetter, host.Crew.Intake, host.Crew.Custodian })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/screeners/cases/{demo.Reference}/hand-over")).Status);
            Assert.Equal(person.Roles.Contains(Role.Screener) ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await visitor.GetAsync("/screeners/colleagues")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Outsider)).GetAsync($"/screeners/cases/{demo.Reference}/conflict")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync($"/screeners/cases/{demo.Reference}/conflict")).Status);
    }

    [Fact]
    public async Task HandOver_AskedAndAccepted_NeitherTwoNorNoneHaveTheCase()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var colleague = await NewScreenerAsync();
        var url = "/screeners/cases/" + demo.Reference;
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync(url + "/hand-over");
        var refused = await screener.SubmitAsync(form, new() { ["Form.To"] = host.Crew.Vetter.Id.ToString() });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await screener.SubmitAsync(form, new() { ["Form.To"] = colleague.Id.ToString(), ["Form.Note"] = "DEMO: he prefers mornings" })).Status);

        // Asked is not given: the colleague sees a line, and nothing of the case.
        var other = await host.SignInAsync(colleague);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).Status);
        Assert.Equal(HttpStatusCode.OK, (await screener.GetAsync(url)).Status);
        Assert.Contains("asks you to take", (await other.GetAsync("/screeners")).Text, StringComparison.Ordinal);
        var page = await other.GetAsync("/screeners/colleagues");
        Assert.Contains(demo.Reference, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mornings", page.Text, StringComparison.Ordinal);

        // Somebody else cannot answer for him.
        var outsider = await host.SignInAsync(host.Crew.Outsider);
        var token = (await outsider.GetAsync("/screeners/colleagues")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var id = HandOvers.Waiting(await host.FileAsync(demo.Id))!.Value.Id;
        Assert.Equal(HttpStatusCode.NotFound, (await outsider.PostAsync("/screeners/colleagues/hand-overs", new() { ["__RequestVerificationToken"] = token, ["id"] = id.ToString(), ["accepts"] = "true" })).Status);

        var taken = await other.SubmitAsync(page, new() { ["accepts"] = "true" }, form: $"form:has(input[value='{id}'])");
        Assert.Equal(url, taken.Location);
        Assert.Contains("mornings", (await other.GetAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync(url)).Status);
        Assert.Contains("accepted", (await screener.GetAsync("/screeners/colleagues")).Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.Single(await db.Assignments.Where(a => a.CaseId == demo.Id && a.Role == "screener" && a.Until == null).ToListAsync(), a => a.StaffId == colleague.Id);
        Assert.Contains(await db.Outbox.Where(o => o.CaseId == demo.Id && o.Kind == "mail-to-staff").Select(o => o.Payload).ToListAsync(), p => p.Contains(colleague.Id.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task HandOver_Declined_LeavesTheCase()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var colleague = await NewScreenerAsync();
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new AskHandOver(colleague.Id));
        var other = await host.SignInAsync(colleague);
        await other.SubmitAsync(await other.GetAsync("/screeners/colleagues"), new() { ["accepts"] = "false", ["reason"] = "DEMO" }, form: "form[action$=hand-overs]");
        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.Equal(HttpStatusCode.OK, (await screener.GetAsync("/screeners/cases/" + demo.Reference)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/screeners/cases/" + demo.Reference)).Status);
        Assert.Contains("does not take the case", (await screener.GetAsync("/screeners/inbox")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absence_WithStandIn_ShowsOnAssignmentAndUrgentNewsReachesTheStandIn()
    {
        var (away, standIn) = (await NewScreenerAsync(), await NewScreenerAsync());
        var demo = await host.CaseAtAsync(Gate.Identity);
        await host.ActAsync(host.Crew.Coordinator.Actor, demo.Id, new UnassignStaff(host.Crew.Screener.Id, Role.Screener, "DEMO"));
        await host.ActAsync(host.Crew.Coordinator.Actor, demo.Id, new AssignStaff(away.Id, Role.Screener, away.TeamName));
        var url = "/screeners/cases/" + demo.Reference;
        var other = await host.SignInAsync(standIn);
        Assert.DoesNotContain(demo.Reference, (await other.GetAsync("/screeners/colleagues")).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, (await other.PostAsync("/screeners/colleagues/stand-ins", new() { ["__RequestVerificationToken"] = await TokenAsync(other), ["reference"] = demo.Reference })).Status);

        var gone = await host.SignInAsync(away);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var end = today.AddDays(5);
        var dates = new Dictionary<string, string>
        {
            ["Absence.From.Day"] = $"{today.Day}", ["Absence.From.Month"] = $"{today.Month}", ["Absence.From.Year"] = $"{today.Year}",
            ["Absence.Until.Day"] = $"{end.Day}", ["Absence.Until.Month"] = $"{end.Month}", ["Absence.Until.Year"] = $"{end.Year}", ["Absence.StandIn"] = away.Id.ToString(),
        };
        var form = await gone.GetAsync("/screeners/colleagues");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await gone.SubmitAsync(form, dates, form: "form[action$=absences]")).Status);
        dates["Absence.StandIn"] = standIn.Id.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await gone.SubmitAsync(form, dates, form: "form[action$=absences]")).Status);

        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        Assert.Contains("away from", (await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/people")).Text, StringComparison.Ordinal);

        // A message in an emergency is urgent; the one before it is not.
        await host.ActAsync(new Actor(demo.Id, Role.Applicant, "applicant"), demo.Id, new Domain.Messages.SendMessage("DEMO"));
        Assert.DoesNotContain("stand in", (await other.GetAsync("/screeners/inbox")).Text, StringComparison.Ordinal);
        await host.ActAsync(host.Crew.Protection.Actor, demo.Id, new OpenEmergency("detained", "DEMO"));
        await host.ActAsync(new Actor(demo.Id, Role.Applicant, "applicant"), demo.Id, new Domain.Messages.SendMessage("DEMO"));
        Assert.Contains("for whom you stand in", (await other.GetAsync("/screeners/inbox")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(url)).Status);

        var joined = await other.SubmitAsync(await other.GetAsync("/screeners/colleagues"), [], form: $"form:has(input[value='{demo.Reference}'])");
        Assert.Equal(url, joined.Location);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(url)).Status);
        Assert.Equal(HttpStatusCode.OK, (await gone.GetAsync(url)).Status);

        // Back again: he stands in no more.
        Assert.Equal("/screeners/colleagues", (await gone.SubmitAsync(await gone.GetAsync("/screeners/colleagues"), [], form: "form[action$=end]")).Location);
        Assert.Empty((await host.Services.GetRequiredService<Absences>().ComingAsync(CancellationToken.None))[away.Id]);
    }

    [Fact]
    public async Task Conflict_ByClicking_TakesHimOffAndOnlyTheCoordinatorReadsWhy()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var url = "/screeners/cases/" + demo.Reference;
        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await screener.SubmitAsync(await screener.GetAsync(url + "/conflict"), [])).Status);
        var left = await screener.SubmitAsync(await screener.GetAsync(url + "/conflict"), new() { ["Form.Kind"] = "SameUnit", ["Form.Reason"] = "DEMO served beside him" });
        Assert.Equal("/screeners", left.Location);
        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync(url)).Status);

        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        var people = await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/people");
        Assert.Contains("DEMO served beside him", people.Text, StringComparison.Ordinal);
        Assert.Contains("declared a conflict of interest", people.Text, StringComparison.Ordinal);
        var counsel = await host.SignInAsync(host.Crew.Counsel);
        Assert.DoesNotContain("served beside", (await counsel.GetAsync($"/counsel/cases/{demo.Reference}")).Text, StringComparison.Ordinal);
        var own = await host.SignInAsApplicantAsync(demo.Id);
        foreach (var page in new[] { "/applicants", "/applicants/messages", "/applicants/sharing", "/applicants/appointments" })
        {
            Assert.DoesNotContain("served beside", (await own.GetAsync(page)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Ties_SameUnit_WarnTheCoordinatorAndAreSealed()
    {
        var colleague = await NewScreenerAsync();
        var visitor = await host.SignInAsync(colleague);
        await visitor.SubmitAsync(await visitor.GetAsync("/screeners/colleagues"), new() { ["Ties.Units"] = "в/ч 00177", ["Ties.Towns"] = "Demograd" }, form: "form[action$=ties]");
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordService("DEMO", "00177", "Place", Domain.People.PartialDate.Parse("2022"), "private", "driver", ServiceBasis.Mobilised));
        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        var people = await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/people");
        Assert.Contains("may come from the same unit", people.Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        var kept = (await db.DeskSettings.SingleAsync(d => d.StaffId == colleague.Id)).SealedTies!;
        Assert.DoesNotContain("00177", System.Text.Encoding.UTF8.GetString(kept), StringComparison.Ordinal);
    }

    private static async Task<string> TokenAsync(Visitor visitor) => (await visitor.GetAsync("/screeners/colleagues")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private async Task<DemoPerson> NewScreenerAsync()
    {
        var person = DemoPerson.New("a", Role.Screener);
        await host.HireAsync(person);
        return person;
    }
}
