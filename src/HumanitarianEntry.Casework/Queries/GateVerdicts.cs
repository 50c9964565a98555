using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>What stands against the outcomes of one gate: sentences by outcome key.</summary>
public sealed record GateVerdict(GateRow Row, IReadOnlyDictionary<string, IReadOnlyList<Blocker>> Against);

/// <summary>
/// Asks the gate rules on the whole case; only their sentences leave, never the facts behind them, and none about a gate whose findings the person may not know
/// (a sentence can name a hit).
/// </summary>
public sealed class GateVerdicts(CaseDatabase cases, CompartmentSealer sealer, UnitReader units, TimeProvider time)
{
    /// <summary>All open gates that concern the person, in the order of the case's position, and G8 where it asks for people again.</summary>
    public Task<IReadOnlyList<GateVerdict>> OfOpenAsync(CaseView view, Actor actor, CancellationToken cancellationToken)
    {
        var position = view.File.Position;
        var open = position.Open.Select(o => o.Gate).ToList();
        return OfAsync(view, actor, [.. open.Concat(position.DecidesAgain(Gate.Dossier) ? [Gate.Dossier] : []).Select(GateTable.For)], (gate, file, context) => open.Contains(gate) || DossierGate.StandsAgain(file, context), cancellationToken);
    }

    /// <returns>Null where the gate's findings are not for this person.</returns>
    public async Task<GateVerdict?> OfAsync(CaseView view, Actor actor, Gate gate, CancellationToken cancellationToken) =>
        (await OfAsync(view, actor, [GateTable.For(gate)], (_, _, _) => true, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<GateVerdict>> OfAsync(CaseView view, Actor actor, IReadOnlyCollection<GateRow> rows, Func<Gate, CaseFile, ActContext, bool> isAsked, CancellationToken cancellationToken)
    {
        var known = rows.Where(r => r.MayKnowBlockers(actor.Role)).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == view.File.Id, cancellationToken);
        using var keys = await sealer.OpenAsync(row.Id, cancellationToken);
        var loaded = await CaseLoader.LoadAsync(db, keys, row, null, cancellationToken);
        var context = new ActContext(Guid.Empty, actor, time.GetUtcNow(), view.Programme.Rules)
        {
            Screening = await ListRows.StandardAsync(db, cancellationToken),
            Units = [.. await units.ReadAsync(db, loaded.File, cancellationToken)],
        };
        return [.. known.Where(k => isAsked(k.Gate, loaded.File, context)).Select(k => new GateVerdict(
            k, k.Outcomes.ToDictionary(o => o, o => (IReadOnlyList<Blocker>)GateRules.Check(loaded.File, context, k.Gate, o).Blockers, StringComparer.Ordinal)))];
    }
}
