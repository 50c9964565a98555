using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Dossiers;

/// <summary>Between release and hand-over facts go on changing. Who can make another version is told at once, and does not learn it from somebody who stands at the counter.</summary>
public static class ReleasedUpkeep
{
    public const string Topic = "released-version-unfit";

    /// <summary>Whom an act that made the released version unfit tells; also while the case stands still.</summary>
    public static ImmutableList<Told> After(CaseFile before, CaseFile after, ActContext context) =>
        Waiting(after) is { } released && Waiting(before) == released && DossierGate.IsUnfit(after, context, released) && !DossierGate.IsUnfit(before, context, released)
            ? [new Told(Role.DossierOfficer, Topic), new Told(Role.SubmissionOfficer, Topic)]
            : [];

    /// <summary>The released version that was not handed over yet.</summary>
    private static DossierVersion? Waiting(CaseFile file) =>
        file.Position.Open.Exists(o => o.Gate is Gate.Nomination or Gate.Submission) ? file.Dossier.ReleasedToHandOver : null;
}
