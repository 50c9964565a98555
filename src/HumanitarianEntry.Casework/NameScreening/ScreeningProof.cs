using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>What the proof of one night found, in counts; it names no case.</summary>
/// <param name="Lists">The list versions in force.</param>
/// <param name="Asked">Cases that lacked a result and are searched now.</param>
/// <param name="Missing">Of these, those that lack it for so long that somebody was told.</param>
public sealed record ProofOfNight(DateTimeOffset At, IReadOnlyList<string> Lists, int Open, int Whole, int Carried, int Asked, int Missing);

/// <summary>
/// Proves once a day that every open case has a result for every list version in force. What is missing is made up for; what stays missing is told to the vetter and the
/// coordinator of the case, and keeps the installation from calling itself well.
/// </summary>
public sealed class ScreeningProof(CaseDatabase cases, ScreeningSweep sweep, ActRunner acts, TimeProvider time, ILogger<ScreeningProof> log)
{
    internal const string SettingKey = "screening-proof";

    /// <summary>How long a result may be missing before people are told: the round before should have brought it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromHours(12);

    /// <summary>A proof that is older than this was missed.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(30);

    /// <summary>Makes a round, and the proof of the day when there is none yet, or when the last one found something missing.</summary>
    public async Task<ProofOfNight?> RunAsync(CancellationToken cancellationToken)
    {
        var round = await sweep.RunAsync(cancellationToken);
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow().Stored();
        var last = await LastOfAsync(db, cancellationToken);
        if (last is { Missing: 0 } && last.At.UtcDateTime.Date == now.UtcDateTime.Date)
        {
            return null;
        }

        // What no earlier proof could see is asked for in this round, and not yet anybody's trouble.
        var missing = round.Lacking.Where(l => now - l.Since > Patience && l.Since <= last?.At).ToList();
        foreach (var lacking in missing)
        {
            await TellAsync(lacking, cancellationToken);
        }

        var proof = new ProofOfNight(now, round.Lists, round.Open, round.Whole, round.Carried, round.Lacking.Count, missing.Count);
        db.Settings.Add(new SettingRow { Key = SettingKey, Version = HourOf(now), ValueJson = JsonSerializer.Serialize(proof, JsonSerializerOptions.Web), At = now, By = SystemActor.Instance.Id });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            log.LogInformation("The screening proof of this hour is there already");
            return null;
        }

        if (missing.Count > 0)
        {
            log.LogError("Screening proof: {Missing} of {Open} open cases have no result for what is in force", missing.Count, round.Open);
        }

        return proof;
    }

    /// <summary>The newest proof; null before the first.</summary>
    public async Task<ProofOfNight?> LastAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await LastOfAsync(db, cancellationToken);
    }

    internal static async Task<ProofOfNight?> LastOfAsync(CaseDbContext db, CancellationToken cancellationToken) =>
        await db.Settings.AsNoTracking().Where(s => s.Key == SettingKey).OrderByDescending(s => s.Version).Select(s => s.ValueJson).FirstOrDefaultAsync(cancellationToken) is { } json
            ? JsonSerializer.Deserialize<ProofOfNight>(json, JsonSerializerOptions.Web)
            : null;

    // One proof an hour at most, whichever node makes it: the hour is its number.
    private static int HourOf(DateTimeOffset now) => int.Parse(now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Told once for each thing that is missing.</summary>
    private async Task TellAsync(LackingCase lacking, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"gap-{lacking.CaseId:N}-{lacking.Since.UtcTicks}");
        string told;
        try
        {
            told = (await acts.RunAsync(new ActRequest { CaseId = lacking.CaseId, Actor = SystemActor.Instance, Act = new ReportScreeningGap([.. lacking.Lists], lacking.Since), Key = key }, cancellationToken)).GetType().Name;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The proof goes on: the count and the log say that this case lacks it.
            told = failure.GetType().Name;
        }

        log.LogError("Case {Reference} has no screening result for what is in force since {Since} (told: {Told})", lacking.Reference, lacking.Since, told);
    }
}
