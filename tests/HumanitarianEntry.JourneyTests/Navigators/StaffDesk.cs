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

    public Task LookAtTheCaseAsync() => screen.OpenAsync(At(string.Empty));

    public Task LookAtTheWorklistAsync() => screen.OpenAsync($"/{audience}");

    public Task ReadTheInboxAsync() => screen.OpenAsync($"/{audience}/inbox");

    /// <summary>Opens the case, as a person does, then the form, and sends it.</summary>
    public Task SendAsync(string step, params (string Field, string Answer)[] answers) => screen.SendAsync(At(step), answers);

    public Task DecideAsync(string gate, string outcome, string reason) => SendAsync($"gates/{gate}", ("Outcome", outcome), ("Reason", reason));
}

/// <summary>Signs people in, each in a window of his own that stays open: a one-time password opens once.</summary>
public sealed class Reception(Browsers browsers, Uri home, DemoOffice office, AxeFindings axe)
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
        var screen = await Screen.OpenAsync(browsers, home, Viewport.Desktop, axe);
        await screen.SendAsync("/sign-in", ("UserName", seat.UserName), ("Password", Seat.Password));
        await screen.SendHereAsync(("Code", seat.CodeAt(TimeProvider.System.GetUtcNow())));
        return screen.Path != "/sign-in" ? screen : throw new InvalidOperationException($"{seat.UserName} cannot sign in.");
    }
}
