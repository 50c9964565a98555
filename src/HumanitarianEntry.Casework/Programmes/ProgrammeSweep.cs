using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SettingsStatus = HumanitarianEntry.Workflows.Programmes.ProgrammeStatus;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>
/// Carries each change of the programmes to every case it concerns, one act a case, in the order of the changes. The case row remembers how far it has come, so any node
/// goes on where another was killed, and a second sweep changes nothing.
/// </summary>
public sealed class ProgrammeSweep(CaseDatabase cases, ActRunner acts, ProgrammeLibrary library, ILogger<ProgrammeSweep> log)
{
    /// <summary>The last change after which this node found no case left behind.</summary>
    private int carried;

    /// <returns>How many cases followed a change.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var shelf = await library.RefreshAsync(db, cancellationToken);
        var followed = 0;
        foreach (var change in shelf.Changes.Skip(carried))
        {
            var behind = await Concerned(db, shelf, change).Where(c => c.ProgrammeChange < change.Number).Select(c => c.Id).ToListAsync(cancellationToken);
            var failed = 0;
            foreach (var caseId in behind)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"programmes-{change.Number}-{caseId:N}");
                var result = await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = SystemActor.Instance, Act = ActFor(change), Key = key }, cancellationToken);
                if (result is ActResult.Done)
                {
                    followed++;
                }
                else if (result is not ActResult.Refused { Blockers: [{ Code: "followed-already" or "already-closed" }, ..] })
                {
                    failed++;
                }
            }

            if (change.Change is SettingsSet set)
            {
                await CaseClocks.LookAgainAsync(db, set.Programme, cancellationToken);
            }

            if (failed > 0)
            {
                // A later change must not overtake this one on the cases that are left: the next sweep begins here again.
                log.LogWarning("Change {Number} of the programmes did not reach {Failed} of {Cases} cases and is tried again", change.Number, failed, behind.Count);
                break;
            }

            carried = change.Number;
        }

        return followed;
    }

    /// <summary>The running cases that a change concerns.</summary>
    internal static IQueryable<CaseRow> Concerned(CaseDbContext db, ProgrammeShelf shelf, NumberedChange change)
    {
        var running = db.Cases.AsNoTracking().Where(c => c.Outcome == null);
        return change.Change switch
        {
            StatusSet { Status: SettingsStatus.Open } set => running.Where(c => c.ProgrammeId == set.Programme && c.SidePath == nameof(SidePath.Parked)),
            StatusSet set => running.Where(c => c.ProgrammeId == set.Programme),
            HostRiskSet set when set.Risk > RiskBefore(shelf, change, set.Country) => running.Where(c => c.CountryOfStay == set.Country),
            HostProfileSet set => running.Where(c => c.CountryOfStay == set.Country),
            RunsMoved moved => running.Where(c => c.DefinitionVersionId == moved.FromVersionId),
            HostRiskSet or SettingsSet or DefinitionPublished => running.Where(_ => false),
            _ => throw new InvalidDataException($"Unknown change {change.Change.GetType().Name}."),
        };
    }

    private static Act ActFor(NumberedChange change) => change.Change switch
    {
        StatusSet { Status: SettingsStatus.Open } => new FollowProgramme(change.Number, ProgrammeEvent.OpenAgain),
        StatusSet => new FollowProgramme(change.Number, ProgrammeEvent.Stopped),
        RunsMoved moved => new MoveRun(change.Number, moved.ToVersionId),
        HostProfileSet => new FollowProgramme(change.Number, ProgrammeEvent.HostProfileChanged),
        _ => new FollowProgramme(change.Number, ProgrammeEvent.HostRiskRaised),
    };

    private static HostRisk RiskBefore(ProgrammeShelf shelf, NumberedChange change, string country) =>
        shelf.Changes.Where(c => c.Number < change.Number).Select(c => c.Change).OfType<HostRiskSet>().LastOrDefault(c => c.Country == country)?.Risk ?? HostRisk.Normal;
}
