using System.Globalization;
using System.Text.Json;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>One figure of the screening benchmark.</summary>
/// <param name="Interval">95 % bootstrap interval; null where the figure is no sample.</param>
/// <param name="Goal">Least (or, where less is better, most) that is wanted; null: reported only.</param>
internal sealed record Figure(string Measure, string Name, double Value, string Unit, (double Low, double High)? Interval = null, double? Goal = null, bool LessIsBetter = false)
{
    public bool Holds => Goal is not { } goal || (LessIsBetter ? Value <= goal : Value >= goal);
}

/// <summary>Prints figures as they come, or all as JSON at the end; notes go to the error stream so that JSON stays whole.</summary>
/// <param name="quiet">Only gathers: one of several runs.</param>
internal sealed class FigureSheet(bool json, bool quiet = false)
{
    private readonly List<Figure> figures = [];

    public IReadOnlyList<Figure> Figures => figures;

    public async Task AddAsync(Figure figure)
    {
        figures.Add(figure);
        if (!json && !quiet)
        {
            var goal = figure.Goal is { } g ? (figure.LessIsBetter ? "<= " : ">= ") + Text(g) : "";
            var holds = figure.Goal is null ? "" : figure.Holds ? "yes" : "NO";
            var interval = figure.Interval is { } i ? $"[{Text(i.Low)}, {Text(i.High)}]" : "";
            await Console.Out.WriteLineAsync($"{figure.Measure,-4}{figure.Name,-74}{Text(figure.Value),9} {figure.Unit,-10}{interval,-20}{goal,-10}{holds}");
        }
    }

    public static Task NoteAsync(string note) => Console.Error.WriteLineAsync("    " + note);

    public async Task<int> EndAsync()
    {
        if (json)
        {
            var rows = figures.Select(f => new { measure = f.Measure, name = f.Name, value = f.Value, unit = f.Unit, low = f.Interval?.Low, high = f.Interval?.High, goal = f.Goal, holds = f.Holds });
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { figures = rows }));
        }

        // A folder that holds nothing proves nothing.
        return figures.Count > 0 && figures.TrueForAll(f => f.Holds) ? Verb.Done : Verb.Failed;
    }

    public static string Text(double value) => value.ToString(value is > -10 and < 10 ? "0.0000" : "0.0", CultureInfo.InvariantCulture);
}
