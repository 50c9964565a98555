using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
    private static readonly AxeRunOptions Wcag22Aa = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };
    private readonly ConcurrentDictionary<AxeFinding, byte> findings = new();
    private readonly ConcurrentDictionary<string, byte> pages = new(StringComparer.Ordinal);

    public IReadOnlyList<AxeFinding> All => [.. findings.Keys.OrderBy(f => f.Page, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal)];

    /// <summary>Addresses that were read, references left out.</summary>
    public IReadOnlyCollection<string> Pages => [.. pages.Keys];

    /// <param name="page">A page in which scripts may run.</param>
    /// <param name="name">The address without a reference.</param>
    public async Task ReadAsync(IPage page, string name, Viewport viewport)
    {
        var result = await page.RunAxe(Wcag22Aa);
        pages.TryAdd(name, 0);
        foreach (var broken in result.Violations)
        {
            foreach (var node in broken.Nodes)
            {
                findings.TryAdd(new AxeFinding(name, viewport.Name, broken.Id, broken.Help, node.Target.ToString()), 0);
            }
        }
    }
}
