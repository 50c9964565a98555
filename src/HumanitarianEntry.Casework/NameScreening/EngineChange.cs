using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>What another version of the search makes of the cases that an earlier one has searched. Counts only.</summary>
/// <param name="Cases">Cases that were compared.</param>
/// <param name="Gained">Hits that the earlier version did not give.</param>
/// <param name="Lost">Hits of the earlier version that are none any more.</param>
/// <param name="Rescored">Hits of both with another score.</param>
public sealed record EngineDifference(string EngineVersion, int Cases, int Gained, int Lost, int Rescored);

/// <param name="At">When the version was first met here.</param>
public sealed record EngineReport(DateTimeOffset At, EngineDifference Difference);

/// <summary>
/// Meets a new version of the search: before anybody is searched by it, all cases with a result of an earlier version are tried and the difference is written down.
/// Then the sweep searches them anew.
/// </summary>
public sealed class EngineChange(CaseDatabase cases, OpenApplicants applicants, ScreeningDesk desk, TimeProvider time, ILogger<EngineChange> log)
{
    internal const string SettingKey = "screening-engine";

    /// <summary>Writes the difference down when the engine is new here.</summary>
    /// <param name="rules">Those in force.</param>
    /// <returns>When this version was first met.</returns>
    public async Task<DateTimeOffset> NoteAsync(ScreeningRules rules, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var last = await db.Settings.AsNoTracking().Where(s => s.Key == SettingKey).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && Read(last).EngineVersion == rules.Name)
        {
            return last.At;
        }

        var difference = await CompareAsync(rules, cancellationToken);
        var row = new SettingRow
        {
            Key = SettingKey, Version = (last?.Version ?? 0) + 1, ValueJson = JsonSerializer.Serialize(difference, JsonSerializerOptions.Web), At = time.GetUtcNow().Stored(), By = SystemActor.Instance.Id,
        };
        db.Settings.Add(row);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            log.LogInformation("Screening engine {Engine} is new here: {Cases} cases, {Gained} hits more, {Lost} fewer, {Rescored} with another score", difference.EngineVersion, difference.Cases, difference.Gained, difference.Lost, difference.Rescored);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            log.LogInformation("Another node has met engine {Engine} in the same moment", difference.EngineVersion);
        }

        return row.At;
    }

    /// <summary>What each version of the search made of the cases before it, the newest first.</summary>
    public async Task<IReadOnlyList<EngineReport>> ReportsAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key == SettingKey).OrderByDescending(s => s.Version).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new EngineReport(r.At, Read(r)));
    }

    internal static EngineDifference Read(SettingRow row) => JsonSerializer.Deserialize<EngineDifference>(row.ValueJson, JsonSerializerOptions.Web) ?? throw new InvalidDataException("The note on the screening engine is empty.");

    private async Task<EngineDifference> CompareAsync(ScreeningRules rules, CancellationToken cancellationToken)
    {
        var difference = new EngineDifference(rules.Name, 0, 0, 0, 0);
        await foreach (var (_, file) in applicants.FilesAsync(endedToo: false, cancellationToken))
        {
            if (file is null || !ScreeningUpkeep.MayScreen(file, time.GetUtcNow()) || file.Vetting.LatestRun?.Value is not { } before || before.EngineVersion == rules.Name)
            {
                continue;
            }

            var old = before.Hits.ToDictionary(h => (h.ListId, h.EntryId), h => h.Score);
            var now = (await desk.ScreenAsync(file, rules, cancellationToken)).Hits.ToDictionary(h => (h.ListId, h.EntryId), h => h.Score);
            difference = difference with
            {
                Cases = difference.Cases + 1,
                Gained = difference.Gained + now.Keys.Count(k => !old.ContainsKey(k)),
                Lost = difference.Lost + old.Keys.Count(k => !now.ContainsKey(k)),
                Rescored = difference.Rescored + now.Count(p => old.TryGetValue(p.Key, out var score) && Math.Abs(score - p.Value) >= 0.05),
            };
        }

        return difference;
    }
}
