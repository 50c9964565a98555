using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.ReceptionPartners;

public sealed class ArrivalPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/reception-partners/cases/";

    [Fact]
    public async Task Package_BeforeBoarding_IsNotShown()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.Journey);
        await host.ActAsync(demo.Crew.Protection.Actor, demo.Id, new PrepareReception("Demo name used", "ru", "DEMO needs"));
        var partner = await host.SignInAsync(demo.Crew.Reception);

        var before = await partner.GetAsync(Cases + demo.Reference);
        Assert.DoesNotContain("Demo name used", before.Text, StringComparison.Ordinal);
        Assert.Contains("Not on the way yet", before.Text, StringComparison.Ordinal);

        await host.ActAsync(demo.Crew.Protection.Actor, demo.Id, new RecordCheckIn(TravelEvent.Boarded));
        var after = await partner.GetAsync(Cases + demo.Reference);
        Assert.Contains("Demo name used", after.Text, StringComparison.Ordinal);
        Assert.Contains("On the way to you", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfThePartner_SayNothingElseAboutTheCase()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.Reception);
        var partner = await host.SignInAsync(demo.Crew.Reception);
        foreach (var path in new[] { "/reception-partners", Cases + demo.Reference, Cases + demo.Reference + "/follow-up", Cases + demo.Reference + "/offer" })
        {
            var text = (await partner.GetAsync(path)).Text.Replace(demo.Reference, string.Empty, StringComparison.Ordinal);
            foreach (var secret in new[] { "Демов", "Demov", "KZ", "laissez", "DEMO handle", "fr-ple-kz", "vetting" })
            {
                Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"{Cases}{demo.Reference}/gates/travel-safety")).Status);
    }

    [Fact]
    public async Task Reception_GateClosed_IsNotThere()
    {
        var demo = await host.NewCaseAsync();
        var partner = await host.SignInAsync(demo.Crew.Reception);
        Assert.Equal(HttpStatusCode.NotFound, (await partner.GetAsync($"{Cases}{demo.Reference}/gates/reception")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(Cases + demo.Reference)).Status);
    }

    [Fact]
    public async Task Reception_PackageMissingThenAccepted_FollowUpIsRecorded()
    {
        var demo = await host.CaseOnTheWayAsync(Gate.Reception);
        var path = Cases + demo.Reference;
        var partner = await host.SignInAsync(demo.Crew.Reception);
        Dictionary<string, string> accept = new() { ["Form.Outcome"] = "accepted", ["Form.Reason"] = "DEMO: met at the station." };
        var refused = await partner.SubmitAsync(await partner.GetAsync(path + "/gates/reception"), accept);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("The hand-over package is missing.", refused.Text, StringComparison.Ordinal);

        await host.ActAsync(demo.Crew.Protection.Actor, demo.Id, new PrepareReception("Demo name used", "ru", "DEMO needs"));
        Assert.Equal(path, (await partner.SubmitAsync(await partner.GetAsync(path + "/gates/reception"), accept)).Location);
        Assert.Equal(path, (await partner.SubmitAsync(await partner.GetAsync(path + "/follow-up"), new() { ["Form.Contact"] = "DEMO call", ["Form.Note"] = "DEMO: well." })).Location);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal("accepted", file.DecisionOn(Gate.Reception)!.Outcome);
        Assert.Equal("DEMO call", file.Reception.FollowUps.Latest()!.Contact);
    }
}
