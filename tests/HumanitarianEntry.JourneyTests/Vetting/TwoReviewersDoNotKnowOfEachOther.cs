using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using HumanitarianEntry.JourneyTests.Reading;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Vetting;

/// <summary>
/// The tour of the adjudication desk in pictures: hits, one hit with both sides, the answer, what the second person sees of it (nothing), both reviews side by side, the panel of three. Everybody is invented (DEMO).
/// </summary>
public sealed class TwoReviewersDoNotKnowOfEachOther
{
    private const string Secret = "DEMO: born in November, not in April; a sergeant of the reserve, not a commander.";
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Hit_AnsweredByTheFirst_IsBlindToTheSecondUntilBothAreSealed()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await office.LoadAsync(new ListHeader("demo-commanders", "DEMO union", "DEMO union", ListKind.Sanctions, "1", today), "id,name,birthDate,sex,nationality\nc1,VYMYSHLIN Oleg Testovich,1969-04-01,M,RU\n");
        var (caseId, reference) = await CaseAtVettingAsync(office);
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null);
        await using var browsers = await Browsers.StartAsync();
        var doors = new Doorkeeper(browsers, server.Address, office, axe, album);

        var first = await doors.DeskOfAsync("vetter", VetterSteps.Audience, reference);
        await first.Screen.AwaitAsync(first.At(string.Empty), "H1", TimeSpan.FromSeconds(60));
        await PhotographAsync(first, "1-hits", string.Empty);
        await PhotographAsync(first, "2-one-hit", "hits/h1");
        var day = today.AddDays(300).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await first.Screen.SendHereAsync(("Outcome", "NotSame"), ("NotSame", "OtherBirthDate|OtherCareer"), ("ReviewOn", day), ("Reason", Secret));
        await PhotographAsync(first, "3-own-answer", "hits/h1");
        Assert.Contains(Secret, await first.Screen.TextAsync(), StringComparison.Ordinal);
        await office.ActAsync("vetter", caseId, new AssessVoluntariness(false, "DEMO: mobilised, left at the first chance.") { Entered = EntryIntoService.NeverServed });
        await first.DecideAsync("vetting", "clear-with-remarks", Secret);

        var second = await doors.DeskOfAsync("vetter2", VetterSteps.Audience, reference);
        foreach (var (name, step) in new[] { ("4-blind-hit", "hits/h1"), ("5-blind-reviews", "reviews"), ("6-blind-gate", "gates/vetting") })
        {
            await PhotographAsync(second, name, step);
            Assert.DoesNotContain(Secret, await second.Screen.Page.ContentAsync(), StringComparison.Ordinal);
        }

        await second.SendAsync("hits/h1", ("Outcome", "CannotTell"), ("CannotTell", "EntryTooThin"), ("Reason", "DEMO: the entry says too little to me."));
        await second.DecideAsync("vetting", "unresolved", "DEMO: I cannot tell.");
        await PhotographAsync(second, "7-both-reviews", "reviews");
        Assert.Contains(Secret, await second.Screen.TextAsync(), StringComparison.Ordinal);

        var third = await doors.DeskOfAsync("vetter3", VetterSteps.Audience, reference);
        await PhotographAsync(third, "8-third-reads-both", "reviews");
        await PhotographAsync(third, "9-third-votes", "gates/vetting");
        await third.Screen.SendHereAsync(("Outcome", "unresolved"), ("Reason", "DEMO: with the second."));
        await PhotographAsync(first, "10-decided", "reviews");
        Assert.Equal(("unresolved", 1), (await office.FileAsync(caseId)).DecisionOn(Gate.Vetting) is { } decision ? (decision.Outcome, decision.Dissent.Count) : default);

        var coordinator = await doors.DeskOfAsync("coordinator", CoordinatorSteps.Audience, reference);
        await coordinator.Screen.OpenAsync("/coordinators/agreement");
        await coordinator.Screen.PhotographAsync("coordinators.agreement");
        Assert.Contains("fewer than 5", await coordinator.Screen.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    private static async Task PhotographAsync(StaffDesk desk, string name, string step)
    {
        await desk.Screen.OpenAsync(desk.At(step));
        await desk.Screen.PhotographAsync($"vetters.adjudication.{name}");
    }

    /// <summary>The case of the panel's case file, up to the screening that its first vetter asks for; the server's worker does it.</summary>
    private static async Task<(Guid Id, string Reference)> CaseAtVettingAsync(DemoOffice office)
    {
        var walk = CaseWalk.Read(Path.Combine(Repository.Root, "tests", "cases", "panel.yaml"));
        var staff = new[] { "intake", "screener", "coordinator", "custodian", "vetter", "vetter2", "vetter3" }.ToDictionary(p => $"{walk.Name}-{p}", p => office.Seats[p].Id, StringComparer.Ordinal);
        var acts = office.Services.GetRequiredService<ActRunner>();
        var (caseId, reference) = (Guid.Empty, string.Empty);
        for (var step = 0; walk.Steps[step].What != "report-incident"; step++)
        {
            (caseId, reference) = await acts.RunAsync(walk.RequestFor("reviews", step, caseId, staff, TimeProvider.System.GetUtcNow()), CancellationToken.None) is ActResult.Done done
                ? (done.CaseId, done.Reference)
                : throw new InvalidOperationException($"{walk.Steps[step].What} was not done.");
        }

        return (caseId, reference);
    }
}
