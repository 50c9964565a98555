using System.Globalization;
using System.Xml.Linq;
using HumanitarianEntry.Domain.MilitaryUnits;

namespace HumanitarianEntry.Web.Vetters.Units;

public enum TimelineKind
{
    Service,
    Incident,
    Absence,
}

/// <summary>One line of the timeline.</summary>
/// <param name="Days">All days that it can have lasted; open sides are the ends of the calendar.</param>
/// <param name="Certain">The days that it lasted for certain; null where its dates leave none.</param>
/// <param name="Meets">The days on which service and incident meet.</param>
public sealed record TimelineRow(TimelineKind Kind, string Label, DayRange Days, DayRange? Certain, IReadOnlyList<DayRange> Meets);

/// <summary>
/// Draws service periods, incidents and proofs of absence against time. Kinds differ in shape and in words, not in colour alone: a service is a bar, an incident a bar between diamonds, an absence
/// a bar with a cross; what is not certain of a date is a broken outline, days that meet are hatched. Colours are attributes, the ground is white: it prints as it is seen.
/// </summary>
public static class TimelineSvg
{
    private const int Width = 640;
    private const int Left = 12;
    private const int Right = 628;
    private const int Top = 34;
    private const int RowHeight = 46;
    private const int BarHeight = 12;
    private const int LettersALine = 88;
    internal static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="title">Says what is drawn; read by screen readers in place of the drawing.</param>
    /// <param name="write">How a day is written.</param>
    /// <returns>Null when nothing has a date.</returns>
    public static XElement? Draw(string title, IReadOnlyList<TimelineRow> rows, Func<DateOnly, string> write)
    {
        var known = rows.SelectMany(r => new[] { r.Days.First, r.Days.Last }).Where(d => d != DateOnly.MinValue && d != DateOnly.MaxValue).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var margin = Math.Max(10, (known.Max().DayNumber - known.Min().DayNumber) / 20);
        var axis = new Axis(known.Min().AddDays(-margin), known.Max().AddDays(margin));
        var height = Top + (rows.Count * RowHeight) + 10;
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {Width} {height}")), new XAttribute("width", Width), new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("aria-label", title), new XAttribute("font-family", "sans-serif"),
            new XElement(Svg + "defs", new XElement(
                Svg + "pattern", new XAttribute("id", "meets"), new XAttribute("width", 6), new XAttribute("height", 6), new XAttribute("patternUnits", "userSpaceOnUse"), new XAttribute("patternTransform", "rotate(45)"),
                Line(0, 0, 0, 6, "#7a1f1f", "2.4"))),
            Rect(0, 0, Width, height, "#ffffff", "none"),
            axis.Ticks(height),
            rows.SelectMany((row, i) => Row(row, Top + (i * RowHeight), axis, write)));
    }

    private static IEnumerable<XElement> Row(TimelineRow row, int top, Axis axis, Func<DateOnly, string> write)
    {
        var (fill, stroke) = row.Kind switch
        {
            TimelineKind.Service => ("#cfe0f3", "#1d4e89"),
            TimelineKind.Incident => ("#f6d5c8", "#7a1f1f"),
            TimelineKind.Absence => ("#d9ead9", "#2f6f4f"),
        };
        var bar = top + 18;
        yield return Text(row.Label.Length > LettersALine ? row.Label[..(LettersALine - 1)] + "…" : row.Label, Left, top + 12, "12", "start");
        var (from, to) = (axis.At(row.Days.First), axis.At(row.Days.Last));
        yield return Bar(from, to, bar, "#ffffff", stroke, broken: true);
        if (row.Certain is { } certain)
        {
            yield return Bar(axis.At(certain.First), axis.At(certain.Last), bar, fill, stroke, broken: false);
        }

        if (row.Days.First == DateOnly.MinValue)
        {
            yield return Shape($"M{N(from)} {bar - 2} l-8 8 l8 8", stroke, "none");
        }

        if (row.Days.Last == DateOnly.MaxValue)
        {
            yield return Shape($"M{N(to)} {bar - 2} l8 8 l-8 8", stroke, "none");
        }

        foreach (var shape in row.Kind switch
        {
            TimelineKind.Service => [],
            TimelineKind.Incident => new[] { Diamond(from, bar + 6, stroke), Diamond(Math.Max(to, from), bar + 6, stroke) },
            TimelineKind.Absence => [Shape($"M{N((from + to) / 2 - 5)} {bar + 1} l10 10 m0 -10 l-10 10", stroke, "none")],
        })
        {
            yield return shape;
        }

        foreach (var meets in row.Meets)
        {
            var (first, last) = (axis.At(meets.First), axis.At(meets.Last));
            yield return Rect(first, bar, Math.Max(3, last - first), BarHeight, "url(#meets)", "#7a1f1f");
            if (row.Kind == TimelineKind.Service)
            {
                // The days stand at the incident: several on one bar would be written over each other.
                continue;
            }

            yield return first > (Left + Right) / 2
                ? Text($"{write(meets.First)} – {write(meets.Last)}", Math.Max(last, first + 3), bar + BarHeight + 11, "10", "end")
                : Text($"{write(meets.First)} – {write(meets.Last)}", first, bar + BarHeight + 11, "10", "start");
        }
    }

    private static XElement Bar(double from, double to, int y, string fill, string stroke, bool broken)
    {
        var bar = Rect(from, y, Math.Max(3, to - from), BarHeight, fill, stroke);
        if (broken)
        {
            bar.Add(new XAttribute("stroke-dasharray", "4 3"));
        }

        return bar;
    }

    internal static XElement Diamond(double x, double y, string fill) => Shape($"M{N(x)} {N(y - 6)} l6 6 l-6 6 l-6 -6 z", fill, fill);

    internal static XElement Rect(double x, double y, double width, double height, string fill, string stroke) => new(
        Svg + "rect", new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("width", N(width)), new XAttribute("height", N(height)), new XAttribute("fill", fill), new XAttribute("stroke", stroke));

    internal static XElement Line(double x1, double y1, double x2, double y2, string stroke, string width) => new(
        Svg + "line", new XAttribute("x1", N(x1)), new XAttribute("y1", N(y1)), new XAttribute("x2", N(x2)), new XAttribute("y2", N(y2)), new XAttribute("stroke", stroke), new XAttribute("stroke-width", width));

    internal static XElement Text(string text, double x, double y, string size, string anchor) => new(
        Svg + "text", new XAttribute("x", N(x)), new XAttribute("y", N(y)), new XAttribute("font-size", size), new XAttribute("fill", "#111827"), new XAttribute("text-anchor", anchor), text);

    internal static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static XElement Shape(FormattableString path, string stroke, string fill) =>
        new(Svg + "path", new XAttribute("d", path.ToString(CultureInfo.InvariantCulture)), new XAttribute("fill", fill), new XAttribute("stroke", stroke), new XAttribute("stroke-width", "2"));

    private sealed record Axis(DateOnly First, DateOnly Last)
    {
        public double At(DateOnly day) => Left + 12 + ((Right - Left - 24) * (double)(Math.Clamp(day.DayNumber, First.DayNumber, Last.DayNumber) - First.DayNumber) / Math.Max(1, Last.DayNumber - First.DayNumber));

        public IEnumerable<XElement> Ticks(int height)
        {
            var months = ((Last.Year - First.Year) * 12) + Last.Month - First.Month;
            var step = months <= 8 ? 1 : months <= 16 ? 2 : months <= 30 ? 4 : months <= 96 ? 12 : 12 * (1 + (months / 120));
            for (var at = new DateOnly(step < 12 ? First.Year : First.Year + 1, 1, 1); at <= Last; at = at.AddMonths(step))
            {
                if (at >= First)
                {
                    yield return Line(At(at), 20, At(at), height - 6, "#d1d5db", "1");
                    yield return Text(step < 12 ? at.ToString("yyyy-MM", CultureInfo.InvariantCulture) : at.ToString("yyyy", CultureInfo.InvariantCulture), At(at), 14, "11", "middle");
                }
            }
        }
    }
}
