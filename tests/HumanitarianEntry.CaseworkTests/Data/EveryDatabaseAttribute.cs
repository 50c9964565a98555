using System.Reflection;
using HumanitarianEntry.TestKit.Databases;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace HumanitarianEntry.CaseworkTests.Data;

/// <summary>Runs a theory once on every database; one that is not configured here is shown as skipped, by name, with what is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. DatabaseChoice.All.Select(c => new TheoryDataRow(c.Provider) { Skip = c.Skip })]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
