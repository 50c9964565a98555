using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.JourneyTests.Hosting;
using HumanitarianEntry.JourneyTests.Reading;
using HumanitarianEntry.Web.Designers.Studio;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Editing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace HumanitarianEntry.JourneyTests.Designers;

/// <summary>A programme designer before the real Elsa Studio, driven by the mouse. Notes every request that leaves this machine and every complaint of the browser about the policy.</summary>
internal sealed partial class StudioDesk(DemoOffice office, Screen screen, string definition)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<string> complaints = [];

    public static readonly Viewport Wide = new("studio-1700", 1700, 1250);

    /// <summary>What this machine lacks, or null when Studio can be opened.</summary>
    public static string? Missing => Browsers.Missing
        ?? (Directory.Exists(Path.Combine(Folder, "node_modules", StudioPackage.Package)) ? null : $"Elsa Studio is not restored in {Folder}: run the verb install-designer");

    /// <summary>Foreign requests, broken policies and crashes of Studio.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public IPage Page => screen.Page;

    private static string Folder => Path.Combine(Path.GetDirectoryName(Repository.Application)!, "designer");

    private DefinitionShelf Shelf => office.Services.GetRequiredService<DefinitionShelf>();

    private ILocator Canvas => Page.Locator(".x6-graph").First;

    public async Task OpenAsync(string path)
    {
        Page.Request += (_, request) => Note(request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Host != "localhost", $"asks {request.Url}");
        Page.Console += (_, line) => Note(line.Text.Contains("Content Security Policy", StringComparison.Ordinal) || line.Text.Contains("Unhandled exception", StringComparison.Ordinal), line.Text);
        await Page.GotoAsync(new Uri(new Uri(Page.Url), path).ToString());
        await Page.Locator(".x6-node").First.WaitForAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
        // The canvas is drawn in several steps; the arrows come last.
        await Page.Locator(".x6-edge").Nth(20).WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = (float)Patience.TotalMilliseconds });
        await Page.WaitForTimeoutAsync(3000);
    }

    public async Task MoveAsync(string box, float down)
    {
        var at = await PlaceAsync(box);
        await DragAsync((at.X + 100, at.Y + 20), (at.X + 100, at.Y + 20 + down));
    }

    /// <summary>Drags a kind of box out of the list on the left, to below another box.</summary>
    /// <returns>The id that Studio gave it.</returns>
    public async Task<string> AddAsync(string category, string kind, string below, float distance)
    {
        var known = await BoxesAsync();
        await Page.GetByText(category, new() { Exact = true }).ClickAsync();
        var offered = Page.Locator("[draggable=true]").Filter(new() { HasText = kind }).First;
        await offered.WaitForAsync();
        await Page.WaitForTimeoutAsync(700);
        var (at, canvas) = (await PlaceAsync(below), await Canvas.BoundingBoxAsync());
        await offered.DragToAsync(Canvas, new() { TargetPosition = new() { X = at.X - canvas!.X + 50, Y = at.Y - canvas.Y + distance } });
        await Page.WaitForFunctionAsync("count => document.querySelectorAll('.x6-node').length > count", known.Count);
        return (await BoxesAsync()).Except(known).Single();
    }

    /// <summary>Writes into the panel of the chosen box.</summary>
    public async Task WriteAsync(string field, string value)
    {
        var input = Page.Locator(".mud-input-control").Filter(new() { HasText = field }).Locator("input").First;
        await input.FillAsync(value);
        await input.PressAsync("Tab");
    }

    /// <summary>Presses on the empty canvas above a box, so that none is chosen: the frame of a chosen box lies over its ports.</summary>
    public async Task LetGoAsync(string above)
    {
        var at = await PlaceAsync(above);
        await Page.Mouse.ClickAsync(at.X + 60, at.Y - 50);
        await Page.WaitForTimeoutAsync(500);
    }

    public async Task ConnectAsync(string source, string port, string target) => await DragAsync(await PortAsync(source, port), await PortAsync(target, "In"));

    /// <summary>The cross that Studio shows on an arrow under the mouse.</summary>
    public async Task CutAsync(string source, string port, string target)
    {
        var (from, to) = (await PortAsync(source, port), await PortAsync(target, "In"));
        var middle = await Page.EvaluateAsync<double[]>(
            """
            ([fromX, fromY, toX, toY]) => {
              let nearest = [], least = 60;
              for (const line of document.querySelectorAll('.x6-edge path[stroke-width="10"]')) {
                const turn = line.getScreenCTM(), length = line.getTotalLength();
                const at = part => { const p = line.getPointAtLength(length * part); return [p.x * turn.a + turn.e, p.y * turn.d + turn.f]; };
                const [first, last] = [at(0), at(1)];
                const away = Math.hypot(first[0] - fromX, first[1] - fromY) + Math.hypot(last[0] - toX, last[1] - toY);
                if (away < least) [nearest, least] = [at(0.5), away];
              }
              return nearest;
            }
            """,
            new double[] { from.X, from.Y, to.X, to.Y });
        if (middle is not [var x, var y])
        {
            await PhotographAsync("designer.no-arrow");
            throw new InvalidOperationException($"There is no arrow from {source} to {target} on the canvas.");
        }

        await Page.Mouse.MoveAsync((float)x, (float)y);
        await Page.Locator("[data-tool-name='button-remove']").First.ClickAsync();
    }

    public Task PublishAsync() => Page.Locator("button.mud-primary-text").Filter(new() { Has = Page.Locator("path[d^='M19.35 10.04']") }).First.ClickAsync();

    /// <summary>The number on a box and its colour: mud-success for what is done, mud-theme-warning for what waits.</summary>
    public async Task<(string Number, string Colour)> BadgeAsync(string box)
    {
        var badge = Page.Locator($"[data-cell-id='{box}'] .mud-badge").First;
        await badge.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = (float)Patience.TotalMilliseconds });
        return ((await badge.InnerTextAsync()).Trim(), Colour().Match(await badge.GetAttributeAsync("class") ?? string.Empty).Value);
    }

    /// <summary>Waits until Studio has saved what was drawn by itself.</summary>
    public async Task<IReadOnlyList<DrawnDifference>> AwaitSavedAsync(Func<IReadOnlyList<DrawnDifference>, bool> isThere)
    {
        IReadOnlyList<DrawnDifference> drawn = [];
        for (var until = TimeProvider.System.GetUtcNow() + Patience; TimeProvider.System.GetUtcNow() < until; await Task.Delay(500))
        {
            drawn = await Shelf.FindAsync(definition, CancellationToken.None) is { Draft: { } draft } known ? DefinitionDifference.Between(known.InForce, WorkflowDefinition.Parse(draft.Json, "draft")) : [];
            if (isThere(drawn))
            {
                return drawn;
            }
        }

        throw new TimeoutException($"Studio did not save it. Saved is: {string.Join("; ", drawn.Select(d => $"{d.Kind} {d.Id}"))}. It says: {await Page.Locator("#he-state").InnerTextAsync()}");
    }

    public Task PhotographAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}.{Wide.Name}.png") });

    private async Task<List<string>> BoxesAsync() => [.. await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.x6-node')].map(box => box.dataset.cellId)")];

    private async Task<LocatorBoundingBoxResult> PlaceAsync(string box) =>
        await Page.Locator($"[data-cell-id='{box}']").First.BoundingBoxAsync() ?? throw new InvalidOperationException($"There is no box {box} on the canvas.");

    private async Task<(float X, float Y)> PortAsync(string box, string port)
    {
        var at = await Page.Locator($"[data-cell-id='{box}'] [port='{port}']").First.BoundingBoxAsync() ?? throw new InvalidOperationException($"{box} has no port {port} on the canvas.");
        return (at.X + (at.Width / 2), at.Y + (at.Height / 2));
    }

    private async Task DragAsync((float X, float Y) from, (float X, float Y) to)
    {
        await Page.Mouse.MoveAsync(from.X, from.Y);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync((from.X + to.X) / 2, (from.Y + to.Y) / 2, new() { Steps = 10 });
        await Page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 10 });
        await Page.Mouse.UpAsync();
    }

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
        {
            complaints.Add(what);
        }
    }

    [GeneratedRegex("mud-(theme-)?(success|warning|error)|mud-badge-default", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Colour();
}
