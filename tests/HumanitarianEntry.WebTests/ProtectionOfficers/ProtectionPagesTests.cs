using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.ProtectionOfficers;

public sealed class ProtectionPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/protection-officers/cases/";

    private static readonly Dictionary<string, string> SafeCheck = new()
    {
        ["Form.Wanted"] = "None",
        ["Form.WantedSource"] = "DEMO offline list of today",
        ["Form.ExitBan"] = "No",
        ["Form.OpenHostCase"] = "No",
        ["Form.OverstayFine"] = "No",
        ["Form.RemovalOrder"] = "No",
        ["Form.Route"] = "kz, TR - fr",
        ["Form.CounselOnCall"] = "True",
    };

    [Fact]
    public async Task CasePage_Strangers_LearnNothing()
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Counsel)).GetAsync(path)).Status);
        var outsider = await host.SignInAsync(demo.Crew.Outsider);
        foreach (var page in new[] { "", "/travel-check", "/emergency", "/check-in", "/hand-over", "/contact-plan", "/gates/travel-safety" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(path + page)).Status);
        }
    }

    [Fact]
    public async Task GatePage_OfAnotherRole_IsNotThere()
    {
        var demo = await host.NewCaseAsync();
        var officer = await host.SignInAsync(demo.Crew.Protection);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Cases}{demo.Reference}/gates/vetting")).Status);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"{Cases}{demo.Reference}/gates/travel-safety")).Status);
    }

    [Fact]
    public async Task TravelCheck_AnswersMissing_IsShownAgainWithWhatWasTyped()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.TravelSafety);
        var officer = await host.SignInAsync(demo.Crew.Protection);
        var path = $"{Cases}{demo.Reference}/travel-check";
        var answer = await officer.SubmitAsync(await officer.GetAsync(path), new(SafeCheck) { ["Form.WantedSource"] = "", ["Form.Route"] = "KZ Turkey" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Say how you know", answer.Text, StringComparison.Ordinal);
        Assert.Equal("KZ Turkey", answer.Document.QuerySelector("#Form_Route")!.GetAttribute("value"));
        Assert.Empty((await host.FileAsync(demo.Id)).Travel.Checks);
    }

    [Fact]
    public async Task TravelSafety_CheckedProposedAndSeconded_OpensTheJourney()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.TravelSafety);
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.Protection);
        Assert.Equal(path + "/travel-check", (await officer.GetAsync(path)).Document.QuerySelector("#next ~ .buttons a.button")!.GetAttribute("href"));
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/travel-check"), SafeCheck)).Location);
        Assert.Equal(["KZ", "TR", "FR"], (await host.FileAsync(demo.Id)).Travel.Checks.Latest()!.Route);

        Dictionary<string, string> go = new() { ["Form.Outcome"] = "go", ["Form.Reason"] = "DEMO: nobody holds him." };
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/gates/travel-safety"), go)).Location);
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        var counselPath = "/counsel/cases/" + demo.Reference;
        Assert.Equal(counselPath, (await counsel.SubmitAsync(await counsel.GetAsync(counselPath + "/gates/travel-safety"), go)).Location);
        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.Journey));
    }

    [Fact]
    public async Task TravelSafety_WithoutCheck_GoIsRefusedWithASentence()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.TravelSafety);
        var officer = await host.SignInAsync(demo.Crew.Protection);
        var answer = await officer.SubmitAsync(await officer.GetAsync($"{Cases}{demo.Reference}/gates/travel-safety"), new() { ["Form.Outcome"] = "go", ["Form.Reason"] = "DEMO: typed reason." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("No travel check is on file.", answer.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("DEMO: typed reason.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journey_CheckInsThenArrived_OpensReception()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.Journey);
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.Protection);
        var checkIn = await officer.GetAsync(path + "/check-in");
        Assert.Equal(path, (await officer.SubmitAsync(checkIn, new() { ["Form.Event"] = nameof(TravelEvent.Admitted) })).Location);
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/gates/journey"), new() { ["Form.Outcome"] = "arrived", ["Form.Reason"] = "DEMO: admitted." })).Location);
        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.Reception));
    }

    [Fact]
    public async Task Emergency_OpenedAndClosed_ShowsStepsAndReturnsTheCase()
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.Protection);
        var before = (await host.FileAsync(demo.Id)).Position.State;
        Assert.Equal(path + "/emergency", (await officer.SubmitAsync(await officer.GetAsync(path + "/emergency"), new() { ["Open.What"] = "detained", ["Open.Reason"] = "DEMO: taken at the flat." })).Location);

        var page = await officer.GetAsync(path + "/emergency");
        Assert.Contains("DEMO: taken at the flat.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Call counsel", page.Text, StringComparison.Ordinal);
        Assert.Contains("Open emergency", page.Text, StringComparison.Ordinal);
        Assert.Contains(demo.Reference, (await officer.GetAsync("/protection-officers")).Document.QuerySelector(".emergency")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(path, (await officer.SubmitAsync(page, new() { ["Close.Outcome"] = "released", ["Close.Reason"] = "DEMO: home again." })).Location);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal(before, file.Position.State);
        Assert.Equal(SidePath.Emergency, file.Dossier.Incidents[^1].Value.Path);
        Assert.False(file.Dossier.Incidents[^1].Value.Begins);
    }

    [Fact]
    public async Task ContactPlan_Changed_KeepsChannelsAndPhrases()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.Protection);
        Dictionary<string, string> plan = new()
        {
            ["Form.Channels[0].Kind"] = "Matrix", ["Form.Channels[0].Address"] = "@demo:invalid", ["Form.Channels[0].SafeHours"] = "07:00-08:00", ["Form.Channels[0].TimeZone"] = "Asia/Almaty",
            ["Form.Channels[1].Kind"] = "", ["Form.CodePhrase"] = "DEMO sun", ["Form.DuressPhrase"] = "DEMO rain", ["Form.WhatMayBeSaid"] = "DEMO: nothing",
        };
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/contact-plan"), plan)).Location);
        var stored = (await host.FileAsync(demo.Id)).Contact.Plans.Latest()!;
        Assert.Equal("@demo:invalid", Assert.Single(stored.Channels).Handle);
        Assert.Equal("DEMO rain", stored.DuressPhrase);
    }
}
