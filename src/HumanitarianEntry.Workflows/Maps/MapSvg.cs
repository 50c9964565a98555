using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace HumanitarianEntry.Workflows.Maps;

public enum MapState
{
    NotYet,
    Done,
    Waiting,
}

/// <summary>What is written on a box.</summary>
/// <param name="Note">A second, smaller text, such as since when it waits; null for none.</param>
public sealed record MapMark(string Text, MapState State, string? Note = null);

/// <summary>
/// Draws a map as SVG, about 320 units wide for two columns so that it can be read on a telephone. Colours are attributes, which a style sheet may override by class;
/// no style element, no script. The words of the drawing are for eyes: a table beside it says the same to everybody.
/// </summary>
public static class MapSvg
{
    private const int BoxWidth = 126;
    private const int Gutter = 28;
    private const int Margin = 20;
    private const int RowGap = 30;
    private const int TextHeight = 14;
    private const int NoteHeight = 12;
    private const int Padding = 8;
    private const int LettersALine = 16;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="title">Says what is drawn; read by screen readers in place of the drawing.</param>
    /// <param name="marks">By box id; every box has one.</param>
    public static XElement Draw(ProgrammeMap map, string title, IReadOnlyDictionary<string, MapMark> marks)
    {
        var grid = new Grid(map, marks);
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {grid.Width} {grid.Height}")),
            new XAttribute("width", grid.Width),
            new XAttribute("height", grid.Height),
            new XAttribute("class", "case-map"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", title),
            new XAttribute("font-family", "sans-serif"),
            new XElement(Svg + "g", new XAttribute("class", "map-ways"), new XAttribute("fill", "none"), new XAttribute("stroke", "#6b7280"), new XAttribute("stroke-width", "1.3"), map.Arrows.SelectMany(grid.Way)),
            map.Boxes.SelectMany(box => Box(box, marks[box.Id], grid)));
    }

    private static IEnumerable<XElement> Box(MapBox box, MapMark mark, Grid grid)
    {
        var (x, y, height) = (Grid.Left(box), grid.Top(box), grid.BoxHeight(box));
        var (fill, stroke, width) = mark.State switch
        {
            MapState.NotYet => ("#ffffff", "#9ca3af", "1"),
            MapState.Done => ("#e5efe8", "#2f6f4f", "1.3"),
            MapState.Waiting => ("#fff3d6", "#8a5a00", "2.6"),
        };
        yield return new XElement(
            Svg + "rect",
            new XAttribute("class", $"map-box map-{mark.State.ToString().ToLowerInvariant()}"),
            new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", BoxWidth), new XAttribute("height", height),
            new XAttribute("rx", box.Kind == MapBoxKind.End ? height / 2 : 5),
            new XAttribute("fill", fill), new XAttribute("stroke", stroke), new XAttribute("stroke-width", width));
        var lines = Lines(mark);
        for (var i = 0; i < lines.Length; i++)
        {
            yield return Text(lines[i], x + (BoxWidth / 2), y + Padding + 11 + (i * TextHeight), "12", mark.State == MapState.NotYet ? "#4b5563" : "#111827");
        }

        if (mark.Note is { } note)
        {
            yield return Text(note, x + (BoxWidth / 2), y + Padding + 10 + (lines.Length * TextHeight), "10", "#374151");
        }

        if (mark.State == MapState.Done)
        {
            yield return new XElement(
                Svg + "path", new XAttribute("class", "map-tick"), new XAttribute("fill", "none"), new XAttribute("stroke", "#2f6f4f"), new XAttribute("stroke-width", "2"),
                new XAttribute("d", string.Create(CultureInfo.InvariantCulture, $"M{x + BoxWidth - 13} {y + 7} l3 3 l5 -6")));
        }
    }

    private static XElement Text(string text, int x, int y, string size, string fill) => new(
        Svg + "text", new XAttribute("class", "map-text"), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("text-anchor", "middle"), new XAttribute("font-size", size), new XAttribute("fill", fill), text);

    /// <summary>The text in lines of about equal room, at spaces only; at most three, the last one cut.</summary>
    private static ImmutableArray<string> Lines(MapMark mark)
    {
        var lines = new List<string>();
        foreach (var word in mark.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= LettersALine)
            {
                lines[^1] += ' ' + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines.Count <= 3 ? [.. lines] : [lines[0], lines[1], lines[2] + '…'];
    }

    /// <summary>Where everything stands, in units of the drawing.</summary>
    private sealed class Grid
    {
        private readonly ProgrammeMap map;
        private readonly Dictionary<string, MapBox> boxes;
        private readonly Dictionary<string, int> heights;
        private readonly int[] tops;

        public Grid(ProgrammeMap map, IReadOnlyDictionary<string, MapMark> marks)
        {
            this.map = map;
            boxes = map.Boxes.ToDictionary(b => b.Id, StringComparer.Ordinal);
            heights = map.Boxes.ToDictionary(b => b.Id, b => (2 * Padding) + (Lines(marks[b.Id]).Length * TextHeight) + (marks[b.Id].Note is null ? 0 : NoteHeight), StringComparer.Ordinal);
            tops = new int[map.Rows + 1];
            for (var row = 0; row < map.Rows; row++)
            {
                tops[row + 1] = tops[row] + map.Boxes.Where(b => b.Row == row).Select(b => heights[b.Id]).DefaultIfEmpty(0).Max() + RowGap;
            }
        }

        public int Width => Margin + (map.Columns * (BoxWidth + Gutter));

        public int Height => tops[^1] - RowGap + (2 * Padding);

        public static int Left(MapBox box) => Margin + (box.Column * (BoxWidth + Gutter));

        public int Top(MapBox box) => Padding + tops[box.Row];

        public int BoxHeight(MapBox box) => heights[box.Id];

        public IEnumerable<XElement> Way(MapArrow arrow)
        {
            var (from, to) = (boxes[arrow.From], boxes[arrow.To]);
            var (line, head) = arrow.IsBack ? Back(from, to) : Forward(from, to);
            var path = new XElement(Svg + "path", new XAttribute("d", line));
            if (arrow.IsBack)
            {
                path.Add(new XAttribute("stroke-dasharray", "4 3"));
            }

            return [path, new XElement(Svg + "path", new XAttribute("d", head))];
        }

        private (string Line, string Head) Forward(MapBox from, MapBox to)
        {
            var (x, y) = (Middle(from), Top(from) + BoxHeight(from));
            var (targetX, targetY) = (Middle(to), Top(to));
            var turn = targetY - (RowGap / 2);
            if (to.Row == from.Row + 1)
            {
                return (from.Column == to.Column ? At($"M{x} {y} V{targetY}") : At($"M{x} {y} V{turn} H{targetX} V{targetY}"), Down(targetX, targetY));
            }

            // Past other rows: through the gutter on the right, and from above into the box.
            var side = Left(from) + BoxWidth;
            var lane = side + (Gutter / 2) - 5;
            return (At($"M{side} {Waist(from)} H{lane} V{turn} H{targetX} V{targetY}"), Down(targetX, targetY));
        }

        private (string Line, string Head) Back(MapBox from, MapBox to)
        {
            var lane = Left(from) - (from.Column == 0 ? Margin / 2 : (Gutter / 2) - 5);
            if (to.Column == from.Column)
            {
                return (At($"M{Left(from)} {Waist(from) + 5} H{lane} V{Waist(to) - 5} H{Left(to)}"), Right(Left(to), Waist(to) - 5));
            }

            if (to.Column == from.Column - 1)
            {
                var side = Left(to) + BoxWidth;
                return (At($"M{Left(from)} {Waist(from) + 5} H{lane} V{Waist(to) + 5} H{side}"), At($"M{side + 5} {Waist(to) + 1} L{side} {Waist(to) + 5} L{side + 5} {Waist(to) + 9}"));
            }

            var turn = Top(to) - (RowGap / 2) + 4;
            return (At($"M{Left(from)} {Waist(from) + 5} H{lane} V{turn} H{Middle(to) + 8} V{Top(to)}"), Down(Middle(to) + 8, Top(to)));
        }

        private static int Middle(MapBox box) => Left(box) + (BoxWidth / 2);

        private int Waist(MapBox box) => Top(box) + (BoxHeight(box) / 2);

        private static string Down(int x, int y) => At($"M{x - 4} {y - 6} L{x} {y} L{x + 4} {y - 6}");

        private static string Right(int x, int y) => At($"M{x - 6} {y - 4} L{x} {y} L{x - 6} {y + 4}");

        private static string At(FormattableString path) => FormattableString.Invariant(path);
    }
}
