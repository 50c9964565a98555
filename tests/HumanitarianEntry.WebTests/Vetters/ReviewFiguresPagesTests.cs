using System.Net;
using HumanitarianEntry.Casework.Erasure;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>What is counted of decided reviews, and what another case may learn of it.</summary>
public sealed class ReviewFiguresPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly DemoPerson Auditor = DemoPerson.New("a", Role.Auditor);

    [Fact]
    public async Task Agreement_IsForCoordinatorsAndAuditorsAndTellsNoSmallNumber()
    {
        await host.HireAsync(Auditor);
        await DecidedAsync(HitOutcome.NotSame, "figures");
        foreach (var stranger in new[] { host.Crew.Vetter, host.Crew.Screener, host.Crew.Counsel })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync("/coordinators/agreement")).Status);
        }

        foreach (var (reader, url) in new[] { (host.Crew.Coordinator, "/coordinators/agreement"), (Auditor, "/auditors/agreement") })
        {
            var visitor = await host.SignInAsync(reader);
            var page = await visitor.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Cohen's kappa", page.Text, StringComparison.Ordinal);
            var year = TimeProvider.System.GetUtcNow().Year;
            Assert.Contains("fewer than 5", (await visitor.GetAsync($"{url}?year={year}")).Text, StringComparison.Ordinal);
            Assert.Contains("No vetting was decided in this time.", (await visitor.GetAsync($"{url}?year={year - 1}&quarter=1")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{url}?quarter=1")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{url}?year={year}&quarter=5")).Status);
        }
    }

    [Fact]
    public async Task Decision_IsCountedOnceAndLeadsToNoCase()
    {
        var figures = host.Services.GetRequiredService<ReviewFigures>();
        var before = (await figures.OfAsync(0, int.MaxValue, CancellationToken.None)).Decisions;
        var decided = await DecidedAsync(HitOutcome.NotSame, "once");

        var table = await figures.OfAsync(0, int.MaxValue, CancellationToken.None);
        Assert.Equal(before + 1, table.Decisions);
        Assert.Contains("hit", table.ByKind.Select(k => k.Kind));
        await using var db = host.Cases.CreateDbContext();
        Assert.DoesNotContain((await db.ReviewTallies.AsNoTracking().ToListAsync()).Select(t => t.Id), id => db.Acts.Any(a => a.ActId == id) || id == decided.Id);
    }

    [Fact]
    public async Task Hit_AnsweredInOtherCases_IsCountedFromThreeOnAndForgottenWithTheCase()
    {
        var cases = new List<DemoCase>();
        for (var i = 0; i < 3; i++)
        {
            cases.Add(await DecidedAsync(HitOutcome.NotSame, "shared"));
        }

        await DecidedAsync(HitOutcome.Same, "shared");
        var another = await ScreenedAsync("shared");
        Assert.Contains("Answered “not the same person” in 3 other cases.", await ElsewhereAsync(another), StringComparison.Ordinal);
        Assert.Contains("Other birth date", await ElsewhereAsync(another), StringComparison.Ordinal);
        Assert.Contains("Nothing to tell", await ElsewhereAsync(cases[0]), StringComparison.Ordinal);

        await host.Services.GetRequiredService<CaseErasure>().RunAsync(cases[1].Id, null, CancellationToken.None);
        Assert.Contains("Nothing to tell", await ElsewhereAsync(another), StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.False(await db.EntryAnswers.AnyAsync(a => a.CaseId == cases[1].Id));
    }

    [Fact]
    public async Task Hit_AnsweredButNotDecided_IsNotKeptForOthers()
    {
        var open = await ScreenedAsync("undecided");
        await host.ActAsync(host.Crew.Vetter.Actor, open.Id, Answer(HitOutcome.NotSame));
        await host.ActAsync(host.Crew.SecondVetter.Actor, open.Id, Answer(HitOutcome.NotSame));

        await using var db = host.Cases.CreateDbContext();
        Assert.False(await db.EntryAnswers.AnyAsync(a => a.CaseId == open.Id));
    }

    private async Task<string> ElsewhereAsync(DemoCase demo) => (await (await host.SignInAsync(host.Crew.ThirdVetter)).GetAsync($"/vetters/cases/{demo.Reference}/hits/h1")).Text;

    private async Task<DemoCase> ScreenedAsync(string entry)
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await host.ScreenAsync(demo.Id, new ScreeningHit("H1", "demo-list", entry, "hash-" + entry, "DEMOV PRIMER", 54, ["family: 54"], [], "DEMO", HitClass.AdverseCandidate));
        return demo;
    }

    private async Task<DemoCase> DecidedAsync(HitOutcome outcome, string entry)
    {
        var demo = await ScreenedAsync(entry);
        Act[] found = [Answer(outcome), new AssessVoluntariness(false, "DEMO") { Entered = EntryIntoService.NeverServed }, .. outcome == HitOutcome.Same ? [Cleared()] : Array.Empty<Act>()];
        await host.DoAsync(host.Crew.Vetter.Actor, demo.Id, [.. found, new ProposeDecision(Gate.Vetting, "clear", "DEMO")]);
        await host.DoAsync(host.Crew.SecondVetter.Actor, demo.Id, [.. found, new SecondDecision(Gate.Vetting, "clear", "DEMO")]);
        return demo;
    }

    private static AdjudicateHit Answer(HitOutcome outcome) => new("H1", outcome, "DEMO") { Codes = [outcome == HitOutcome.Same ? HitReason.PatronymicAgrees : HitReason.OtherBirthDate] };

    private static AssessExclusion Cleared() => new("H1", ExclusionLimb.WarCrime, "DEMO", ExclusionConclusion.TriggerCleared, "DEMO") {
        Contribution = "DEMO", KnowledgeAndIntent = "DEMO", When = "DEMO", Where = "DEMO", Sources = "DEMO", Modes = [ContributionMode.None], Defences = "DEMO", Standard = "DEMO", Elements = [.. ExclusionElements.Of(ExclusionLimb.WarCrime).Select(e => new ElementAnswer(e, ElementFinding.Shown, "DEMO"))],
    };
}
