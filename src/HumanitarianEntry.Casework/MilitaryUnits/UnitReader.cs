using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.MilitaryUnits;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>Reads the service periods of a case against the registers in force, for whoever decides.</summary>
public sealed class UnitReader(RegisterLibrary library)
{
    /// <exception cref="InvalidDataException">A stored register cannot be read: then nobody knows what stands in it.</exception>
    internal async Task<IReadOnlyList<ServiceReading>> ReadAsync(CaseDbContext db, CaseFile file, CancellationToken cancellationToken) =>
        file.Interview.Service.Count == 0 ? [] : UnitReadings.Of(await library.CurrentAsync(db, cancellationToken), file);
}
