using System.Globalization;
using System.Text;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Images;

/// <param name="Flight">Label of the line at the flight.</param>
/// <param name="FirstContact">Label of the line at the first contact.</param>
internal sealed record TimelineLabels(string Flight, string FirstContact, string TwoIndependent, string OneIndependent, string Other);

/// <summary>Evidence items on an axis of years, with the flight and the first contact as lines. Filled, half and empty marks stand for the corroboration, so that colour carries nothing alone.</summary>
internal sealed class EvidenceTimeline
{
    private const double PageWidth = 760, Left = 30, Right = 30, RowHeight = 24, Top = 34;
    private const string Ink = "#1c2733", Muted = "#5b6b7b", Line = "#d5dce3", Accent = "#1f4e79", Shade = "#f1f4f7";

    private readonly StringBuilder svg = new();
    private readonly int firstYear, lastYear;

    private EvidenceTimeline(int firstYear, int lastYear) => (this.firstYear, this.lastYear) = (firstYear, lastYear);

    public static DrawnPicture Draw(IReadOnlyList<EvidenceItem> items, PartialDate flight, PartialDate contact, TimelineLabels labels, string alternative)
    {
        IReadOnlyList<PartialDate> dates = [.. items.Select(item => item.Date), flight, contact];
        var timeline = new EvidenceTimeline(dates.Min(date => date.Year), dates.Max(date => date.Year) + 1);
        return new(timeline.Render(items, flight, contact, labels)) { Alternative = alternative };
    }

    private string Render(IReadOnlyList<EvidenceItem> items, PartialDate flight, PartialDate contact, TimelineLabels labels)
    {
        var axis = Top + (items.Count * RowHeight) + 8;
        var height = axis + 58;
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {PageWidth} {height}" font-family="Noto Sans" font-size="11">""");
        Add($"""<rect x="{X(flight)}" y="{Top - 6}" width="{Math.Max(0, X(contact) - X(flight))}" height="{axis - Top + 6}" fill="{Shade}"/>""");
        Years(axis);
        Mark(flight, labels.Flight, axis, "end");
        Mark(contact, labels.FirstContact, axis, "start");
        for (var row = 0; row < items.Count; row++)
            Item(items[row], Top + 10 + (row * RowHeight), axis);
        Legend(labels, axis + 46);
        return svg.Append("</svg>").ToString();
    }

    private void Years(double axis)
    {
        Add($"""<path d="M{Left} {axis}H{PageWidth - Right}" stroke="{Muted}" stroke-width="1"/>""");
        for (var year = firstYear; year <= lastYear; year++)
        {
            var x = X(new PartialDate(year));
            Add($"""<path d="M{x} {axis}v6" stroke="{Muted}"/><text x="{x}" y="{axis + 20}" text-anchor="middle" fill="{Muted}">{year}</text>""");
            for (var month = 4; month <= 10 && year < lastYear; month += 3)
                Add($"""<path d="M{X(new PartialDate(year, month))} {axis}v3" stroke="{Line}"/>""");
        }
    }

    private void Mark(PartialDate date, string label, double axis, string anchor)
    {
        var x = X(date);
        Add($"""<path d="M{x} {Top - 6}V{axis}" stroke="{Accent}" stroke-width="1.2" stroke-dasharray="4 3"/>""");
        Add($"""<text x="{x + (anchor == "end" ? -4 : 4)}" y="{Top - 14}" text-anchor="{anchor}" fill="{Accent}" font-weight="600">{Escape(label)}</text>""");
    }

    private void Item(EvidenceItem item, double y, double axis)
    {
        var x = X(item.Date);
        Add($"""<path d="M{x} {y}V{axis}" stroke="{Line}" stroke-width="0.8"/>""");
        Dot(x, y, item.Corroboration);
        Add($"""<text x="{x + 11}" y="{y + 4}" fill="{Ink}" font-weight="600">{Escape(item.Number)}</text>""");
    }

    private void Dot(double x, double y, Corroboration corroboration)
    {
        Add($"""<circle cx="{x}" cy="{y}" r="5.5" fill="{(corroboration == Corroboration.TwoIndependent ? Accent : "#ffffff")}" stroke="{Accent}" stroke-width="1.4"/>""");
        if (corroboration == Corroboration.OneIndependent)
            Add($"""<path d="M{x} {y - 5.5}a5.5 5.5 0 0 0 0 11z" fill="{Accent}"/>""");
        if (corroboration == Corroboration.Contradicted)
            Add($"""<path d="M{x - 3} {y - 3}l6 6m0 -6l-6 6" stroke="{Accent}" stroke-width="1.4"/>""");
    }

    private void Legend(TimelineLabels labels, double y)
    {
        var x = Left + 6;
        foreach (var (label, corroboration) in new[]
        {
            (labels.TwoIndependent, Corroboration.TwoIndependent), (labels.OneIndependent, Corroboration.OneIndependent), (labels.Other, Corroboration.None),
        })
        {
            Dot(x, y - 4, corroboration);
            Add($"""<text x="{x + 11}" y="{y}" fill="{Muted}">{Escape(label)}</text>""");
            x += 30 + (label.Length * 6.2);
        }
    }

    private double X(PartialDate date)
    {
        var start = new DateOnly(firstYear, 1, 1).DayNumber;
        var days = (double)(new DateOnly(lastYear, 1, 1).DayNumber - start);
        return Math.Round(Left + 10 + ((PageWidth - Left - Right - 20) * (date.Earliest.DayNumber - start) / days), 1);
    }

    private void Add(FormattableString element) => svg.Append(element.ToString(CultureInfo.InvariantCulture));

    // Labels come from the text files and evidence numbers from staff; still only what this drawing can show gets in.
    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
