using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Navigators;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Stories;

/// <summary>A man loses his code. One of the staff proposes a new one and cannot give it alone; another one agrees and reads it out. The old code opens nothing any more.</summary>
public sealed class ALostCodeIsGivenAgainByTwoPeople
{
    [Fact]
    public async Task Code_Lost_NeedsTwoPeopleAndTheOldOneDies()
    {
        Assert.SkipWhen(Browsers.Missing is not null, Browsers.Missing ?? string.Empty);
        await using var space = await OwnSpace.OpenAsync();
        var man = await space.WriteAsync("ДЕМО Потерял");
        await man.EnterAsync();

        var intake = await space.Doors.DeskOfAsync("intake", "screeners", man.Reference);
        await intake.Screen.OpenAsync("/screeners");
        await intake.Screen.PressAsync($"Take this case {man.Reference}");
        var coordinator = await space.Doors.DeskOfAsync("coordinator", CoordinatorSteps.Audience, man.Reference);
        await coordinator.TakeTheCaseAsync(man.Reference);
        await intake.SendAsync("access-code", ("Propose.Reason", "DEMO: the paper is lost."), ("Propose.KnownBy", "DEMO: code phrase and voice."));
        Assert.DoesNotContain("Agree and show the new code", await intake.Screen.TextAsync(), StringComparison.Ordinal);

        await coordinator.SendAsync("access-code", ("Issue.SureBy", "DEMO: I called by the plan and heard the phrase."));
        var code = (await coordinator.Screen.Page.Locator("main p.figure").Last.InnerTextAsync()).Trim();
        Assert.Equal(20, code.Count(char.IsAsciiDigit));

        Assert.EndsWith("/enter", await space.TryEnterAsync(man.Reference, man.Code), StringComparison.Ordinal);
        Assert.EndsWith("/applicants", await space.TryEnterAsync(man.Reference, code), StringComparison.Ordinal);
        await man.Screen.Page.GotoAsync(new Uri(space.Home, "/applicants").ToString());
        Assert.EndsWith("/enter", man.Screen.Path, StringComparison.Ordinal);
        space.AssertReadable();
    }
}
