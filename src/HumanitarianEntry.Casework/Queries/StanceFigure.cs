using System.Xml.Linq;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Dossiers.Images;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>The words of a drawn <see cref="StanceTimeline"/>, in the language of its reader.</summary>
public sealed record StanceWords
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required Func<Enum, string> Word { get; init; }

    /// <summary>Such as "8 months".</summary>
    public required Func<int, string> Months { get; init; }
    public required string TwoIndependent { get; init; }
    public required string OneIndependent { get; init; }
    public required string NoneIndependent { get; init; }
    public required string Contradicted { get; init; }
    public required string Contrary { get; init; }
}

/// <summary>Draws acts in time as the dossier draws them, built of elements so that every word in it is encoded.</summary>
public static class StanceFigure
{
    /// <returns>Null when no act has a date.</returns>
    public static XElement? Draw(StanceTimeline line, StanceWords words)
    {
        var contrary = line.Contrary.Where(c => c.Act.On is not null).ToList();
        if (line.Acts.IsEmpty && contrary.Count == 0)
        {
            return null;
        }

        var rows = line.Acts.Select(a => (a.On, Row: RowOf($"{a.Item.Label}  {words.Word(a.Item.Type)}", a.On, SignOf(a.Grade))))
            .Concat(contrary.Select(c => (On: c.Act.On!.Value, Row: RowOf($"{c.Act.Label}  {words.Word(c.Act.Kind)}", c.Act.On!.Value, TimelineSign.Diamond))));
        List<(TimelineSign, string)> legend =
        [
            (TimelineSign.Full, words.TwoIndependent), (TimelineSign.Half, words.OneIndependent), (TimelineSign.Empty, words.NoneIndependent),
            .. line.Acts.Exists(a => a.IsContradicted) ? [(TimelineSign.Crossed, words.Contradicted)] : Array.Empty<(TimelineSign, string)>(),
            .. contrary.Count > 0 ? [(TimelineSign.Diamond, words.Contrary)] : Array.Empty<(TimelineSign, string)>(),
        ];
        var contact = line.Marks.Find(m => m.Mark == StanceMark.FirstContact)!.On.Earliest;
        return XElement.Parse(TimelineDrawing.Svg(new TimelineFigure
        {
            HasGround = true,
            Title = words.Title,
            Description = words.Description,
            Rows = [.. rows.OrderBy(r => r.On.Earliest).ThenBy(r => r.On.Latest).Select(r => r.Row)],
            Marks = [.. line.Marks.Select(m => new TimelineMark(words.Word(m.Mark), m.On.Earliest))],
            Gaps = [.. line.Gaps.Select(g => new TimelineGap(g.From, g.Until, words.Months(g.Months)))],
            Shaded = line.Marks.Find(m => m.Mark == StanceMark.Departure) is { } left ? (left.On.Earliest, contact) : null,
            Legend = legend,
        }));
    }

    private static TimelineRow RowOf(string label, PartialDate on, TimelineSign sign) => new(label, on.Earliest, on.Latest, sign);

    private static TimelineSign SignOf(EvidenceGrade? grade) => grade is null ? TimelineSign.Empty : grade.Corroboration switch
    {
        Corroboration.K0 or Corroboration.K1 => TimelineSign.Empty,
        Corroboration.K2 => TimelineSign.Half,
        Corroboration.K3 => TimelineSign.Full,
        Corroboration.KX => TimelineSign.Crossed,
    };
}
