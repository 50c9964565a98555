using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Web.Coordinators.StateMaps;

/// <summary>A state in the drawing: a box in a column.</summary>
public sealed record StateBox(StateRow Row, int Index)
{
    public const int Left = 90;
    public const int Width = 220;
    public const int Height = 34;
    private const int Step = 56;

    public int Top => 10 + (Index * Step);
    public int Middle => Top + (Height / 2);
    public int Bottom => Top + Height;
}

/// <summary>A legal move. Moves to the next box go straight down, others in an arc: onward on the right, back on the left.</summary>
public sealed record StateMove(StateBox From, StateBox To)
{
    private const int Right = StateBox.Left + StateBox.Width;
    private const int Centre = StateBox.Left + (StateBox.Width / 2);
    private const int Widest = 80;

    /// <summary>Path data of the line.</summary>
    public string Line => (To.Index - From.Index) switch
    {
        1 => $"M{Centre} {From.Bottom} L{Centre} {To.Top}",
        > 1 => $"M{Right} {From.Middle} C{Right + Reach} {From.Middle} {Right + Reach} {To.Middle} {Right} {To.Middle}",
        _ => $"M{StateBox.Left} {From.Middle} C{StateBox.Left - Reach} {From.Middle} {StateBox.Left - Reach} {To.Middle} {StateBox.Left} {To.Middle}",
    };

    /// <summary>Path data of the arrow head.</summary>
    public string Head => (To.Index - From.Index) switch
    {
        1 => $"M{Centre - 5} {To.Top - 8} L{Centre} {To.Top} L{Centre + 5} {To.Top - 8}",
        > 1 => $"M{Right + 8} {To.Middle - 5} L{Right} {To.Middle} L{Right + 8} {To.Middle + 5}",
        _ => $"M{StateBox.Left - 8} {To.Middle - 5} L{StateBox.Left} {To.Middle} L{StateBox.Left - 8} {To.Middle + 5}",
    };

    /// <summary>Longer jumps bow further out, so that lines stay apart.</summary>
    private int Reach => Math.Min(Widest, 24 + (Math.Abs(To.Index - From.Index) * 6)) * 4 / 3;
}

/// <summary>The drawing of the state table. Nothing in it is written by hand: another table gives another drawing.</summary>
public sealed record StateMap(IReadOnlyList<StateBox> Boxes, IReadOnlyList<StateMove> Moves)
{
    public const int Width = 400;

    public int Height => Boxes[^1].Bottom + 10;

    public static StateMap Draw(IEnumerable<StateRow> rows)
    {
        // States without an ordinary move in or out (side paths, withdrawal) start anywhere: they are told below the drawing.
        var all = rows.ToList();
        var boxes = all.Where(r => r.Next.Length > 0 || all.Exists(other => other.Next.Contains(r.State))).Select((row, index) => new StateBox(row, index)).ToList();
        var byState = boxes.ToDictionary(b => b.Row.State);
        return new(boxes, [.. boxes.SelectMany(from => from.Row.Next.Select(to => new StateMove(from, byState[to])))]);
    }
}
