using System.Net;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Coordinators;

/// <summary>A file that is in two cases, as each of those who may know of it sees it.</summary>
public sealed class LookalikePagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Alarm_WhichCaseItIs_IsForTheCoordinatorAlone()
    {
        var (one, other) = await PairAsync();
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(UrlOf(one))).Location, StringComparison.Ordinal);
        foreach (var stranger in new[] { host.Crew.Outsider, host.Crew.Vetter, host.Crew.Screener, host.Crew.Custodian })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(UrlOf(one))).Status);
        }

        // Those who keep the evidence learn that there is another case, and nothing of it.
        var custodian = await host.SignInAsync(host.Crew.Custodian);
        var item = await custodian.GetAsync($"/screeners/cases/{one.Reference}/evidence/e1");
        Assert.Contains("The same file was handed in in another case.", item.Text, StringComparison.Ordinal);
        Assert.Contains("Do not tell the person.", item.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Reference, item.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Title of the other", item.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync($"/screeners/cases/{one.Reference}/evidence/e1")).Status);

        // Nor does the person, in any word.
        var applicant = await host.SignInAsApplicantAsync(one.Id);
        foreach (var path in (string[])["/applicants", "/applicants/things"])
        {
            var page = await applicant.GetAsync(path);
            Assert.DoesNotContain(other.Reference, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("another case", page.Text, StringComparison.OrdinalIgnoreCase);
        }

        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        Assert.Contains("A file looks like one of another case", (await coordinator.GetAsync($"/coordinators/cases/{one.Reference}")).Text, StringComparison.Ordinal);
        var seen = await coordinator.GetAsync(UrlOf(one));
        Assert.Contains(other.Reference, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Title of the other", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.ToString(), seen.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Answer_NeedsAReasonThatNamesNobody_AndThenStandsOnTheItem()
    {
        var (one, other) = await PairAsync();
        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        var page = await coordinator.GetAsync(UrlOf(one));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = " ", ["Form.Verdict"] = "PublicPicture" })).Status);
        var typed = await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = "Typed (DEMO)", ["Form.Verdict"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.Status);
        Assert.Contains("Typed (DEMO)", typed.Text, StringComparison.Ordinal);
        var named = await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = $"As in {other.Reference}.", ["Form.Verdict"] = "PublicPicture" });
        Assert.Contains("The reason names the other case", named.Text, StringComparison.Ordinal);

        Assert.Equal(UrlOf(one), (await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = "Friends who were there together (DEMO).", ["Form.Verdict"] = "SharedByLinkedPerson" })).Location);
        Assert.Empty(LookalikeRules.Open((await host.FileAsync(one.Id)).Evidence));
        Assert.NotEmpty(LookalikeRules.Open((await host.FileAsync(other.Id)).Evidence));
        Assert.Contains("Friends who were there together (DEMO).", (await (await host.SignInAsync(host.Crew.Custodian)).GetAsync($"/screeners/cases/{one.Reference}/evidence/e1")).Text, StringComparison.Ordinal);
    }

    private async Task<(DemoCase One, DemoCase Other)> PairAsync()
    {
        var (one, other) = (await host.CaseAtAsync(Gate.Evidence), await host.CaseAtAsync(Gate.Evidence));
        var content = System.Text.Encoding.UTF8.GetBytes($"DEMO {one.Reference} and a letter");
        foreach (var (demo, title) in new[] { (one, "Title of the one"), (other, "Title of the other") })
        {
            using var stream = new MemoryStream(content);
            var file = await host.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, stream, "demo.txt", CancellationToken.None);
            await host.ActAsync(host.Crew.Custodian.As(Role.EvidenceCustodian), demo.Id, new AddEvidence(EvidenceType.PublicPost, title, "applicant") { File = file });
        }

        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        return (one, other);
    }

    private static string UrlOf(DemoCase demo) => $"/coordinators/cases/{demo.Reference}/lookalikes";
}
