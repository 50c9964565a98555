using System.Collections.Immutable;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.ClaimLedger;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>The claims of a case's dossier as one role may know them.</summary>
/// <param name="Disagreements">Pairs of sections that do not say the same; none for those who do not read the dossier.</param>
/// <param name="Targets">What the role may tie a claim to and that counts now.</param>
public sealed record ClaimsSeen(ImmutableList<ClaimStatus> Claims, ImmutableList<DisagreementStatus> Disagreements, ImmutableList<BackingReading> Targets)
{
    public int Open => Claims.Count(c => c.IsOpen);

    public int Unsupported => Claims.Count(c => c.Standing == ClaimStanding.Unsupported);
}

/// <summary>
/// Works the ledger out on the whole case, as the gate does; what leaves are the sentences of the dossier, the marks of what they rest on and how these stand. No answer's words, and for
/// those who interview nothing of the vetting.
/// </summary>
public sealed class ClaimDesk(CaseDatabase cases, CompartmentSealer sealer)
{
    /// <param name="view">The case as it was opened, and written to the read log, for this role.</param>
    public async Task<ClaimsSeen> OfAsync(CaseView view, Role role, CancellationToken cancellationToken)
    {
        var file = await CaseLoader.ReadAsync(cases, sealer, view.File.Id, null, cancellationToken) ?? throw new InvalidDataException("A case that was just opened is not there.");
        return new ClaimsSeen(Ledger.For(role, file), role == Role.Screener ? [] : SectionDisagreements.With(file), Ledger.TargetsFor(role, file));
    }
}
