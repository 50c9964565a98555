using System.Collections.Immutable;

namespace HumanitarianEntry.Workflows.Maps;

public enum MapBoxKind
{
    /// <summary>People do something.</summary>
    Task,

    /// <summary>An event, a clock or another run is waited for.</summary>
    Wait,

    /// <summary>The run ends.</summary>
    End,
}

/// <summary>A place where a run can stand or end. Switches, joins and variables are not drawn: they take no time and nobody acts there.</summary>
/// <param name="Text">The words on the box in the definition.</param>
/// <param name="Gate">The gate of a task; null otherwise.</param>
/// <param name="Column">0 is the way on which everything goes well.</param>
/// <param name="Row">From above, 0 first.</param>
public sealed record MapBox(string Id, MapBoxKind Kind, string Text, string? Gate, int Column, int Row);

/// <summary>One can come from one box to another without waiting in between.</summary>
/// <param name="Outcomes">Labels of the ports on the way, such as "Interview again"; empty when there is only one way on.</param>
public sealed record MapArrow(string From, string To, ImmutableArray<string> Outcomes, bool IsBack);

/// <summary>A definition drawn for people: where a case can stand and how it comes from one place to the next, from above to below.</summary>
/// <param name="AnyTime">What can happen from every box and leads to the end, such as a withdrawal.</param>
/// <param name="Clocks">Timers that run beside a task.</param>
public sealed record ProgrammeMap(ImmutableArray<MapBox> Boxes, ImmutableArray<MapArrow> Arrows, ImmutableArray<string> AnyTime, ImmutableArray<string> Clocks)
{
    public int Columns => Boxes.Length == 0 ? 0 : Boxes.Max(b => b.Column) + 1;

    public int Rows => Boxes.Length == 0 ? 0 : Boxes.Max(b => b.Row) + 1;

    /// <summary>Every box that still lies ahead of these, along arrows that do not go back.</summary>
    public IReadOnlySet<string> After(IEnumerable<string> boxes)
    {
        var ahead = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(boxes);
        while (open.TryPop(out var box))
        {
            foreach (var arrow in Arrows.Where(a => a.From == box && !a.IsBack && ahead.Add(a.To)))
            {
                open.Push(arrow.To);
            }
        }

        return ahead;
    }

    public MapBox this[string id] => Boxes.First(b => b.Id == id);
}
