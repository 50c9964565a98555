using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.JourneyTests.Crashes;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Reading;
using HumanitarianEntry.Web.Designers.Studio;
using HumanitarianEntry.Workflows.Editing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.JourneyTests.Designers;

/// <summary>The real Elsa Studio in the real browser against the real server: drawn by one, published by another, and watched on a running case.</summary>
public sealed class AProcedureIsDrawnInStudio
{
    private const string Definition = "fr-ple-kz";
    private const string Studio = "/designer/studio/" + StudioPackage.Version;
    private static readonly (string, string)[] On = [("HE_Designer", "true")];
    private readonly AxeFindings axe = new();
    private readonly Album album = new();

    [Fact]
    public async Task Drawing_PublishedBySomebodyElse_IsExactlyWhatWasDrawn()
    {
        Assert.SkipWhen(StudioDesk.Missing is not null, StudioDesk.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null, On);
        await using var browsers = await Browsers.StartAsync();
        var first = await SignInAsync(browsers, server.Address, office.Seats["designer"], StudioDesk.Wide);
        Assert.Equal("/designer", first.Path);
        var desk = new StudioDesk(office, first, Definition);
        await desk.OpenAsync($"{Studio}/definitions/{Definition}");
        await desk.PhotographAsync("designer.editor");

        await desk.MoveAsync("recommendation", -40);
        Assert.Equal((DifferenceKind.Moved, "recommendation"), Told(Assert.Single(await desk.AwaitSavedAsync(drawn => drawn.Count > 0))));
        var delay = await desk.AddAsync("Time", "Delay", "recommendation", 350);
        await desk.AwaitSavedAsync(drawn => drawn.Count == 2);
        await desk.WriteAsync("TimeSpan", "1.00:00:00");
        await desk.AwaitSavedAsync(drawn => drawn.Any(d => d.Fields.Any(f => f.After == "1.00:00:00")));
        await desk.CutAsync("recommendation", "Done", "recommendation-result");
        await desk.AwaitSavedAsync(drawn => drawn.Any(d => d.Kind == DifferenceKind.Removed));
        await desk.LetGoAsync("recommendation");
        await desk.ConnectAsync("recommendation", "Done", delay);
        await desk.AwaitSavedAsync(drawn => drawn.Count(d => d.Part == DifferencePart.Connection) == 2);
        await desk.ConnectAsync(delay, "Done", "recommendation-result");
        await desk.AwaitSavedAsync(drawn => drawn.Count(d => d.Part == DifferencePart.Connection) == 3);
        await desk.PublishAsync();
        await desk.Page.Locator("#he-state").GetByText("proposed, not published").WaitForAsync();
        await desk.Page.GetByText("Proposed; a second person publishes").WaitForAsync();
        await desk.PhotographAsync("designer.proposed");

        await ConfirmAsync(await SignInAsync(browsers, server.Address, office.Seats["designer2"], Viewport.Desktop));

        var known = (await office.Services.GetRequiredService<DefinitionShelf>().FindAsync(Definition, CancellationToken.None))!;
        Assert.Equal([1, 2], known.Published.Select(v => v.Version));
        Assert.Equal(2, office.Services.GetRequiredService<ProgrammeLibrary>().For(Definition).Definition.Version);
        Assert.Equal(
            [
                (DifferenceKind.Added, delay), (DifferenceKind.Added, $"{delay}:Done>recommendation-result"), (DifferenceKind.Added, $"recommendation:Done>{delay}"),
                (DifferenceKind.Removed, "recommendation:Done>recommendation-result"), (DifferenceKind.Moved, "recommendation"),
            ],
            DefinitionDifference.Between(known.Published[0], known.Published[1]).Select(Told).OrderBy(d => d.Kind == DifferenceKind.Moved).ThenBy(d => d.Kind).ThenBy(d => d.Id, StringComparer.Ordinal));
        Assert.Empty(desk.Complaints);
        Assert.Empty(axe.All);
        Assert.Empty(album.WiderThanThePhone);
    }

    [Fact]
    public async Task Run_InTheViewer_ShowsWhatIsDoneAndWhatWaits()
    {
        Assert.SkipWhen(StudioDesk.Missing is not null, StudioDesk.Missing ?? string.Empty);
        await using var office = await DemoOffice.OpenAsync();
        var (caseId, reference) = await office.NewCaseAsync();
        await office.ActAsync("intake", caseId, new DecideGate(Gate.Referral, "accept", "DEMO: danger is real."));
        await using var server = await ServerProcess.StartAsync(office, ServerProcess.FreePort(), mail: null, On);
        await using var browsers = await Browsers.StartAsync();
        var screen = await SignInAsync(browsers, server.Address, office.Seats["designer"], StudioDesk.Wide);
        var desk = new StudioDesk(office, screen, Definition);

        await desk.OpenAsync($"{Studio}/runs/{caseId}");

        Assert.Equal(("1", "mud-theme-success"), await desk.BadgeAsync("referral"));
        Assert.Equal(("1", "mud-theme-warning"), await desk.BadgeAsync("consent"));
        Assert.Equal(("1", "mud-theme-warning"), await desk.BadgeAsync("withdrawal"));
        Assert.Equal(("0", "mud-badge-default"), await desk.BadgeAsync("identity"));
        Assert.DoesNotContain(reference, await desk.Page.ContentAsync(), StringComparison.Ordinal);
        await desk.PhotographAsync("designer.run");

        await screen.Page.GotoAsync(new Uri(server.Address, $"{Studio}/runs").ToString());
        await screen.Page.GetByText(caseId.ToString()).First.ClickAsync();
        await screen.Page.WaitForURLAsync($"**/runs/{caseId}");
        Assert.Empty(desk.Complaints);
    }

    private static (DifferenceKind Kind, string Id) Told(DrawnDifference difference) => (difference.Kind, difference.Id);

    private static async Task ConfirmAsync(Screen second)
    {
        await second.OpenAsync("/designer");
        await second.PhotographAsync("designer.procedures");
        await second.OpenAsync("/designer/proposals");
        await second.PhotographAsync("designer.proposals");
        await second.OpenAsync(await second.Page.Locator("main td a").First.GetAttributeAsync("href") ?? string.Empty);
        await second.PhotographAsync("designer.proposal");
        await second.PressAsync("Confirm and publish");
        Assert.Contains("version 2 is published", await second.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<Screen> SignInAsync(Browsers browsers, Uri home, Seat seat, Viewport viewport)
    {
        var screen = await Screen.OpenAsync(browsers, home, viewport, axe, album);
        await screen.SendAsync("/sign-in", ("UserName", seat.UserName), ("Password", Seat.Password));
        await screen.SendHereAsync(("Code", seat.CodeAt(TimeProvider.System.GetUtcNow())));
        return screen;
    }
}
