namespace HumanitarianEntry.Workflows.Running;

/// <summary>Which wait or incident a stimulus names.</summary>
internal static class Address
{
    /// <summary>Null: the stimulus concerns a run, not a wait of it.</summary>
    public static string? Of(Stimulus stimulus) => stimulus switch
    {
        TaskCompleted task => task.Wait,
        TimerFired timer => timer.Wait,
        ChildFinished child => child.Wait,
        Retry retry => retry.IncidentId,
        _ => null,
    };

    public static Stimulus With(Stimulus stimulus, string address) => stimulus switch
    {
        TaskCompleted task => task with { Wait = address },
        TimerFired timer => timer with { Wait = address },
        ChildFinished child => child with { Wait = address },
        Retry retry => retry with { IncidentId = address },
        _ => throw new RunException($"{stimulus.GetType().Name} names no wait"),
    };

    /// <summary>The child run in which the address lies, and the address there. An activity id instead of the parent's wait id means the child it waits for now.</summary>
    public static (string Child, string Inside)? Below(RunState state, string address)
    {
        var names = state.Children.Keys.Select(id => (Child: id, Name: id))
            .Concat(state.Waits.Where(wait => state.Children.ContainsKey(wait.Id)).Select(wait => (Child: wait.Id, Name: wait.ActivityId)));
        foreach (var (child, name) in names)
            if (address.StartsWith(name + "/", StringComparison.Ordinal)) return (child, address[(name.Length + 1)..]);
        return null;
    }
}
