using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using HumanitarianEntry.JourneyTests.Hosting;
using Microsoft.Playwright;

namespace HumanitarianEntry.JourneyTests.Reading;

/// <summary>One rule broken on one page.</summary>
public sealed record AxeFinding(string Page, string Viewport, string Rule, string Help, string Where)
{
    public override string ToString() => $"{Page} ({Viewport}): {Rule}: {Help} at {Where}";
}

/// <summary>Reads every visited page with axe against WCAG 2.2 AA and keeps what it finds until the end.</summary>
public sealed class AxeFindings
{
    private const string Wcag22Aa = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly ConcurrentDictionary<AxeFinding, byte> findings = new();
    private readonly ConcurrentDictionary<string, byte> pages = new(StringComparer.Ordinal);

    public IReadOnlyList<AxeFinding> All => [.. findings.Keys.OrderBy(f => f.Page, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal)];

    /// <summary>Addresses that were read, references left out.</summary>
    public IReadOnlyCollection<string> Pages => [.. pages.Keys];

    /// <param name="page">A page in which scripts may run.</param>
    /// <param name="name">The address without a reference.</param>
    public async Task ReadAsync(IPage page, string name, Viewport viewport)
    {
        // In the page itself: axe's own way for Playwright opens a window for each reading, for the sake of frames, which these pages do not have.
        await page.EvaluateAsync($"() => {{ if (!window.axe) {{ {Axe} }} }}");
        var broken = await page.EvaluateAsync<Broken[]>(
            $"() => axe.run(document, {{ runOnly: {{ type: 'tag', values: {Wcag22Aa} }}, resultTypes: ['violations'] }}).then(r => r.violations.map(v => ({{ rule: v.id, help: v.help, where: v.nodes.map(n => n.target.join(' ')) }})))");
        pages.TryAdd(name, 0);
        foreach (var one in broken)
        {
            foreach (var where in one.Where)
            {
                findings.TryAdd(new AxeFinding(name, viewport.Name, one.Rule, one.Help, where), 0);
            }
        }
    }

    private sealed record Broken
    {
        public string Rule { get; init; } = string.Empty;

        public string Help { get; init; } = string.Empty;

        public string[] Where { get; init; } = [];
    }
}
