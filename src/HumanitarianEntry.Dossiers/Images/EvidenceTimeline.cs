using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Images;

/// <param name="Flight">Label of the line at the flight, where the record names no days of its own.</param>
/// <param name="FirstContact">Label of the line at the first contact, likewise.</param>
internal sealed record TimelineLabels(string Title, string Alternative, string Flight, string FirstContact, string TwoIndependent, string OneIndependent, string Other, string Contrary);

/// <summary>Evidence items of a dossier on an axis of years, against fixed days. Filled, half and empty marks stand for the corroboration, diamonds for what speaks against the person.</summary>
internal static class EvidenceTimeline
{
    public static DrawnPicture Draw(EngagementRecord record, TimelineLabels labels)
    {
        var items = record.Items.Select(i => (i.Date, Row: new TimelineRow($"{i.Number}  {i.Kind}", i.Date.Earliest, i.Date.Latest, SignOf(i.Corroboration))));
        var contrary = record.ContraryMarks.Select(c => (c.Date, Row: new TimelineRow($"{c.Number}  {c.Kind}", c.Date.Earliest, c.Date.Latest, TimelineSign.Diamond)));
        List<(TimelineSign, string)> legend = [(TimelineSign.Full, labels.TwoIndependent), (TimelineSign.Half, labels.OneIndependent), (TimelineSign.Empty, labels.Other)];
        if (record.ContraryMarks.Count > 0)
            legend.Add((TimelineSign.Diamond, labels.Contrary));
        var figure = new TimelineFigure
        {
            Title = labels.Title,
            Description = labels.Alternative,
            Rows = [.. items.Concat(contrary).OrderBy(i => i.Date.Earliest).ThenBy(i => i.Date.Latest).Select(i => i.Row)],
            Marks = record.Marks.Count > 0
                ? [.. record.Marks.Select(m => new TimelineMark(m.Label, m.Date.Earliest))]
                : [.. record.Flight is { } left ? [new TimelineMark(labels.Flight, left.Earliest)] : Array.Empty<TimelineMark>(), new(labels.FirstContact, record.FirstContact.Earliest)],
            Gaps = [.. record.Gaps.Select(g => new TimelineGap(g.From, g.Until, g.Label))],
            Shaded = record.Flight is { } from ? (from.Earliest, record.FirstContact.Earliest) : null,
            Legend = legend,
        };
        return new(TimelineDrawing.Svg(figure)) { Alternative = labels.Alternative };
    }

    private static TimelineSign SignOf(Corroboration corroboration) => corroboration switch
    {
        Corroboration.TwoIndependent => TimelineSign.Full,
        Corroboration.OneIndependent => TimelineSign.Half,
        Corroboration.OwnDevice or Corroboration.None => TimelineSign.Empty,
        Corroboration.Contradicted => TimelineSign.Crossed,
    };
}
