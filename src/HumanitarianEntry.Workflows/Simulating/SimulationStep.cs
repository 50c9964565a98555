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
    /// <summary>The waiting activities in the order of the recordings: letters before their case.</summary>
    public IReadOnlyList<string> Waiting { get; } =
        [.. State.Waits.Select(wait => wait.ActivityId).Order(StringComparer.OrdinalIgnoreCase).ThenBy(id => id, StringComparer.Ordinal)];

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

    private string Position()
    {
        var incidents = State.Incidents.IsEmpty ? string.Empty : $" inc={State.Incidents.Length} ({string.Join("; ", State.Incidents.Select(incident => $"{incident.ActivityId ?? "run"}: {incident.Code}"))})";
        return $"waiting[{string.Join(",", Waiting)}] {State.Status}{incidents}";
    }
}
