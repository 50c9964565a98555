using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Workflows.Maps;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>One place of the programme in one case.</summary>
/// <param name="At">When it was decided, or since when it waits; null when it has not been reached.</param>
/// <param name="DueAt">Until when it waits by the programme's clock.</param>
public sealed record CaseMapStep(MapBox Box, MapState State, DateTimeOffset? At, DateTimeOffset? DueAt)
{
    public GateRow? Gate => Box.Gate is { } key ? GateTable.For(key) : null;
}

/// <param name="Frozen">A side path stands around the run: nothing moves.</param>
public sealed record CaseMap(ProgrammeMap Map, IReadOnlyList<CaseMapStep> Steps, bool Frozen);

/// <summary>Where a case is on the way that its version of the programme draws: done, waiting, or to come. Routing facts only: what was decided is not told.</summary>
public sealed class CaseMaps(CaseDatabase cases, ProgrammeLibrary programmes)
{
    public async Task<CaseMap> OfAsync(CaseView view, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().Where(c => c.Id == view.File.Id).Select(c => new { c.RunState, c.DefinitionVersionId }).SingleAsync(cancellationToken);
        var due = await db.Waits.AsNoTracking().Where(w => w.CaseId == view.File.Id && w.ClosedAt == null).ToDictionaryAsync(w => w.WaitId, w => w.DueAt, StringComparer.Ordinal, cancellationToken);
        var decided = await db.AuditEntries.AsNoTracking().Where(a => a.CaseId == view.File.Id && a.Outcome != null && a.Gate != null)
            .GroupBy(a => a.Gate!).Select(g => new { Gate = g.Key, At = g.Max(a => a.At) }).ToDictionaryAsync(g => g.Gate, g => g.At, StringComparer.Ordinal, cancellationToken);
        return Of(programmes.Map(row.DefinitionVersionId), RunStateJson.Read(row.RunState), decided, due);
    }

    /// <summary>A place was passed when it was decided and no place before it waits again.</summary>
    /// <param name="decided">Last decision by gate key.</param>
    /// <param name="due">By wait id.</param>
    public static CaseMap Of(ProgrammeMap map, RunState run, IReadOnlyDictionary<string, DateTimeOffset> decided, IReadOnlyDictionary<string, DateTimeOffset?> due)
    {
        var waits = run.Waits.ToLookup(w => w.ActivityId, StringComparer.Ordinal);
        var ahead = map.After(map.Boxes.Where(b => waits.Contains(b.Id)).Select(b => b.Id));
        var steps = map.Boxes.Select(box => waits[box.Id].FirstOrDefault() is { } wait
            ? new CaseMapStep(box, MapState.Waiting, wait.OpenedAt, DueOf(wait, due))
            : box.Gate is { } gate && decided.TryGetValue(gate, out var at) && !ahead.Contains(box.Id)
                ? new CaseMapStep(box, MapState.Done, at, null)
                : new CaseMapStep(box, box.Kind == MapBoxKind.End && run.Status == RunStatus.Finished && ahead.Count == 0 ? MapState.Done : MapState.NotYet, null, null));
        return new CaseMap(map, [.. steps], run.IsPaused);
    }

    /// <summary>Another run is waited for as long as for the first that is due there.</summary>
    private static DateTimeOffset? DueOf(Wait wait, IReadOnlyDictionary<string, DateTimeOffset?> due) => wait.Kind == WaitKind.Child
        ? due.Where(each => each.Key.StartsWith(wait.Id + "/", StringComparison.Ordinal)).Min(each => each.Value)
        : due.GetValueOrDefault(wait.Id);
}
