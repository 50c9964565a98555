using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Screening.Matching;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.ScreeningThresholds;

/// <summary>Thresholds that somebody wants, and what trying them out has shown.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Base">Version of the thresholds in force when they were proposed.</param>
/// <param name="Trial">Null until the trial has run.</param>
public sealed record ThresholdProposal(int Number, int Base, ScreeningRules Wanted, string Reason, Guid By, DateTimeOffset At, ThresholdTrial? Trial);

/// <summary>Thresholds that are or were in force.</summary>
/// <param name="Reason">Why, as who proposed them wrote it.</param>
public sealed record ThresholdVersion(ScreeningRules Rules, string Reason, Guid By, Guid ConfirmedBy, DateTimeOffset At);

/// <summary>
/// Changes of the thresholds take two people and a trial: one proposes, the program tries them out on everybody who was searched, another one reads what they would show and hide
/// and puts them in force. What would hide an entry that was found to be the person cannot come in force. Nothing stored is ever changed: a proposal, its trial and its end are rows of their own.
/// </summary>
public sealed class ThresholdChanges(CaseDatabase cases, AccountTrail trail, TimeProvider time)
{
    internal const string ProposalKey = "screening-thresholds-proposed";
    internal const string TrialKey = "screening-thresholds-tried";
    private const string EndKey = "screening-thresholds-ended";
    private const int LongestReason = 1000;

    public static bool MayChange(Role role) => role == Role.Coordinator;

    public async Task<ScreeningRules> InForceAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await ScreeningRules.InForceAsync(db, cancellationToken);
    }

    /// <summary>All thresholds that were put in force, the newest first.</summary>
    public async Task<IReadOnlyList<ThresholdVersion>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key == ScreeningRules.SettingKey).OrderByDescending(s => s.Version).ToListAsync(cancellationToken);
        var proposed = await db.Settings.AsNoTracking().Where(s => s.Key == ProposalKey).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new ThresholdVersion(ScreeningRules.Read(r), proposed.Select(Read).FirstOrDefault(p => p.Becomes == r.Version && p.Wanted == r.ValueJson)?.Reason ?? string.Empty, r.By, r.ConfirmedBy ?? Guid.Empty, r.At));
    }

    /// <summary>The proposal that waits for a second person; null when none does.</summary>
    public async Task<ThresholdProposal?> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await WaitingAsync(db, cancellationToken);
    }

    /// <summary>Puts thresholds before a second person and has them tried out.</summary>
    public Task<ChangeResult> ProposeAsync(Actor actor, ScreeningRules wanted, string reason, CancellationToken cancellationToken) => RunAsync(actor, async db =>
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return new ChangeResult.Refused(Sentence.Of($"Write the reason in at most {LongestReason} signs."));
        }

        var inForce = await ScreeningRules.InForceAsync(db, cancellationToken);
        if (wanted.OfLists.Values.Append(wanted.ForAll).Any(s => !Thresholds.IsValid(s.Review, s.Supported)))
        {
            return new ChangeResult.Refused(Sentence.Of($"A threshold lies between {Thresholds.Lowest} and {Thresholds.Highest}, in tenths; the second one is not over the first."));
        }

        if (wanted.IsSameAs(inForce))
        {
            return new ChangeResult.Refused(Sentence.Of("These thresholds are in force already."));
        }

        if (await WaitingAsync(db, cancellationToken) is not null)
        {
            return new ChangeResult.Refused(Sentence.Of("Other thresholds wait for a second person. Decide on them first."));
        }

        var number = await LastAsync(db, ProposalKey, cancellationToken) + 1;
        Add(db, ProposalKey, number, JsonSerializer.Serialize(new Proposed(inForce.Version, inForce.Version + 1, wanted.Write(), reason.Trim()), JsonSerializerOptions.Web), actor);
        var id = Ids.New();
        db.Outbox.Add(new OutboxRow { Id = id, Kind = OutboxRows.TryThresholds, Payload = OutboxRows.Write(new OutboxPayload(id)), CreatedAt = time.GetUtcNow(), DueAt = time.GetUtcNow() });
        await NoteAsync(db, actor, AccountKinds.ThresholdsProposed, number, wanted, cancellationToken);
        return new ChangeResult.Done(id, null);
    }, cancellationToken);

    /// <summary>The second person puts them in force; everybody is searched anew.</summary>
    public Task<ChangeResult> ConfirmAsync(Actor actor, int number, CancellationToken cancellationToken) => RunAsync(actor, async db =>
    {
        if (await WaitingAsync(db, cancellationToken) is not { } proposal || proposal.Number != number)
        {
            return new ChangeResult.Gone();
        }

        if (proposal.By == actor.Id)
        {
            return new ChangeResult.Refused(Sentence.Of("You proposed it; another person must confirm it."));
        }

        if (proposal.Trial is not { } trial)
        {
            return new ChangeResult.Refused(Sentence.Of("They have not been tried out yet. Wait until the figures are there."));
        }

        if (trial.Same > 0)
        {
            return new ChangeResult.Refused(Sentence.Of("These thresholds would hide an entry that was found to be the person. They cannot come in force."));
        }

        if (proposal.Base != (await ScreeningRules.InForceAsync(db, cancellationToken)).Version)
        {
            return new ChangeResult.Refused(Sentence.Of("Other thresholds came in force meanwhile. Turn these down and propose them again."));
        }

        var id = Ids.New();
        db.Settings.Add(new SettingRow { Key = ScreeningRules.SettingKey, Version = proposal.Wanted.Version, ValueJson = proposal.Wanted.Write(), At = time.GetUtcNow().Stored(), By = proposal.By, ConfirmedBy = actor.Id });
        Add(db, EndKey, number, "\"in-force\"", actor);
        db.Outbox.Add(OutboxRows.OpenCases(id, time.GetUtcNow()));
        await NoteAsync(db, actor, AccountKinds.ThresholdsInForce, number, proposal.Wanted, cancellationToken);
        return new ChangeResult.Done(id, proposal.Wanted.Version);
    }, cancellationToken);

    /// <summary>Turns them down; who proposed them may take them back so.</summary>
    public Task<ChangeResult> RefuseAsync(Actor actor, int number, CancellationToken cancellationToken) => RunAsync(actor, async db =>
    {
        if (await WaitingAsync(db, cancellationToken) is not { } proposal || proposal.Number != number)
        {
            return new ChangeResult.Gone();
        }

        Add(db, EndKey, number, "\"refused\"", actor);
        await NoteAsync(db, actor, AccountKinds.ThresholdsRefused, number, proposal.Wanted, cancellationToken);
        return new ChangeResult.Done(Ids.New(), null);
    }, cancellationToken);

    internal static async Task<ThresholdProposal?> WaitingAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var number = await LastAsync(db, ProposalKey, cancellationToken);
        if (number == 0 || number == await LastAsync(db, EndKey, cancellationToken))
        {
            return null;
        }

        var row = await db.Settings.AsNoTracking().SingleAsync(s => s.Key == ProposalKey && s.Version == number, cancellationToken);
        var trial = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == TrialKey && s.Version == number, cancellationToken);
        var proposed = Read(row);
        var wanted = ScreeningRules.Read(new SettingRow { Key = ScreeningRules.SettingKey, Version = proposed.Becomes, ValueJson = proposed.Wanted, At = row.At, By = row.By });
        return new ThresholdProposal(number, proposed.Base, wanted, proposed.Reason, row.By, row.At, trial is null ? null : JsonSerializer.Deserialize<ThresholdTrial>(trial.ValueJson, JsonSerializerOptions.Web));
    }

    private static async Task<int> LastAsync(CaseDbContext db, string key, CancellationToken cancellationToken) => await db.Settings.Where(s => s.Key == key).MaxAsync(s => (int?)s.Version, cancellationToken) ?? 0;

    private static Proposed Read(SettingRow row) => JsonSerializer.Deserialize<Proposed>(row.ValueJson, JsonSerializerOptions.Web) ?? throw new InvalidDataException("A proposal of thresholds is empty.");

    private void Add(CaseDbContext db, string key, int number, string json, Actor actor) => db.Settings.Add(new SettingRow { Key = key, Version = number, ValueJson = json, At = time.GetUtcNow().Stored(), By = actor.Id });

    private Task NoteAsync(CaseDbContext db, Actor actor, string kind, int number, ScreeningRules wanted, CancellationToken cancellationToken) =>
        trail.AppendAsync(db, new AccountNote(actor.Id, Guid.Empty, kind, string.Create(CultureInfo.InvariantCulture, $"{number}: {wanted.Write()}")), cancellationToken);

    // Two who decide in the same moment take the same number: the second one meets the row of the first and is told that it is gone.
    private async Task<ChangeResult> RunAsync(Actor actor, Func<CaseDbContext, Task<ChangeResult>> work, CancellationToken cancellationToken)
    {
        if (!MayChange(actor.Role))
        {
            return new ChangeResult.Gone();
        }

        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        try
        {
            var result = await work(db);
            if (result is ChangeResult.Done)
            {
                await db.SaveChangesAsync(cancellationToken);
                await write.CommitAsync(cancellationToken);
            }

            return result;
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            return new ChangeResult.Gone();
        }
    }

    private sealed record Proposed(int Base, int Becomes, string Wanted, string Reason);
}
