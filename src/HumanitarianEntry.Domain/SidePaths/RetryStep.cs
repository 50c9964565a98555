using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.SidePaths;

/// <summary>A step of the programme failed and its branch stands: it is tried again, after whoever runs the system has mended the cause (engine rule S9).</summary>
/// <param name="Fault">Its id, as the case names it.</param>
[ActKind("retry-step", Compartment.Dossier, Role.Coordinator)]
public sealed record RetryStep(string Fault) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Position.Faults.Contains(Fault))
        {
            yield return new Blocker("fault-is-gone", "This step has been tried again already, or never failed.");
        }

        if (file.Position.SidePath is { } path)
        {
            yield return new Blocker("side-path-open", $"The case is in {path}: nothing moves until it goes on.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Retries = Fault };
}
