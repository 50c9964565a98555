using System.Globalization;
using System.Net;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Counsel;

/// <summary>The legal situation of a person: who may see and record it, what a wrong answer does, and the desk that it orders.</summary>
public sealed class LegalSituationPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly string[] Forms = ["procedure", "court", "removal", "exit", "wanted"];
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Pages_WrongPerson_LearnNothingAndChangeNothing()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var crew = demo.Crew;
        foreach (var path in Forms.Select(f => $"/counsel/cases/{demo.Reference}/law/{f}").Concat(Forms.Skip(2).Select(f => $"/protection-officers/cases/{demo.Reference}/law/{f}")).Append($"/counsel/cases/{demo.Reference}/law").Append($"/protection-officers/cases/{demo.Reference}/law"))
        {
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.StartsWith("/sign-in", (await (await host.SignInAsync(crew.Liaison)).GetAsync(path)).Location, StringComparison.Ordinal);
            foreach (var stranger in new[] { crew.Outsider, crew.Vetter, crew.Reception, crew.DossierOfficer })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(path)).Status);
            }
        }

        // The screener and the coordinator read; no form is theirs. An intake officer and a custodian have the desk of screeners, and no part in this.
        foreach (var (person, audience) in new[] { (crew.Screener, "screeners"), (crew.Coordinator, "coordinators") })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/{audience}/cases/{demo.Reference}/law")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/{audience}/cases/{demo.Reference}/law/removal")).Status);
        }

        foreach (var person in new[] { crew.Intake, crew.Custodian })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(person)).GetAsync($"/screeners/cases/{demo.Reference}/law")).Status);
        }

        // The protection officer records what endangers the person; the procedure is counsel's.
        var protection = await host.SignInAsync(crew.Protection);
        Assert.Equal(HttpStatusCode.OK, (await protection.GetAsync($"/protection-officers/cases/{demo.Reference}/law/removal")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await protection.GetAsync($"/protection-officers/cases/{demo.Reference}/law/procedure")).Status);
        Assert.Empty((await host.FileAsync(demo.Id)).Legal.RemovalOrders);
    }

    [Fact]
    public async Task Applicant_SeesNoneOfIt()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.ActAsync(demo.Crew.Counsel.Actor, demo.Id, new RecordRemovalOrder(RemovalKind.Deportation, "KZ", "DEMO Secretcourt", RemovalStatus.InForce) { EnforceableFrom = Today.AddDays(5) });
        var applicant = await host.SignInAsApplicantAsync(demo.Id);
        foreach (var path in new[] { "/applicants", "/applicants/permissions", "/applicants/messages" })
        {
            Assert.DoesNotContain("Secretcourt", (await applicant.GetAsync(path)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Forms_Filled_AreRecordedAndShownInOneTimeline()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var path = $"/counsel/cases/{demo.Reference}/law";
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        var soon = Today.AddDays(12);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/procedure"), new() { ["Form.Country"] = "kz", ["Form.Stage"] = "Filed", ["Form.Authority"] = "DEMO office", ["Form.FiledOn.Year"] = "2025", ["Form.FileNumber"] = "DEMO 7" })).Location);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/court"), new() { ["Form.Country"] = "KZ", ["Form.Kind"] = "RemovalHearing", ["Form.Court"] = "DEMO court", ["Form.On.Day"] = Part(soon.Day), ["Form.On.Month"] = Part(soon.Month), ["Form.On.Year"] = Part(soon.Year), ["Form.At"] = "9.30", ["Form.Zone"] = "Asia/Almaty" })).Location);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/removal"), new() { ["Form.Country"] = "KZ", ["Form.Kind"] = "Deportation", ["Form.Authority"] = "DEMO court", ["Form.Status"] = "InForce", ["Form.EnforceableFrom.Day"] = Part(soon.Day), ["Form.EnforceableFrom.Month"] = Part(soon.Month), ["Form.EnforceableFrom.Year"] = Part(soon.Year) })).Location);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/exit"), new() { ["Form.Country"] = "RU", ["Form.Basis"] = "SummonsPosted", ["Form.How"] = "Relative", ["Form.KnownFrom"] = "DEMO letter" })).Location);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/wanted"), new() { ["Form.Country"] = "RU", ["Form.Reach"] = "National", ["Form.SeenAt"] = "DEMO list", ["Form.How"] = "OfflineList", ["Form.CheckedOn.Day"] = "3", ["Form.CheckedOn.Month"] = "1", ["Form.CheckedOn.Year"] = "2026", ["Form.Source"] = "B" })).Location);

        var page = await counsel.GetAsync(path);
        Assert.Contains("A removal can be carried out in 1", page.Document.QuerySelector(".notice-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("09:30 Almaty", page.Text, StringComparison.Ordinal);
        Assert.Contains("never counts against the person", page.Text, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelectorAll(".timeline > li").Length >= 6);
        Assert.Equal(Priority.Emergency, (await host.FileAsync(demo.Id)).Priority);

        // A correction keeps what stood there, and the form comes filled in.
        var form = await counsel.GetAsync(path + "/procedure?continues=P1");
        Assert.Equal("DEMO 7", form.Document.QuerySelector("#Form_FileNumber")!.GetAttribute("value"));
        Assert.Equal(path, (await counsel.SubmitAsync(form, new() { ["Form.Country"] = "KZ", ["Form.Stage"] = "InterviewHeld", ["Form.Authority"] = "DEMO office", ["Form.FiledOn.Year"] = "2025" })).Location);
        var procedures = (await host.FileAsync(demo.Id)).Legal.Procedures;
        Assert.Equal([ProcedureStage.Filed, ProcedureStage.InterviewHeld], procedures.Select(p => p.Value.Stage));
        Assert.Equal(["P1", "P1"], procedures.Select(p => p.Value.Label));

        // The screener reads when and what, not the number of the file and not where the person is wanted.
        var screener = await (await host.SignInAsync(demo.Crew.Screener)).GetAsync($"/screeners/cases/{demo.Reference}/law");
        Assert.Contains("DEMO court", screener.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO 7", screener.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO list", screener.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_WrongInput_AreShownAgainWithWhatWasTyped()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var path = $"/counsel/cases/{demo.Reference}/law";
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        foreach (var form in Forms)
        {
            foreach (var odd in new[] { "", " ", "\u202Eabc", new string('x', 5_000), "😀" })
            {
                var answer = await counsel.SubmitAsync(await counsel.GetAsync($"{path}/{form}"), new() { ["Form.Country"] = odd });
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
                Assert.NotNull(answer.Document.QuerySelector(".error-summary, [role='alert']"));
            }
        }

        var court = await counsel.SubmitAsync(await counsel.GetAsync(path + "/court"), new() { ["Form.Country"] = "KZ", ["Form.Kind"] = "AsylumHearing", ["Form.Court"] = "DEMO kept", ["Form.On.Day"] = "31", ["Form.On.Month"] = "2", ["Form.On.Year"] = "2026", ["Form.At"] = "25:00", ["Form.Zone"] = "Mars" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, court.Status);
        Assert.Equal("DEMO kept", court.Document.QuerySelector("#Form_Court")!.GetAttribute("value"));
        var foreign = await counsel.SubmitAsync(await counsel.GetAsync(path + "/removal?continues=R77"), new() { ["Form.Country"] = "KZ", ["Form.Kind"] = "Deportation", ["Form.Authority"] = "DEMO", ["Form.Status"] = "Suspended", ["Form.Continues"] = "R77" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.Status);
        Assert.Contains("Say who suspended the order", foreign.Text, StringComparison.Ordinal);
        Assert.Equal(new LegalFacts().ToString(), (await host.FileAsync(demo.Id)).Legal.ToString());
    }

    [Fact]
    public async Task Desk_Counsel_IsOrderedByTheNearestDayAndFiltered()
    {
        var counsel = new DemoPerson(Ids.New(), CaseHost.Organisation, "law", Role.Counsel);
        await host.HireAsync(counsel);
        var (plain, stay, removal) = (await host.CaseAtAsync(Gate.Identity), await host.CaseAtAsync(Gate.Identity), await host.CaseAtAsync(Gate.Identity));
        foreach (var demo in new[] { plain, stay, removal })
        {
            await host.ActAsync(host.Crew.Coordinator.Actor, demo.Id, new AssignStaff(counsel.Id, Role.Counsel, counsel.TeamName));
        }

        await host.ActAsync(host.Crew.Screener.Actor, stay.Id, new RecordStay("KZ", "DEMO", PartialDate.Parse("2024")) { Until = PartialDate.Parse(Today.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) });
        await host.ActAsync(host.Crew.Counsel.Actor, removal.Id, new RecordRemovalOrder(RemovalKind.Deportation, "KZ", "DEMO court", RemovalStatus.InForce) { EnforceableFrom = Today.AddDays(9) });

        var visitor = await host.SignInAsync(counsel);
        var desk = await visitor.GetAsync("/counsel");
        Assert.Equal([removal.Reference, stay.Reference, plain.Reference], desk.Document.QuerySelectorAll(".queue > li > a .reference").Select(r => r.TextContent));
        Assert.Contains("A removal can be carried out in", desk.Text, StringComparison.Ordinal);
        Assert.Equal([removal.Reference], (await visitor.GetAsync("/counsel?day=removal")).Document.QuerySelectorAll(".queue > li > a .reference").Select(r => r.TextContent));
        Assert.Equal([stay.Reference], (await visitor.GetAsync("/counsel?day=stay&country=KZ")).Document.QuerySelectorAll(".queue > li > a .reference").Select(r => r.TextContent));
        Assert.Empty((await visitor.GetAsync("/counsel?country=GE")).Document.QuerySelectorAll(".queue > li"));
        Assert.Equal(3, (await visitor.GetAsync("/counsel?day=%3Cb%3E&country=kz")).Document.QuerySelectorAll(".queue > li").Length);

        Assert.DoesNotContain(removal.Reference, (await (await host.SignInAsync(host.Crew.Outsider)).GetAsync("/counsel")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Screener)).GetAsync("/counsel")).Status);

        // A vetter's list says that a removal is feared, which it said before, and names no day.
        Assert.DoesNotContain("A removal can be carried out", (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync("/vetters")).Text, StringComparison.Ordinal);
    }

    private static string Part(int number) => number.ToString(CultureInfo.InvariantCulture);
}
