using System.Net;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SamePerson;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Coordinators;

/// <summary>Two cases of one person, as coordinators see and decide it.</summary>
public sealed class SamePersonPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Pair_IsSeenByTheCoordinatorsOfTheCaseAlone_AndSaysNothingOfTheOther()
    {
        var (one, other) = await PairAsync();
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(UrlOf(one))).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Outsider)).GetAsync(UrlOf(one))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync(UrlOf(one))).Status);
        Assert.DoesNotContain(other.Reference, (await (await host.SignInAsync(host.Crew.Screener)).GetAsync($"/screeners/cases/{one.Reference}")).Text, StringComparison.Ordinal);

        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        Assert.Contains("Perhaps the same person", (await coordinator.GetAsync($"/coordinators/cases/{one.Reference}")).Text, StringComparison.Ordinal);
        var page = await coordinator.GetAsync(UrlOf(one));
        Assert.Contains(other.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("the same number of a paper", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Id.ToString(), page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Pair_AnotherPerson_NeedsAReasonAndGoesAway()
    {
        var (one, other) = await PairAsync();
        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        var page = await coordinator.GetAsync(UrlOf(one));
        var without = await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = " ", ["Form.Judgement"] = "AnotherPerson" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = "Typed (DEMO)", ["Form.Judgement"] = "Whatever" })).Status);
        Assert.Contains("Typed (DEMO)", (await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = "Typed (DEMO)" })).Text, StringComparison.Ordinal);

        Assert.Equal(UrlOf(one), (await coordinator.SubmitAsync(page, new() { ["Form.Reason"] = "Brothers (DEMO).", ["Form.Judgement"] = "AnotherPerson" })).Location);
        Assert.Contains("No pair is open", (await coordinator.GetAsync(UrlOf(one))).Text, StringComparison.Ordinal);
        Assert.Contains(one.Reference, (await coordinator.GetAsync(UrlOf(other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pair_OnePerson_EndsOneCaseOnlyWhenASecondPersonAgrees()
    {
        var (ending, going) = await PairAsync();
        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        await coordinator.SubmitAsync(await coordinator.GetAsync(UrlOf(ending)), new() { ["Form.Reason"] = "He said so (DEMO).", ["Form.Judgement"] = "EndThisCase" });
        await DrainAsync();
        Assert.Contains("No answer yet", (await coordinator.GetAsync(UrlOf(ending))).Text, StringComparison.Ordinal);

        var alone = await coordinator.SubmitAsync(await coordinator.GetAsync(UrlOf(going)), new() { ["Form.Reason"] = "DEMO", ["Form.Judgement"] = "Agree" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.Status);
        Assert.Contains("You proposed this yourself", alone.Text, StringComparison.Ordinal);

        var second = await host.SignInAsync(host.Crew.SecondCoordinator);
        await second.SubmitAsync(await second.GetAsync(UrlOf(going)), new() { ["Form.Reason"] = "I asked him (DEMO).", ["Form.Judgement"] = "Agree" });
        await DrainAsync();
        Assert.Equal("duplicate", (await host.FileAsync(ending.Id)).DecisionOn(Gate.Closure)?.Outcome);
        Assert.False((await host.FileAsync(going.Id)).Position.Finished);
        Assert.Contains("goes on for both", (await second.GetAsync(UrlOf(going))).Text, StringComparison.Ordinal);

        // The person reads the same few words as at every end.
        var applicant = await host.SignInAsApplicantAsync(ending.Id);
        Assert.DoesNotContain(going.Reference, (await applicant.GetAsync("/applicants")).Text, StringComparison.Ordinal);
    }

    private async Task<(DemoCase One, DemoCase Other)> PairAsync()
    {
        var (one, other) = (await host.CaseAtAsync(Gate.Identity), await host.CaseAtAsync(Gate.Identity));
        await host.ActAsync(SystemActor.Instance, one.Id, new NoteLikeness(other.Id, other.Reference, [LikenessReason.Paper]));
        await host.ActAsync(SystemActor.Instance, other.Id, new NoteLikeness(one.Id, one.Reference, [LikenessReason.Paper]));
        return (one, other);
    }

    private Task DrainAsync() => host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

    private static string UrlOf(DemoCase demo) => $"/coordinators/cases/{demo.Reference}/same-person";
}
