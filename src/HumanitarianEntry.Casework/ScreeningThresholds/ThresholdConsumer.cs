using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Consent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.ScreeningThresholds;

/// <summary>Tries proposed thresholds out on everybody who was searched and may be: by those in force and by those that are wanted, on the lists of today. Changes no case.</summary>
public sealed class ThresholdConsumer(CaseDatabase cases, OpenApplicants applicants, ScreeningDesk desk, WorkerPulse pulse, TimeProvider time, ILogger<ThresholdConsumer> log) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.TryThresholds];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await ThresholdChanges.WaitingAsync(db, cancellationToken) is not { Trial: null } proposal)
        {
            return new OutboxVerdict.Done();
        }

        var trial = await TryAsync(await ScreeningRules.InForceAsync(db, cancellationToken), proposal.Wanted, cancellationToken);
        db.Settings.Add(new SettingRow
        {
            Key = ThresholdChanges.TrialKey, Version = proposal.Number, ValueJson = JsonSerializer.Serialize(trial, JsonSerializerOptions.Web), At = time.GetUtcNow().Stored(), By = SystemActor.Instance.Id,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            log.LogInformation("Thresholds {Number} were tried on {Cases} cases: {More} hits more, {Fewer} fewer", proposal.Number, trial.Cases, trial.More, trial.Fewer);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            log.LogInformation("Another node has tried thresholds {Number} in the same moment", proposal.Number);
        }

        return new OutboxVerdict.Done();
    }

    private async Task<ThresholdTrial> TryAsync(ScreeningRules today, ScreeningRules wanted, CancellationToken cancellationToken)
    {
        var trial = ThresholdTrial.Empty;
        await foreach (var (_, file) in applicants.FilesAsync(endedToo: true, cancellationToken))
        {
            pulse.Beat(ExpectedWorkers.Outbox);
            if (file is null)
            {
                trial = trial with { Unread = trial.Unread + 1 };
            }
            else if (file.Vetting.Runs.Count > 0 && file.IsAllowed(ConsentPurpose.Vet, time.GetUtcNow()))
            {
                var (before, after) = (await desk.ScreenAsync(file, today, cancellationToken), await desk.ScreenAsync(file, wanted, cancellationToken));

                // A search that broke off says nothing, least of all that nothing would be hidden.
                trial = before.Lists.Count == 0 || after.Lists.Count == 0 ? trial with { Unread = trial.Unread + 1 } : trial.With(before.Hits, after.Hits, file.Vetting.StandingOf);
            }
        }

        return trial;
    }
}
