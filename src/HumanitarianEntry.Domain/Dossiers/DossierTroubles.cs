using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>Why a version that was asked for is not there.</summary>
/// <param name="Code">From the worker's own list; names nothing of the person.</param>
/// <param name="IsTriedAgain">The worker tries again by itself; otherwise somebody must do something.</param>
public sealed record DossierTrouble(int Version, string Code, bool IsTriedAgain);

/// <summary>The worker's report that it could not make a version: the dossier officer who waits for it is told, not only the operator.</summary>
[ActKind("report-dossier-trouble", Compartment.Dossier, Role.System)]
public sealed record ReportDossierTrouble(int Version, string Code, bool IsTriedAgain) : Act
{
    public const string Topic = "dossier-not-made";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Dossier.Requests.Values().Any(r => r.Version == Version) || file.Dossier.Versions.Exists(v => v.Version == Version))
        {
            yield return new Blocker("dossier-not-waited-for", $"Nobody waits for version {Version}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var trouble = context.Record(new DossierTrouble(Version, Code, IsTriedAgain), "dossier worker", Confidence.Confirmed);
        return new(file with { Dossier = file.Dossier with { Troubles = file.Dossier.Troubles.Add(trouble) } })
        {
            Told = [new Told(Role.DossierOfficer, Topic)],
        };
    }
}
