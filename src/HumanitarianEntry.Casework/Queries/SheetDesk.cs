using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Needs;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Opens one confidential sheet of a case. Each look is in the read log, under the name of that sheet, before it is shown; opening the case opens neither.</summary>
public sealed class SheetDesk(CaseDatabase cases, CompartmentSealer sealer, ReadLogWriter reads, TimeProvider time)
{
    private const string Purpose = "confidential-sheet";

    public static bool MayOpen(Role role, Sheet sheet) => AccessTable.For(role, Sheets.CompartmentOf(sheet)) >= Access.Read;

    /// <param name="view">The case as the person has it on screen.</param>
    /// <returns>Null when the sheet is not for this role.</returns>
    public async Task<NeedSheet?> OpenAsync(CaseView view, Actor actor, Sheet sheet, CancellationToken cancellationToken)
    {
        if (!MayOpen(actor.Role, sheet))
        {
            return null;
        }

        var compartment = Sheets.CompartmentOf(sheet);
        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == view.File.Id, cancellationToken);
        using var keys = await sealer.OpenAsync(row.Id, cancellationToken);
        var file = (await CaseLoader.LoadAsync(db, keys, row, [compartment], cancellationToken)).File;
        await reads.WriteAsync([new ReadEntry { At = time.GetUtcNow(), ActorId = actor.Id, CaseId = row.Id, Compartment = Keys.Of(compartment), Purpose = Purpose }], cancellationToken);
        return Sheets.Of(file, sheet);
    }
}
