using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Maps;

/// <summary>Finds the places where a run can stand, and the ways between them. Pure.</summary>
public sealed class MapReader
{
    private readonly Dictionary<string, Activity> activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowNodeActivity?> owners = new(StringComparer.Ordinal);
    private readonly ILookup<string, Connection> outgoing;
    private readonly WorkflowDefinition definition;

    private MapReader(WorkflowDefinition definition)
    {
        this.definition = definition;
        var connections = new List<Connection>();
        Collect(definition.Root, null, connections);
        outgoing = connections.ToLookup(c => c.Source, StringComparer.Ordinal);
    }

    public static ProgrammeMap Read(WorkflowDefinition definition) => new MapReader(definition).Read();

    private ProgrammeMap Read()
    {
        var first = Entries(definition.Root).SelectMany(a => Places(a, null, [])).Select(p => p.Place).Distinct().ToList();
        // What waits from the beginning beside the first task can happen at any time; it is told in words, not drawn.
        var anyTime = first.Exists(IsTask) ? first.Where(a => !IsTask(a)).ToList() : [];
        var roots = first.Except(anyTime).ToList();
        var reached = Walk(roots);
        var clocks = reached.Where(a => a is DelayActivity or StartAtActivity && IsBesideTheWay(a, roots, reached)).ToHashSet();
        var drawn = Walk(roots, clocks);
        var ways = drawn.SelectMany(from => WaysFrom(from).Where(w => drawn.Contains(w.To))).ToList();
        return MapLayout.Place(
            [.. drawn.Select(Box)], ways, [.. roots.Select(r => r.Id)],
            [.. anyTime.Select(a => a.DisplayText)], [.. reached.Where(clocks.Contains).Select(a => a.DisplayText)]);
    }

    private static bool IsTask(Activity activity) => activity is RunTaskActivity;

    private static bool IsPlace(Activity activity) => activity.Waits || activity is FinishActivity or FaultActivity;

    private static MapBox Box(Activity activity) => new(
        activity.Id,
        activity switch { RunTaskActivity => MapBoxKind.Task, FinishActivity or FaultActivity => MapBoxKind.End, _ => MapBoxKind.Wait },
        activity.DisplayText, (activity as RunTaskActivity)?.Request.Gate, 0, 0);

    /// <summary>A clock whose absence cuts nothing off is only a reminder beside a task.</summary>
    private bool IsBesideTheWay(Activity clock, List<Activity> roots, List<Activity> reached) => Walk(roots, new HashSet<Activity> { clock }).Count == reached.Count - 1;

    private List<Activity> Walk(IEnumerable<Activity> roots, IReadOnlySet<Activity>? without = null)
    {
        var found = new List<Activity>();
        var open = new Queue<Activity>(roots);
        while (open.TryDequeue(out var place))
        {
            if (without?.Contains(place) != true && !found.Contains(place))
            {
                found.Add(place);
                foreach (var way in WaysFrom(place))
                {
                    open.Enqueue(way.To);
                }
            }
        }

        return found;
    }

    private IEnumerable<(string From, Activity To, ImmutableArray<string> Outcomes)> WaysFrom(Activity place) =>
        Next(place).SelectMany(n => Places(n.Target, n.Outcome, []))
            .GroupBy(p => p.Place)
            .Select(g => (place.Id, g.Key, g.Select(p => p.Outcome).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray()));

    /// <summary>The places that come next, through everything that takes no time.</summary>
    private IEnumerable<(Activity Place, string? Outcome)> Places(Activity from, string? outcome, ImmutableHashSet<string> passed)
    {
        if (IsPlace(from))
        {
            return [(from, outcome)];
        }

        if (passed.Contains(from.Id))
        {
            return [];
        }

        if (from is not FlowNodeActivity box)
        {
            return Next(from).SelectMany(n => Places(n.Target, n.Outcome ?? outcome, passed.Add(from.Id)));
        }

        // Through a box with places inside the way leads to those; that all may be settled already and the box be skipped is not drawn.
        var then = Entries(box.Body).SelectMany(a => Places(a, outcome, passed.Add(from.Id))).ToList();
        var inside = then.FindAll(p => IsInside(p.Place, box));
        return inside.Count > 0 ? inside : then;
    }

    private bool IsInside(Activity activity, FlowNodeActivity box) => owners[activity.Id] is { } owner && (owner == box || IsInside(owner, box));

    private IEnumerable<(Activity Target, string? Outcome)> Next(Activity from)
    {
        var connections = outgoing[from.Id].ToList();
        if (connections.Count == 0 && owners[from.Id] is { } owner)
        {
            return Next(owner);
        }

        return connections.Select(c => (activities[c.Target], from is FlowSwitchActivity && c.Port != FlowSwitchActivity.Default ? c.Port : null));
    }

    private static IEnumerable<Activity> Entries(Flowchart level)
    {
        var entered = level.Connections.Select(c => c.Target).ToHashSet(StringComparer.Ordinal);
        return level.Activities.OfType<StartActivity>().Cast<Activity>().Concat(level.Activities.Where(a => !entered.Contains(a.Id))).Take(1);
    }

    private void Collect(Flowchart level, FlowNodeActivity? owner, List<Connection> connections)
    {
        connections.AddRange(level.Connections);
        foreach (var activity in level.Activities)
        {
            activities[activity.Id] = activity;
            owners[activity.Id] = owner;
            if (activity is FlowNodeActivity box)
            {
                Collect(box.Body, box, connections);
            }
        }
    }
}
