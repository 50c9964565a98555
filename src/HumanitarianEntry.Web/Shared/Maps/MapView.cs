using System.Xml.Linq;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Workflows.Maps;
using Microsoft.AspNetCore.Html;

namespace HumanitarianEntry.Web.Shared.Maps;

/// <summary>The drawing of a programme, and the same in a table: step, where it stands, where it leads.</summary>
public sealed record MapView(IHtmlContent Drawing, IReadOnlyList<MapRow> Rows, IReadOnlyList<string> AnyTime, IReadOnlyList<string> Clocks, bool Frozen)
{
    /// <summary>A programme without a case.</summary>
    public static MapView Of(ProgrammeMap map, string title, Words words) =>
        Of(map, title, map.Boxes.ToDictionary(b => b.Id, b => new MapMark(NameOf(b, words), MapState.NotYet), StringComparer.Ordinal), _ => string.Empty, false);

    public static MapView Of(CaseMap map, string title, Words words)
    {
        var steps = map.Steps.ToDictionary(s => s.Box.Id, StringComparer.Ordinal);
        var marks = map.Steps.ToDictionary(s => s.Box.Id, s => new MapMark(NameOf(s.Box, words), s.State, s.State == MapState.Waiting ? S($"since {Words.Day(s.At!.Value)}") : s.At is { } at ? Words.Day(at) : null), StringComparer.Ordinal);
        return Of(map.Map, title, marks, box => StandingOf(steps[box.Id], words), map.Frozen);
    }

    private static MapView Of(ProgrammeMap map, string title, Dictionary<string, MapMark> marks, Func<MapBox, string> standing, bool frozen)
    {
        var rows = map.Boxes.Select(box => new MapRow(
            marks[box.Id].Text, marks[box.Id].State, standing(box),
            [.. map.Arrows.Where(a => a.From == box.Id).Select(a => a.Outcomes.IsEmpty ? marks[a.To].Text : $"{string.Join(", ", a.Outcomes)}: {marks[a.To].Text}")]));

        // Built as elements, so every word in it is encoded.
        return new MapView(new HtmlString(MapSvg.Draw(map, title, marks).ToString(SaveOptions.DisableFormatting)), [.. rows], map.AnyTime, map.Clocks, frozen);
    }

    private static string NameOf(MapBox box, Words words) => box.Gate is { } gate ? words.Gate(Domain.Gates.GateTable.For(gate).Gate) : box.Text;

    private static string StandingOf(CaseMapStep step, Words words) => step.State switch
    {
        MapState.NotYet => S("not yet"),
        MapState.Done => step.At is { } at ? S($"done, {at}") : S("done"),
        MapState.Waiting when step.DueAt is { } due => S($"waits for {AwaitedBy(step, words)} since {step.At!.Value}, due {due}"),
        MapState.Waiting => S($"waits for {AwaitedBy(step, words)} since {step.At!.Value}"),
    };

    private static string AwaitedBy(CaseMapStep step, Words words) =>
        step.Gate is { } gate ? string.Join($" {S("or")} ", gate.Deciders.Concat(gate.Proposers).Distinct().Select(words.Role)) : S("an event");
}

/// <param name="LeadsTo">"Interview again: Structured interview".</param>
public sealed record MapRow(string Step, MapState State, string Standing, IReadOnlyList<string> LeadsTo);
