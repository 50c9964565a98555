using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Maps;

/// <summary>
/// Gives every box a row and a column. The way on which everything goes well (the first arrow out of each box) runs straight down in the first column;
/// rows follow the longest way from the start, so that every arrow but those that go back points down.
/// </summary>
internal static class MapLayout
{
    public static ProgrammeMap Place(
        ImmutableArray<MapBox> boxes, IReadOnlyList<(string From, Activity To, ImmutableArray<string> Outcomes)> ways, ImmutableArray<string> roots,
        ImmutableArray<string> anyTime, ImmutableArray<string> clocks)
    {
        var arrows = ways.Where(w => w.From != w.To.Id).Select(w => new MapArrow(w.From, w.To.Id, w.Outcomes, false)).ToList();
        var (all, order) = (arrows, Order(roots, arrows));
        arrows = arrows.ConvertAll(a => a with { IsBack = IsBack(a, order, all) });
        arrows.RemoveAll(a => !a.IsBack && IsShortcut(a, arrows));
        var rows = Rows(boxes, arrows);
        var spine = Spine(roots, arrows);
        var placed = boxes.OrderBy(b => rows[b.Id]).ThenBy(b => spine.Contains(b.Id) ? 0 : 1)
            .GroupBy(b => rows[b.Id])
            .SelectMany(row => row.Select((box, i) => box with { Row = row.Key, Column = row.Any(b => spine.Contains(b.Id)) ? i : i + 1 }));
        return new ProgrammeMap([.. placed], [.. arrows], anyTime, clocks);
    }

    /// <summary>An arrow goes back when it closes a loop and leads to a box that comes earlier from the start. All others together close none.</summary>
    private static bool IsBack(MapArrow arrow, List<string> order, List<MapArrow> arrows) =>
        order.IndexOf(arrow.To) <= order.IndexOf(arrow.From) && Leads(arrow.To, arrow.From, arrows);

    /// <summary>The boxes by fewest arrows from the start.</summary>
    private static List<string> Order(IEnumerable<string> roots, List<MapArrow> arrows)
    {
        var order = new List<string>(roots);
        for (var i = 0; i < order.Count; i++)
        {
            order.AddRange(arrows.Where(a => a.From == order[i] && !order.Contains(a.To)).Select(a => a.To).Distinct(StringComparer.Ordinal));
        }

        return order;
    }

    /// <summary>True for an arrow past boxes to which the same outcomes lead first: such as interview to recommendation when vetting was settled before.</summary>
    private static bool IsShortcut(MapArrow arrow, List<MapArrow> arrows)
    {
        var others = arrows.Where(a => a.From == arrow.From && a.To != arrow.To && !a.IsBack && Leads(a.To, arrow.To, arrows)).ToList();
        return arrow.Outcomes.IsEmpty ? others.Exists(o => o.Outcomes.IsEmpty) : arrow.Outcomes.All(label => others.Exists(o => o.Outcomes.Contains(label)));
    }

    private static bool Leads(string from, string to, List<MapArrow> arrows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var box))
        {
            if (box == to)
            {
                return true;
            }

            if (seen.Add(box))
            {
                foreach (var arrow in arrows.Where(a => a.From == box && !a.IsBack))
                {
                    open.Push(arrow.To);
                }
            }
        }

        return false;
    }

    private static Dictionary<string, int> Rows(ImmutableArray<MapBox> boxes, List<MapArrow> arrows)
    {
        var rows = boxes.ToDictionary(b => b.Id, _ => 0, StringComparer.Ordinal);
        // No forward arrow closes a loop, so this settles after as many rounds as there are boxes.
        for (var round = 0; round < boxes.Length; round++)
        {
            foreach (var arrow in arrows.Where(a => !a.IsBack))
            {
                rows[arrow.To] = Math.Max(rows[arrow.To], rows[arrow.From] + 1);
            }
        }

        return rows;
    }

    private static HashSet<string> Spine(ImmutableArray<string> roots, List<MapArrow> arrows)
    {
        var spine = new HashSet<string>(StringComparer.Ordinal);
        var box = roots.FirstOrDefault();
        while (box is not null && spine.Add(box))
        {
            box = arrows.Find(a => a.From == box && !a.IsBack)?.To;
        }

        return spine;
    }
}
