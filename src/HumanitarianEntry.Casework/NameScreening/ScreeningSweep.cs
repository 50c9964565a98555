using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>A case that has no result for what is in force.</summary>
/// <param name="Lists">Names and versions of the lists; empty where the search as a whole is out of date.</param>
public sealed record LackingCase(Guid CaseId, string Reference, DateTimeOffset Since, IReadOnlyList<string> Lists);

/// <summary>What a round over all open cases found and did.</summary>
/// <param name="Lists">Versions in force, as key and version.</param>
/// <param name="Open">Open cases whose people may be screened.</param>
/// <param name="Whole">Of these, with a result for every list version in force already.</param>
/// <param name="Carried">Whose result was carried on to newer versions that do not touch them.</param>
/// <param name="Lacking">The others: they are searched now, or wait for it.</param>
public sealed record ScreeningRound(IReadOnlyList<string> Lists, int Open, int Whole, int Carried, IReadOnlyList<LackingCase> Lacking);

/// <summary>
/// Brings every open case to the list versions in force and to the engine in use. What a case lacks is read from its own sealed result, so a round that was killed is
/// simply begun again, on any node, and does nothing twice. Only people whom a change of the lists touches are searched; the others' result is carried on.
/// </summary>
public sealed class ScreeningSweep(
    CaseDatabase cases, OpenApplicants applicants, EngineChange engine, ActRunner acts, WorkerPulse pulse, TimeProvider time, ILogger<ScreeningSweep> log)
{
    private static readonly string Kind = Keys.Kebab(nameof(WorkKind.ScreenNames));

    // A search that broke off is tried again, but not at every round while the lists are the same: each try is kept with the case.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(6);

    public async Task<ScreeningRound> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var standard = await ListRows.StandardAsync(db, cancellationToken);
        if (standard.Lists.Count == 0)
        {
            return new ScreeningRound([], 0, 0, 0, []);
        }

        var rules = await ScreeningRules.InForceAsync(db, cancellationToken);
        var engineSince = await engine.NoteAsync(rules, cancellationToken);
        var (open, whole, carried) = (0, 0, 0);
        var lacking = new List<LackingCase>();
        var behind = new Dictionary<string, List<OpenApplicant>>(StringComparer.Ordinal);
        await foreach (var one in applicants.ReadAsync(standard, engineSince, cancellationToken))
        {
            open++;
            pulse.Beat(ExpectedWorkers.Outbox);
            switch (one.Need)
            {
                case null:
                    lacking.Add(one.Lacks);
                    break;
                case ScreeningNeed.None:
                    whole++;
                    break;
                case ScreeningNeed.NewerLists:
                    Among(behind, VersionsOf(one.Run!.Lists)).Add(one);
                    break;
                case ScreeningNeed.Search:
                    await AskAsync(db, one, standard, cancellationToken);
                    lacking.Add(one.Lacks);
                    break;
            }
        }

        foreach (var group in behind.Values)
        {
            var changes = await ChangesAsync(db, group[0].Run!.Lists, standard, cancellationToken);
            var touched = changes?.Touch(group, rules, () => pulse.Beat(ExpectedWorkers.Outbox), cancellationToken);
            foreach (var one in group)
            {
                if (touched?.Contains(one.CaseId) == false && await CarryAsync(one, standard, cancellationToken))
                {
                    carried++;
                    continue;
                }

                await AskAsync(db, one, standard, cancellationToken);
                lacking.Add(one.Lacks);
            }
        }

        log.LogInformation("Screening: {Open} open cases, {Whole} whole, {Carried} carried on to newer lists, {Lacking} to be searched", open, whole, carried, lacking.Count);
        return new ScreeningRound([.. standard.Lists.Select(l => $"{l.List.Id} {l.List.Version}")], open, whole, carried, lacking);
    }

    /// <returns>Null when the versions cannot be compared: then everybody is searched, and a list that is broken shows in each case as a search that failed.</returns>
    private async Task<ListChanges?> ChangesAsync(CaseDbContext db, ImmutableList<ScreenedList> from, ScreeningStandard standard, CancellationToken cancellationToken)
    {
        try
        {
            return await ListChanges.BetweenAsync(db, from, standard, cancellationToken);
        }
        catch (InvalidDataException broken)
        {
            log.LogError("List versions cannot be compared: {Reason}", broken.Message);
            return null;
        }
    }

    private async Task<bool> CarryAsync(OpenApplicant one, ScreeningStandard standard, CancellationToken cancellationToken)
    {
        var to = standard.Lists.ConvertAll(l => l.List);
        var act = new CarryScreening(standard.EngineVersion, one.Run!.ApplicantHash, one.Run.Lists, to);
        var key = string.Create(CultureInfo.InvariantCulture, $"carry-{one.CaseId:N}-{one.Runs}-{Shortened(VersionsOf(to))}");
        var result = await acts.RunAsync(new ActRequest { CaseId = one.CaseId, Actor = SystemActor.Instance, Act = act, Key = key }, cancellationToken);
        pulse.Beat(ExpectedWorkers.Outbox);
        return result is ActResult.Done;
    }

    private async Task AskAsync(CaseDbContext db, OpenApplicant one, ScreeningStandard standard, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waits = await db.Outbox.AnyAsync(o => o.CaseId == one.CaseId && o.Kind == Kind && o.DoneAt == null && o.DueAt < OutboxRows.OnlyByHand, cancellationToken);
        var brokeOffBefore = one.Run is { Lists.Count: 0 } && now - one.RunAt < AfterFailure && standard.Lists.TrueForAll(l => l.Since <= one.RunAt);
        if (waits || brokeOffBefore)
        {
            return;
        }

        // At most one request an hour for the same state of the case, whichever node asks.
        var key = string.Create(CultureInfo.InvariantCulture, $"screen-{one.CaseId:N}-{one.Runs}-{now.UtcDateTime:yyyyMMddHH}");
        var result = await acts.RunAsync(new ActRequest { CaseId = one.CaseId, Actor = SystemActor.Instance, Act = new ScreenByItself(), Key = key }, cancellationToken);
        if (result is not ActResult.Done)
        {
            log.LogWarning("Case {Reference} could not be put up for screening ({Result}); the next round tries again", one.Reference, result.GetType().Name);
        }
    }

    private static List<OpenApplicant> Among(Dictionary<string, List<OpenApplicant>> groups, string versions) => groups.TryGetValue(versions, out var known) ? known : groups[versions] = [];

    private static string VersionsOf(IEnumerable<ScreenedList> lists) => string.Join('\n', lists.Select(l => $"{l.Id} {l.Version}"));

    private static string Shortened(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
