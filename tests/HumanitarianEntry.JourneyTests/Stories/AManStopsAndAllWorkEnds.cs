using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>A man stops, on his phone, without a reason: his page says so at once, the coordinator reads it, nobody can decide any more, and he can still write and ask for his data.</summary>
public sealed class AManStopsAndAllWorkEnds
{
    [Fact]
    public async Task Stop_WithoutAReason_IsSeenAtOnceByBothSides()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var space = await OwnSpace.OpenAsync();
        var man = await space.WriteAsync("ДЕМО Перестал");
        await man.EnterAsync();
        var coordinator = await space.Doors.DeskOfAsync("coordinator", CoordinatorSteps.Audience, man.Reference);
        await coordinator.TakeTheCaseAsync(man.Reference);

        await man.Screen.OpenAsync("/applicants/requests");
        await man.Screen.PhotographAsync("applicants.requests");
        await man.Screen.SendAsync("/applicants/stop", ("Sure", "yes"));
        Assert.Contains("Закончено", await man.HeadingAsync(), StringComparison.Ordinal);
        await man.Screen.OpenAsync("/applicants/requests");
        Assert.Contains("Остановить", await man.Screen.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Выполнено", await man.Screen.TextAsync(), StringComparison.Ordinal);

        await coordinator.ReadTheInboxAsync();
        Assert.Contains("withdrew", await coordinator.Screen.TextAsync(), StringComparison.Ordinal);
        await coordinator.LookAtTheCaseAsync();
        Assert.Contains("No gate is open", await coordinator.Screen.TextAsync(), StringComparison.Ordinal);

        await man.SayAsync("ДЕМО: спасибо.");
        await man.Screen.SendAsync("/applicants/requests/new/4", ("Words", "ДЕМО"));
        await coordinator.SendAsync("formal-requests", ("Answer.Outcome", "Granted"), ("Answer.Words", "ДЕМО: вот копия."));
        await man.Screen.OpenAsync("/applicants/requests");
        Assert.Contains("ДЕМО: вот копия.", await man.Screen.TextAsync(), StringComparison.Ordinal);
        await man.Screen.PhotographAsync("applicants.requests-answered");

        var file = await space.Office.FileAsync(await space.Office.CaseIdAsync(man.Reference));
        Assert.Equal(CaseState.Withdrawn, file.Position.State);
        Assert.Equal(2, FormalRules.Standings(file).Count);
        space.AssertReadable();
    }
}
