using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Workflows.Maps;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>The way of the case up to its dossier, as the recipient may know it: steps and days.</summary>
internal static class WayPart
{
    public static Content.CaseWay Of(Desk desk, ProgrammeMap map)
    {
        var steps = map.Boxes.Where(b => b.Gate is { } gate && GateTable.For(gate).Gate <= Gate.Dossier).OrderBy(b => b.Row).ThenBy(b => b.Column).ToList();
        var ids = steps.Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        var shown = map with { Boxes = [.. steps], Arrows = [.. map.Arrows.Where(a => ids.Contains(a.From) && ids.Contains(a.To))] };
        var marks = steps.ToDictionary(b => b.Id, b => MarkOf(desk, b), StringComparer.Ordinal);
        var drawing = MapSvg.Draw(shown, string.Empty, marks);
        drawing.SetAttributeValue("font-family", "Noto Sans");
        return new Content.CaseWay([.. steps.Select(b => new Content.WayStep(NameOf(desk, b), PassedOn(desk.File, b)))], drawing);
    }

    private static MapMark MarkOf(Desk desk, MapBox box) => PassedOn(desk.File, box) is { } day
        ? new MapMark(NameOf(desk, box), MapState.Done, desk.Words.Date(day))
        : new MapMark(NameOf(desk, box), MapState.Waiting);

    private static string NameOf(Desk desk, MapBox box) => desk.Words.Word("gate", box.Gate!);

    /// <summary>The dossier's own gate is decided on the dossier, so it is open whenever one is made.</summary>
    private static DateOnly? PassedOn(CaseFile file, MapBox box) =>
        GateTable.For(box.Gate!).Gate is var gate && gate != Gate.Dossier && file.DecisionOn(gate) is { } decided ? FactWords.Day(decided.By.At) : null;
}
