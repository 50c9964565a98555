using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>The pure engine on the example programme of 28 activities: one burst, what it allocates, and whether the stored state stays flat over many rounds.</summary>
internal static class WorkflowBench
{
    private const double MostMicroseconds = 20;
    private const int Loops = 1_000;
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, JsonElement> Inputs = new(StringComparer.Ordinal) { ["CaseReference"] = Values.Of("K7Q-4MZ") };

    private static readonly (string Activity, string? Result)[] Way =
    [
        ("interview", "complete"), ("vet", "more"), ("evidence", "sufficient"), ("vet", "clear"), ("dossier", null), ("approve", "no"), ("dossier", null), ("approve", "approved"), ("submit", null),
        ("silence", null), ("silence", null), ("reply", "more"), ("dossier", null), ("approve", "approved"), ("submit", null), ("reply", "granted"), ("travel", null),
    ];

    public static async Task<int> RunAsync(Options options)
    {
        var walks = int.TryParse(options["--walks"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 2_000;
        var path = Path.Combine(AppContext.BaseDirectory, "bench", "example-programme.json");
        var definition = WorkflowDefinition.Parse(await File.ReadAllTextAsync(path), Path.GetFileName(path));
        for (var i = 0; i < walks; i++)
        {
            Walk(definition, i);
        }

        var bursts = Way.Length + 1;
        var times = new List<double>(walks);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < walks; i++)
        {
            var from = Stopwatch.GetTimestamp();
            Walk(definition, i);
            times.Add(Stopwatch.GetElapsedTime(from).TotalMicroseconds / bursts);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)walks / bursts;
        times.Sort();
        var sizes = Sizes(definition);
        return await MeasureTable.PrintAsync(
            $"bench workflow: {MeasureTable.Machine()}; {walks} walks of {bursts} bursts over {definition.Activities.Count} activities",
            [
                new Measure("one burst, median of the walks", times[times.Count / 2], "us", Goal: MostMicroseconds, LessIsBetter: true),
                new Measure("one burst, slowest twentieth of the walks", times[times.Count * 19 / 20], "us"),
                new Measure("allocated in a burst", allocated, "bytes"),
                new Measure("stored state in the second round", sizes.First, "bytes"),
                // The memory of answered stimuli fills once, in the first rounds; after that nothing may grow.
                new Measure($"stored state after {2 * Loops} rounds, against {Loops}", sizes.Last, "bytes", sizes.Full, Goal: 1.01, LessIsBetter: true),
            ],
            options.Has("--json"));
    }

    private static void Walk(WorkflowDefinition definition, int number)
    {
        var (state, now) = (Interpreter.Start(definition, Inputs, Beginning).State, Beginning);
        for (var at = 0; at < Way.Length; at++)
        {
            var (activity, result) = Way[at];
            now = activity == "silence" ? now.AddDays(31) : now;
            state = Do(definition, state, activity, result, string.Create(CultureInfo.InvariantCulture, $"{number}-{at}"), now);
        }

        if (state.Status != RunStatus.Finished)
        {
            throw new InvalidOperationException("The walk did not come to its end.");
        }
    }

    private static RunState Do(WorkflowDefinition definition, RunState state, string activity, string? result, string id, DateTimeOffset now)
    {
        Stimulus stimulus = activity switch
        {
            "silence" => new TimerFired(id, activity),
            "reply" => new EventReceived(id, "embassy-reply", Values.Of(result)),
            _ => new TaskCompleted(id, activity, result),
        };
        var advance = Interpreter.Advance(definition, state, stimulus, now);
        return advance.Result.Verdict == StimulusVerdict.Accepted ? advance.State : throw new InvalidOperationException($"{activity}: {advance.Result.Reason}");
    }

    private static (int First, int Full, int Last) Sizes(WorkflowDefinition definition)
    {
        var state = Interpreter.Start(definition, Inputs, Beginning).State;
        foreach (var (activity, result) in Way[..4].Where(step => step is not ("vet", "more")))
        {
            state = Do(definition, state, activity, result, activity, Beginning);
        }

        var (first, full) = (0, 0);
        for (var round = 1; round <= 2 * Loops; round++)
        {
            state = Do(definition, state, "dossier", null, $"d{round}", Beginning);
            state = Do(definition, state, "approve", "no", $"a{round}", Beginning);
            first = round == 2 ? RunStateJson.Write(state).Length : first;
            full = round == Loops ? RunStateJson.Write(state).Length : full;
        }

        return (first, full, RunStateJson.Write(state).Length);
    }
}
