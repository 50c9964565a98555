using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>What registers and lists say to the service periods of one case now.</summary>
/// <param name="UnitVersion">Null when no register of units is in force.</param>
public sealed record UnitPicture(string? UnitVersion, string? IncidentVersion, IReadOnlyList<ServiceReading> Readings)
{
    public ServiceReading? Of(string service) => Readings.FirstOrDefault(r => r.Service == service);
}

/// <summary>Shows vetters what registers and lists say, and makes their acts from it: what is taken over comes from the register, never from a form.</summary>
public sealed class UnitDesk(CaseDatabase cases, RegisterLibrary library, UnitExposures exposures)
{
    /// <param name="file">As the vetter may see it.</param>
    public async Task<UnitPicture> OfAsync(CaseFile file, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var registers = await library.CurrentAsync(db, cancellationToken);
        var entries = file.Interview.Service.Count == 0 ? [] : await exposures.CurrentAsync(db, cancellationToken);
        return new UnitPicture(registers.UnitVersion, registers.IncidentVersion, UnitReadings.Of(registers, file, units => UnitExposures.Among(entries, units)));
    }

    /// <summary>Everything that is left to be held against the service periods, or one incident of one period.</summary>
    /// <param name="service">Null: all of them.</param>
    /// <param name="incident">Null: all of them.</param>
    public static HoldService Hold(UnitPicture picture, CaseFile file, string? service, string? incident)
    {
        var unheld = UnitRules.Unheld(file, picture.Readings).ToLookup(u => u.Service, u => u.Tied, StringComparer.Ordinal);
        var held = picture.Readings.Where(r => service is null || r.Service == service)
            .Select(r => new HeldService(r.Service, r.Unit, [.. unheld[r.Service].Where(t => incident is null || t.Incident.Id == incident)], incident is null ? [.. UnitRules.Unasked(file, r)] : []))
            .Where(h => h.Incidents.Count > 0 || h.Exposures.Count > 0);
        return new HoldService([.. held]);
    }

    /// <summary>The unit of the register by its key, as it was at the time of the service; null when there is none.</summary>
    public async Task<ReadUnit?> FindAsync(ServicePeriod service, string key, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var registers = await library.CurrentAsync(db, cancellationToken);
        return registers.Tree[key] is { } unit ? UnitReadings.Read(registers, unit, service) : null;
    }
}
