using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>
/// Reads the service periods of every open case against the registers in force, and tells the vetter once of each incident that nobody has looked at. What was told is read from the case itself:
/// a round that was killed is begun again, on any node, and tells nothing twice.
/// </summary>
public sealed class RegisterSweep(CaseDatabase cases, OpenApplicants applicants, RegisterLibrary library, ActRunner acts, WorkerPulse pulse, TimeProvider time, ILogger<RegisterSweep> log)
{
    private static readonly Compartment[] Needed = [Compartment.Identity, Compartment.Contact, Compartment.Interview, Compartment.Vetting];

    /// <returns>How many cases had news.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var registers = await library.CurrentAsync(db, cancellationToken);
        if (registers.IncidentVersion is null)
        {
            return 0;
        }

        var told = 0;
        await foreach (var (row, file) in applicants.FilesAsync(endedToo: false, Needed, cancellationToken))
        {
            pulse.Beat(ExpectedWorkers.Outbox);
            if (file is not null && file.Interview.Service.Count > 0 && ScreeningUpkeep.MayScreen(file, time.GetUtcNow()) && NewsOf(registers, file) is { Count: > 0 } news)
            {
                var request = new ActRequest { CaseId = row.Id, Actor = SystemActor.Instance, Act = new NoteIncidentNews(news), Key = $"incident-news-{row.Id:N}-{Short(string.Join('\n', news))}" };
                told += await acts.RunAsync(request, cancellationToken) is ActResult.Done ? 1 : 0;
            }
        }

        log.LogInformation("Registers of units and incidents: {Cases} open cases have incidents that nobody has looked at", told);
        return told;
    }

    /// <summary>What the vetter was not told of yet.</summary>
    internal static ImmutableList<string> NewsOf(RegistersInForce registers, CaseFile file)
    {
        var readings = UnitReadings.Of(registers, file);
        var told = file.Vetting.IncidentNews.Values().SelectMany(n => n.Keys).ToHashSet(StringComparer.Ordinal);
        var open = UnitRules.Unheld(file, readings).Select(u => KeyOf(u.Service, u.Tied))
            .Concat(readings.Where(UnitRules.NeedsChoice).SelectMany(r => r.Candidates.SelectMany(c => c.Incidents).Select(t => KeyOf(r.Service + "?", t))));
        return [.. open.Where(k => !told.Contains(k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    // An incident that says something else now is news again; a new version that says the same is not.
    private static string KeyOf(string service, TiedIncident tied) =>
        $"{service} {tied.Incident.Id} {Short(string.Join('\u001f', [tied.Incident.Place, tied.Incident.From.ToString(), tied.Incident.To.ToString(), tied.Incident.Type, .. tied.Incident.Units]))}";

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}

/// <summary>Makes a round after a version of a register was put in force. When it breaks off it is tried again, and goes on with the cases that are left.</summary>
public sealed class RegistersConsumer(RegisterSweep sweep) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.ReadUnitsOfOpenCases];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        await sweep.RunAsync(cancellationToken);
        return new OutboxVerdict.Done();
    }
}
