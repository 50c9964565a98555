namespace HumanitarianEntry.Workflows.Running;

/// <summary>What a child run sets in motion, in the words of its parent: ids are written <c>parent's wait/child's wait</c>, at every depth.</summary>
internal static class ChildEffects
{
    public static string IdOf(string childId, string id) => $"{childId}/{id}";

    public static IEnumerable<Effect> Of(string childId, IEnumerable<Effect> effects) => effects.Select(effect => Named(childId, effect)).OfType<Effect>();

    /// <summary>Ends a child run that nobody waits for any more, and the runs under it.</summary>
    public static IEnumerable<Effect> Closing(string childId, RunState child, ClosedBecause because) => Of(childId, Closing(child, because));

    private static IEnumerable<Effect> Closing(RunState run, ClosedBecause because)
    {
        foreach (var (id, child) in run.Children)
            foreach (var effect in Closing(id, child, because)) yield return effect;
        foreach (var wait in run.Waits)
        {
            yield return new WaitClosed(wait.Id, wait.ActivityId, because);
            if (wait.Kind == WaitKind.Timer) yield return new TimerCancelled(wait.Id);
        }
        foreach (var incident in run.Incidents) yield return new IncidentClosed(incident.Id, because);
    }

    /// <summary>That a child paused, went on or ended is told by its parent's own effects.</summary>
    private static Effect? Named(string childId, Effect effect) => effect switch
    {
        WaitOpened opened => new WaitOpened(opened.Wait with { Id = IdOf(childId, opened.Wait.Id) }),
        WaitClosed closed => closed with { WaitId = IdOf(childId, closed.WaitId) },
        TimerArmed armed => armed with { WaitId = IdOf(childId, armed.WaitId) },
        TimerCancelled cancelled => new TimerCancelled(IdOf(childId, cancelled.WaitId)),
        IncidentRaised raised => new IncidentRaised(raised.Incident with { Id = IdOf(childId, raised.Incident.Id) }),
        IncidentClosed closed => closed with { IncidentId = IdOf(childId, closed.IncidentId) },
        EventPublished published => published,
        RunPaused or RunResumed or RunFinished => null,
        _ => throw new RunException($"a child run cannot ask for {effect.GetType().Name}"),
    };
}
