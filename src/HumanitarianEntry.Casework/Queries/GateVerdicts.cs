using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>What stands against each outcome of a gate, asked on the whole case; only the sentences leave, never the facts behind them.</summary>
public sealed class GateVerdicts(CaseDatabase cases, CompartmentSealer sealer, TimeProvider time)
{
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Blocker>>> OfAsync(CaseView view, Actor actor, Gate gate, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == view.File.Id, cancellationToken);
        using var keys = await sealer.OpenAsync(row.Id, cancellationToken);
        var loaded = await CaseLoader.LoadAsync(db, keys, row, null, cancellationToken);
        var context = new ActContext(Guid.Empty, actor, time.GetUtcNow(), view.Programme.Rules);
        return GateTable.For(gate).Outcomes.ToDictionary(o => o, o => (IReadOnlyList<Blocker>)GateRules.Check(loaded.File, context, gate, o).Blockers, StringComparer.Ordinal);
    }
}
