using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Workflows.Simulating;

/// <summary>What became of one typed stimulus.</summary>
public enum SimulationAnswer
{
    /// <summary>The run moved, or the variable was set.</summary>
    Moved,

    /// <summary>An early event, kept until somebody waits for it.</summary>
    Kept,

    /// <summary>Nothing waits there (any more): recorded, no effect.</summary>
    TooLate,

    /// <summary>Not possible for this definition, or not understood; the hint says what would be.</summary>
    Refused,
}

/// <summary>The position after one stimulus.</summary>
/// <param name="Stimulus">As it was typed; <c>start</c> for the first line.</param>
/// <param name="State">The run after it.</param>
/// <param name="Effects">What a host would have had to do.</param>
/// <param name="Hint">Why it had no effect; null when it had one.</param>
public sealed record SimulationStep(string Stimulus, SimulationAnswer Answer, RunState State, IReadOnlyList<Effect> Effects, string? Hint)
{
    /// <summary>The waiting activities in the order of the recordings: letters before their case. Those of a child stand behind the step that waits for it: <c>step/inner step</c>.</summary>
    public IReadOnlyList<string> Waiting { get; } =
        [.. Places(State).Order(StringComparer.OrdinalIgnoreCase).ThenBy(id => id, StringComparer.Ordinal)];

    /// <summary>One line in the form of the recordings, such as <c>-> E            waiting[V] Running</c>.</summary>
    public string ToLine()
    {
        var head = $"-> {Stimulus,-12} ";
        return Answer switch
        {
            SimulationAnswer.TooLate => $"{head}(too late: ignored)",
            SimulationAnswer.Refused => $"{head}(refused: {Hint})",
            SimulationAnswer.Kept => $"{head}{Position()} (early event: kept)",
            SimulationAnswer.Moved => head + Position(),
        };
    }

    private static IEnumerable<string> Places(RunState run) =>
        run.Waits.Select(wait => wait.ActivityId).Concat(run.Children.SelectMany(child => Places(child.Value).Select(place => $"{NameOf(run, child.Key)}/{place}")));

    /// <summary>A run that nobody waits for is named by itself.</summary>
    private static string NameOf(RunState run, string childId) => run.Waits.FirstOrDefault(wait => wait.Id == childId)?.ActivityId ?? childId;

    private string Position()
    {
        var open = Family.Incidents(State).ToList();
        var incidents = open.Count == 0 ? string.Empty : $" inc={open.Count} ({string.Join("; ", open.Select(incident => $"{incident.ActivityId ?? "run"}: {incident.Code}"))})";
        return $"waiting[{string.Join(",", Waiting)}] {State.Status}{incidents}";
    }
}
