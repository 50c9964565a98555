using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Dossiers.Images;

/// <summary>
/// Draws a <see cref="TimelineFigure"/>: every row a lane of its own, the labels of fixed days packed into as many lanes as they need, so that no words meet.
/// Shapes carry what colour would, and words stand on a white edge, so it prints as it is seen.
/// </summary>
public sealed class TimelineDrawing
{
    private const double Width = 760, Left = 24, Right = 736, RowHeight = 22, LaneHeight = 15, LetterWidth = 5.9;
    private const string Ink = "#1c2733", Muted = "#4d5b69", Line = "#dde2e8", Accent = "#1f4e79", Shade = "#eceff3";

    private readonly StringBuilder svg = new();
    private readonly TimelineFigure figure;
    private readonly DateOnly first, last;

    private TimelineDrawing(TimelineFigure figure)
    {
        this.figure = figure;
        IReadOnlyList<DateOnly> days = [.. figure.Rows.SelectMany(r => new[] { r.First, r.Last }), .. figure.Marks.Select(m => m.On)];
        (first, last) = (new DateOnly(days.Min().Year, 1, 1), new DateOnly(days.Max().Year + 1, 1, 1));
    }

    /// <summary>An SVG of elements and presentation attributes alone.</summary>
    /// <exception cref="InvalidOperationException">There is nothing with a date.</exception>
    public static string Svg(TimelineFigure figure) => new TimelineDrawing(figure).Render();

    private string Render()
    {
        var (marks, lanes) = Packed();
        var top = 10 + (lanes * LaneHeight);
        var silence = top + 8 + (figure.Rows.Count * RowHeight);
        var axis = silence + (figure.Gaps.Count > 0 ? 22 : 4);
        var (legend, legendLines) = LegendAt(axis + 42);
        var height = axis + 34 + (legendLines * 18);
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}" role="img" aria-labelledby="timeline-title" aria-describedby="timeline-about" font-family="Noto Sans, sans-serif" font-size="11">""");
        Add($"""<title id="timeline-title">{Escape(figure.Title)}</title><desc id="timeline-about">{Escape(figure.Description)}</desc>""");
        if (figure.HasGround)
            Add($"""<rect width="{Width}" height="{height}" fill="#ffffff"/>""");
        if (figure.Shaded is var (from, until) && until > from)
            Add($"""<rect x="{X(from)}" y="{top}" width="{X(until) - X(from)}" height="{axis - top}" fill="{Shade}"/>""");
        for (var row = 0; row < figure.Rows.Count; row++)
            Add($"""<path d="M{Left} {Middle(row)}H{Right}" stroke="{Line}" stroke-width="0.7"/>""");
        Years(axis);
        foreach (var (mark, x, lane, _) in marks)
            Add($"""<path d="M{x} {8 + (lane * LaneHeight)}V{axis}" stroke="{Accent}" stroke-width="1.1" stroke-dasharray="4 3"/>""");
        foreach (var (mark, x, lane, start) in marks)
            Words(start, 18 + (lane * LaneHeight), mark.Label, Accent, strong: true);
        for (var row = 0; row < figure.Rows.Count; row++)
            Row(figure.Rows[row], Middle(row));
        foreach (var gap in figure.Gaps)
            Gap(gap, silence + 10);
        svg.Append(legend);
        return svg.Append("</svg>").ToString();

        double Middle(int row) => top + 14 + (row * RowHeight);
    }

    /// <summary>Each fixed day with the lane and the beginning of its label: beside its line, in the first lane where there is room.</summary>
    private (IReadOnlyList<(TimelineMark Mark, double X, int Lane, double Start)> Marks, int Lanes) Packed()
    {
        var placed = new List<(TimelineMark Mark, double X, int Lane, double Start)>();
        var lanes = new List<List<(double From, double To)>>();
        foreach (var mark in figure.Marks.OrderBy(m => m.On))
        {
            var (x, width) = (X(mark.On), (mark.Label.Length * LetterWidth) + 8);
            var start = x + 4 + width <= Width ? x + 4 : Math.Max(2, x - width);
            var lane = lanes.FindIndex(l => l.TrueForAll(t => start + width < t.From || start > t.To));
            if (lane < 0)
            {
                lanes.Add([]);
                lane = lanes.Count - 1;
            }

            lanes[lane].Add((Math.Min(start, x), start + width));
            placed.Add((mark, x, lane, start));
        }

        return (placed, lanes.Count);
    }

    private void Years(double axis)
    {
        Add($"""<path d="M{Left} {axis}H{Right}" stroke="{Muted}" stroke-width="1"/>""");
        var step = 1 + ((last.Year - first.Year) / 14);
        for (var year = first.Year; year <= last.Year; year++)
        {
            var x = X(new DateOnly(year, 1, 1));
            Add($"""<path d="M{x} {axis}v6" stroke="{Muted}"/>""");
            if ((year - first.Year) % step == 0)
                Add($"""<text x="{x}" y="{axis + 19}" text-anchor="middle" fill="{Muted}">{year}</text>""");
            for (var month = 4; month <= 10 && year < last.Year && step == 1; month += 3)
                Add($"""<path d="M{X(new DateOnly(year, month, 1))} {axis}v3" stroke="{Muted}" stroke-width="0.7"/>""");
        }
    }

    private void Row(TimelineRow row, double y)
    {
        var (from, to) = (X(row.First), X(row.Last));
        var x = Math.Round((from + to) / 2, 1);
        if (to - from > 12)
            Add($"""<path d="M{from} {y - 4}v8M{to} {y - 4}v8M{from} {y}H{to}" stroke="{Accent}" stroke-width="1.4" fill="none"/>""");
        var (before, after) = (Math.Min(from, x - 6) - 5, Math.Max(to, x + 6) + 5);
        var width = row.Label.Length * LetterWidth;
        Words(after + width <= Width - 2 ? after : Math.Max(2, before - width), y + 4, row.Label, Ink, strong: false);
        Sign(row.Sign, x, y);
    }

    private void Gap(TimelineGap gap, double y)
    {
        var (from, to) = (X(gap.From), X(gap.Until));
        Add($"""<path d="M{from} {y - 4}v8M{to} {y - 4}v8" stroke="{Muted}" stroke-width="1.2"/><path d="M{from} {y}H{to}" stroke="{Muted}" stroke-width="1.2" stroke-dasharray="1.5 2.5"/>""");
        var width = gap.Label.Length * LetterWidth;
        if (width + 6 < to - from)
            Words(((from + to) / 2) - (width / 2), y + 4, gap.Label, Muted, strong: false);
    }

    /// <summary>Words on a white ground, so that lines behind them do not cross the letters.</summary>
    private void Words(double x, double y, string words, string colour, bool strong)
    {
        Add($"""<text x="{Math.Round(x, 1)}" y="{y}" fill="{colour}" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" font-weight="{(strong ? 600 : 400)}" aria-hidden="true">{Escape(words)}</text>""");
        Add($"""<text x="{Math.Round(x, 1)}" y="{y}" fill="{colour}" font-weight="{(strong ? 600 : 400)}">{Escape(words)}</text>""");
    }

    private void Sign(TimelineSign sign, double x, double y)
    {
        switch (sign)
        {
            case TimelineSign.Full or TimelineSign.Half or TimelineSign.Empty or TimelineSign.Crossed:
                Add($"""<circle cx="{x}" cy="{y}" r="5.5" fill="{(sign == TimelineSign.Full ? Accent : "#ffffff")}" stroke="{Accent}" stroke-width="1.4"/>""");
                break;
            case TimelineSign.Diamond:
                Add($"""<path d="M{x} {y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z" fill="#ffffff" stroke="{Ink}" stroke-width="1.6"/><path d="M{x - 3.5} {y}h7" stroke="{Ink}" stroke-width="1.6"/>""");
                break;
        }

        if (sign == TimelineSign.Half)
            Add($"""<path d="M{x} {y - 5.5}a5.5 5.5 0 0 0 0 11z" fill="{Accent}"/>""");
        if (sign == TimelineSign.Crossed)
            Add($"""<path d="M{x - 3} {y - 3}l6 6m0 -6l-6 6" stroke="{Accent}" stroke-width="1.4"/>""");
    }

    /// <summary>The legend in as many lines as its words need.</summary>
    private (string Svg, int Lines) LegendAt(double y)
    {
        var before = svg.ToString();
        svg.Clear();
        var (x, lines) = (Left + 6, 1);
        foreach (var (sign, label) in figure.Legend)
        {
            var width = 34 + (label.Length * LetterWidth);
            if (x + width > Width && x > Left + 6)
                (x, y, lines) = (Left + 6, y + 18, lines + 1);
            Sign(sign, x, y - 4);
            Add($"""<text x="{x + 11}" y="{y}" fill="{Muted}">{Escape(label)}</text>""");
            x += width;
        }

        var legend = svg.ToString();
        svg.Clear().Append(before);
        return (legend, lines);
    }

    private double X(DateOnly day) => Math.Round(Left + 12 + ((Right - Left - 24) * (day.DayNumber - first.DayNumber) / (double)(last.DayNumber - first.DayNumber)), 1);

    private void Add(FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture));

    // Labels come from the text files and evidence numbers from staff; still only what this drawing can show gets in.
    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
