using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

public sealed class ScreenerPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly string[] CasePages =
    [
        "", "/contact", "/contact/plan", "/contact/stay", "/contact/attempt", "/consents", "/consents/store", "/consents/submit", "/identity", "/identity/name", "/identity/birth",
        "/identity/document", "/identity/photo", "/identity/grade", "/identity/knowledge", "/identity/recognition", "/identity/obstacle", "/interview", "/interview/start", "/interview/questions/a", "/interview/questions/l", "/interview/read-back", "/interview/end",
        "/interview/statement", "/interview/service", "/interview/prosecution", "/evidence", "/evidence/new", "/evidence/e1/grade", "/messages", "/withdrawal", "/emergency", "/priority", "/gates/interview",
    ];

    [Fact]
    public async Task EveryPage_AnonymousWrongAudienceOrUnassigned_StaysShut()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var nobody = host.NewVisitor();
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var outsider = await host.SignInAsync(host.Crew.Outsider);
        foreach (string page in CasePages)
        {
            string path = $"/screeners/cases/{demo.Reference}{page}";
            Assert.StartsWith("/sign-in", (await nobody.GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task EveryPage_AssignedScreener_IsShown()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var screener = await host.SignInAsync(host.Crew.Screener);
        foreach (string page in CasePages)
        {
            var shown = await screener.GetAsync($"/screeners/cases/{demo.Reference}{page}");
            Assert.True(shown.Status == HttpStatusCode.OK, $"{page}: {shown.Status}");
            Assert.NotEmpty(shown.Heading);
        }

        // What stands against vetting can name hits; a screener has no part in it.
        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync($"/screeners/cases/{demo.Reference}/gates/vetting")).Status);
        Assert.Contains(demo.Reference, (await screener.GetAsync("/screeners")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await screener.GetAsync("/screeners/inbox")).Status);
    }

    [Fact]
    public async Task CasePage_IntakeOfficer_HoldsNoInterviewOrEvidence()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var intake = await host.SignInAsync(host.Crew.Intake);
        Assert.Equal(HttpStatusCode.OK, (await intake.GetAsync($"/screeners/cases/{demo.Reference}/identity")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.GetAsync($"/screeners/cases/{demo.Reference}/interview")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.GetAsync($"/screeners/cases/{demo.Reference}/interview/questions/a")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.GetAsync($"/screeners/cases/{demo.Reference}/evidence")).Status);
    }

    [Fact]
    public async Task NewReferral_IntakeOfficer_ShowsTheCodeOnceAndOnlyThere()
    {
        var intake = await host.SignInAsync(host.Crew.Intake);
        var form = await intake.GetAsync("/screeners/referrals/new");
        var refused = await intake.SubmitAsync(form, new() { ["Form.Pseudonym"] = "Демо-кот", ["Form.Channel"] = "Signal" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Демо-кот", refused.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var created = await intake.SubmitAsync(refused, new()
        {
            ["Form.Programme"] = CaseHost.ProgrammeId, ["Form.PapersHeld"] = "military-id", ["Form.Pseudonym"] = "Демо-кот", ["Form.Channel"] = "Signal", ["Form.Address"] = "DEMO", ["Form.Country"] = "kz", ["Form.Language"] = "ru",
            ["Form.FamilySize"] = "1", ["Form.Reason"] = "DEMO", ["Form.Priority"] = "Normal", ["Form.Wanted"] = "unknown",
        });
        Assert.Equal(HttpStatusCode.OK, created.Status);
        string[] values = [.. created.Document.QuerySelectorAll("dd .reference").Select(e => e.TextContent)];
        Assert.Equal(20, values[1].Count(char.IsAsciiDigit));
        var page = await intake.GetAsync("/screeners/cases/" + values[0]);
        Assert.Contains("Демо-кот", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(values[1], page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(values[1].Replace(" ", "", StringComparison.Ordinal)[..8], host.Logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewReferral_Screener_IsNotFound()
    {
        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync("/screeners/referrals/new")).Status);
    }

    [Fact]
    public async Task ConsentGate_ByClicking_OpensIdentity()
    {
        var demo = await host.CaseAtAsync(Gate.Consent);
        var intake = await host.SignInAsync(host.Crew.Intake);
        string url = "/screeners/cases/" + demo.Reference;
        Assert.Contains("Plan safe contact", (await intake.GetAsync(url)).Text, StringComparison.Ordinal);
        var early = await SendAsync(intake, url + "/gates/consent", new() { ["Form.Outcome"] = "consented", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);

        var plan = new Dictionary<string, string>
        {
            ["Form.Channels[0].Kind"] = "Signal", ["Form.Channels[0].Address"] = "DEMO", ["Form.Channels[1].Kind"] = "Matrix", ["Form.Channels[1].Address"] = "@demo:invalid", ["Form.CodePhrase"] = "code", ["Form.DuressPhrase"] = "code", ["Form.WhatMayBeSaid"] = "nothing",
        };
        var same = await SendAsync(intake, url + "/contact/plan", plan);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.Status);
        Assert.Contains("another phrase that means danger", same.Text, StringComparison.Ordinal);
        plan["Form.DuressPhrase"] = "danger";
        await DoneAsync(intake, url + "/contact/plan", plan);
        foreach (string purpose in new[] { "store", "vet", "submit", "reception" })
        {
            var given = new Dictionary<string, string> { ["Form.Status"] = "Given", ["Form.TextVersion"] = "1", ["Form.Language"] = "ru", ["Form.Method"] = "Signed" };
            if (purpose == "submit")
            {
                given["Form.Recipient"] = "fr";
            }

            await DoneAsync(intake, $"{url}/consents/{purpose}", given);
        }

        await DoneAsync(intake, url + "/gates/consent", new() { ["Form.Outcome"] = "consented", ["Form.Reason"] = "DEMO" });
        var file = await host.FileAsync(demo.Id);
        Assert.True(file.Position.IsOpen(Gate.Identity));
        Assert.Equal(2, file.Contact.Plans.Latest()!.Channels.Count);
        Assert.Equal("FR", file.ConsentFor(ConsentPurpose.Submit)!.Consent.Recipient);
    }

    [Fact]
    public async Task IdentityGate_ByClicking_OpensInterview()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(host.Crew.Screener);
        var intake = await host.SignInAsync(host.Crew.Intake);
        string url = "/screeners/cases/" + demo.Reference;
        var mixed = await SendAsync(screener, url + "/identity/name", new() { ["Form.Kind"] = "Birth", ["Form.Script"] = "Cyrillic", ["Form.Family"] = "Dемов" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.Status);
        await DoneAsync(screener, url + "/identity/name", new() { ["Form.Kind"] = "Birth", ["Form.Script"] = "Cyrillic", ["Form.Family"] = "Демов", ["Form.Given"] = "Пример" });
        await DoneAsync(intake, url + "/identity/birth", new() { ["Form.BornOn.Year"] = "1998", ["Form.BornOn.Month"] = "3", ["Form.Sex"] = "M", ["Form.Nationalities"] = "rus, kaz" });
        await DoneAsync(screener, url + "/identity/document", new() { ["Form.Kind"] = "InternalPassport", ["Form.SeenAs"] = "Original", ["Form.HeldBy"] = "DEMO", ["Form.HasPhoto"] = "True" });
        await DoneAsync(screener, url + "/identity/photo", new() { ["Form.Document"] = "D1", ["Form.Result"] = "SamePerson" });
        await DoneAsync(intake, url + "/identity/photo", new() { ["Form.Document"] = "D1", ["Form.Result"] = "SamePerson" });
        await DoneAsync(screener, url + "/identity/grade", new() { ["Form.Grade"] = "A", ["Form.Reason"] = "DEMO", ["Form.IndependentWitnesses"] = "0" });
        await DoneAsync(screener, url + "/identity/obstacle", new() { ["Form.WhyNoneHeld"] = "DEMO", ["Form.WhyNoneFromOwnState"] = "DEMO", ["Form.WhyNoneFromHostState"] = "DEMO" });
        await DoneAsync(screener, url + "/gates/identity", new() { ["Form.Outcome"] = "verified", ["Form.Reason"] = "DEMO" });
        var file = await host.FileAsync(demo.Id);
        Assert.True(file.Position.IsOpen(Gate.Interview));
        Assert.Equal(["RU", "KZ"], file.Identity.Births.Latest()!.Nationalities);
    }

    [Fact]
    public async Task Questions_SaveSection_StoresOnlyWhatChangedAndRefusesLateOverwrite()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var screener = await host.SignInAsync(host.Crew.Screener);
        string url = "/screeners/cases/" + demo.Reference;
        await DoneAsync(screener, url + "/interview/start", new() { ["Form.Mode"] = "Video", ["Form.Language"] = "ru" });
        string section = url + "/interview/questions/a";
        var form = await screener.GetAsync(section);
        Assert.Equal("ru", form.Document.QuerySelector("h2 [lang]")!.GetAttribute("lang"));
        var saved = await screener.SubmitAsync(form, new() { ["Form.Answers[0].Value"] = "alone", ["Form.Answers[0].Verbatim"] = "один", ["Form.Answers[2].Value"] = "understood", ["Form.Answers[2].Trigger"] = "True", ["go"] = "next" });
        Assert.Equal(url + "/interview/questions/b", saved.Location);
        Assert.Equal(["A1", "A3"], (await host.FileAsync(demo.Id)).Interview.Answers.Values().Select(a => a.Code));

        var again = await screener.GetAsync(section);
        var unchanged = new Dictionary<string, string> { ["Form.Answers[0].Value"] = "alone", ["Form.Answers[0].Verbatim"] = "один", ["Form.Answers[2].Value"] = "understood", ["Form.Answers[2].Trigger"] = "True", ["go"] = "stay" };
        Assert.Equal(section, (await screener.SubmitAsync(again, unchanged)).Location);
        Assert.Equal(2, (await host.FileAsync(demo.Id)).Interview.Answers.Count);

        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordAnswers([new GivenAnswer("A1", "not alone")]));
        unchanged["Form.Answers[0].Value"] = "alone, door shut";
        var late = await screener.SubmitAsync(again, unchanged);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("not alone", late.Text, StringComparison.Ordinal);
        Assert.Contains("alone, door shut", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InterviewGate_ByClicking_OpensVettingAndEvidence()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var screener = await host.SignInAsync(host.Crew.Screener);
        string url = "/screeners/cases/" + demo.Reference;
        await DoneAsync(screener, url + "/interview/start", new() { ["Form.Mode"] = "Video", ["Form.Language"] = "ru" });
        foreach (string section in Questionnaire.Current.Questions.Select(q => q.Section).Distinct())
        {
            var form = await screener.GetAsync($"{url}/interview/questions/{section}");
            var answers = form.Document.QuerySelectorAll("textarea[name$=Value]").ToDictionary(a => a.GetAttribute("name")!, _ => "DEMO");
            Assert.Equal(HttpStatusCode.Redirect, (await screener.SubmitAsync(form, answers)).Status);
        }

        await DoneAsync(screener, url + "/interview/service", new()
        {
            ["Form.Force"] = "DEMO", ["Form.Unit"] = "00123", ["Form.Place"] = "DEMO", ["Form.From.Year"] = "2022", ["Form.Rank"] = "private", ["Form.Post"] = "driver", ["Form.Basis"] = "Mobilised",
        });
        await DoneAsync(screener, url + "/interview/prosecution", new() { ["Form.State"] = "RU", ["Form.Article"] = "337", ["Form.Status"] = "CaseOpened", ["Form.LearntFrom"] = "DEMO" });
        var heard = (await screener.GetAsync(url + "/interview/read-back")).Document.QuerySelectorAll("input[name$=Heard]").ToDictionary(h => h.GetAttribute("name")!, _ => "True");
        await DoneAsync(screener, url + "/interview/read-back", new(heard) { ["Form.Confirmed"] = "True" });
        await DoneAsync(screener, url + "/interview/statement", new()
        {
            ["Form.Language"] = "ru", ["Form.Text"] = "ДЕМО", ["Form.Signed"] = "True", ["Form.Translation"] = "DÉMO", ["Form.TranslationLanguage"] = "fr", ["Form.TranslatorFunction"] = "sworn translator",
        });
        await DoneAsync(screener, url + "/gates/interview", new() { ["Form.Outcome"] = "complete", ["Form.Reason"] = "DEMO" });
        var file = await host.FileAsync(demo.Id);
        Assert.True(file.Position.IsOpen(Gate.Vetting) && file.Position.IsOpen(Gate.Evidence));
        Assert.Equal("fr", file.Interview.Statements.Latest()!.TranslationLanguage);
    }

    [Fact]
    public async Task DangerousActs_ByClicking_ReachTheCase()
    {
        var screener = await host.SignInAsync(host.Crew.Screener);
        var emergency = await host.CaseAtAsync(Gate.Identity);
        await DoneAsync(screener, $"/screeners/cases/{emergency.Reference}/emergency", new() { ["Form.What"] = "detained", ["Form.Reason"] = "DEMO" });
        Assert.Equal(CaseState.Emergency, (await host.FileAsync(emergency.Id)).Position.State);
        var withdrawn = await host.CaseAtAsync(Gate.Identity);
        var unconfirmed = await SendAsync(screener, $"/screeners/cases/{withdrawn.Reference}/withdrawal", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unconfirmed.Status);
        await DoneAsync(screener, $"/screeners/cases/{withdrawn.Reference}/withdrawal", new() { ["Form.Confirmed"] = "yes" });
        Assert.Equal(CaseState.Withdrawn, (await host.FileAsync(withdrawn.Id)).Position.State);
    }

    private static async Task<Page> SendAsync(Visitor visitor, string path, Dictionary<string, string> answers) => await visitor.SubmitAsync(await visitor.GetAsync(path), answers);

    private static async Task DoneAsync(Visitor visitor, string path, Dictionary<string, string> answers)
    {
        var done = await SendAsync(visitor, path, answers);
        Assert.True(done.Status == HttpStatusCode.Redirect, $"{path} answered {done.Status}: {done.Document.QuerySelector(".error-summary")?.TextContent}");
    }
}
