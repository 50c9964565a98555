using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Reading;

namespace HumanitarianEntry.JourneyTests.Navigators;

/// <summary>A signed-in member of staff and the pages of one audience.</summary>
public class StaffDesk(Screen screen, Seat seat, string audience, string reference)
{
    public Screen Screen => screen;

    public Seat Seat => seat;

    /// <summary>The address of a page below the case.</summary>
    public string At(string step) => step.Length == 0 ? $"/{audience}/cases/{reference}" : $"/{audience}/cases/{reference}/{step}";

    public async Task LookAtTheCaseAsync()
    {
        await screen.OpenAsync(At(string.Empty));
        await screen.PhotographAsync($"{audience}.case");
    }

    public async Task LookAtTheWorklistAsync()
    {
        await screen.OpenAsync($"/{audience}");
        await screen.PhotographAsync($"{audience}.worklist");
    }

    public async Task ReadTheInboxAsync()
    {
        await screen.OpenAsync($"/{audience}/inbox");
        await screen.PhotographAsync($"{audience}.inbox");
    }

    /// <summary>Opens the form of a step, answers and sends it.</summary>
    public async Task SendAsync(string step, params (string Field, string Answer)[] answers)
    {
        await screen.OpenAsync(At(step));
        await screen.PhotographAsync($"{audience}.{step.Split('?')[0].Replace('/', '.')}");
        await screen.SendHereAsync(answers);
    }

    public Task DecideAsync(string gate, string outcome, string reason) => SendAsync($"gates/{gate}", ("Outcome", outcome), ("Reason", reason));
}

/// <summary>Signs people in, each in a window of his own that stays open: a one-time password opens once.</summary>
public sealed class Doorkeeper(Browsers browsers, Uri home, DemoOffice office, AxeFindings axe, Album album)
{
    private readonly Dictionary<string, Screen> open = new(StringComparer.Ordinal);

    /// <summary>The person at the pages of an audience, for one case.</summary>
    public async Task<StaffDesk> DeskOfAsync(string userName, string audience, string reference)
    {
        var seat = office.Seats[userName];
        if (!open.TryGetValue(userName, out var screen))
        {
            screen = await SignInAsync(seat);
            open[userName] = screen;
        }

        return new StaffDesk(screen, seat, audience, reference);
    }

    private async Task<Screen> SignInAsync(Seat seat)
    {
        var screen = await Screen.OpenAsync(browsers, home, Viewport.Desktop, axe, album);
        await screen.SendAsync("/sign-in", ("UserName", seat.UserName), ("Password", Seat.Password));
        await screen.SendHereAsync(("Code", seat.CodeAt(TimeProvider.System.GetUtcNow())));
        return screen.Path != "/sign-in" ? screen : throw new InvalidOperationException($"{seat.UserName} cannot sign in.");
    }
}
