using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.SidePaths;

/// <summary>A clock that the workflow armed has run out. Firing it twice changes nothing.</summary>
[ActKind("timer-due", Compartment.Dossier, Role.System)]
public sealed record TimerDue(string WaitId) : Act
{
    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { TimerWait = WaitId };
}
